"""Markdown itself: repaired, read into tokens and pieces, escaped and written."""
