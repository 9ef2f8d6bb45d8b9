"""What can be wrong with a list: one file a rule, found by folder. Pure: a site in, problems out; some rules mend."""
