"""Pages of a list as they stand in the docs: written, read back, and split where they are long."""
