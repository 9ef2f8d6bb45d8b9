"""The dialects in which lists write their entries, one a file; each defines ``DIALECT``."""
