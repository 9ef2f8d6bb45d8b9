"""A list written back as the README of an awesome list."""
