"""Curated lists as Markdown: read in any dialect, and written as MyST pages."""
