"""Entries in the formats that other programs read, one format a file; each defines ``EXPORT``."""
