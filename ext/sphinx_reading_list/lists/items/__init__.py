"""An item of a list as an entry: its title, what stands beside and below it, and what becomes of each."""
