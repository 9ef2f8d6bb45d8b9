"""What ``reading-list import`` does, as functions that neither print nor write."""
