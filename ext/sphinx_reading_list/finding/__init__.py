"""The list as its search reads it: columns instead of entries, as short as they can be. Nothing here knows of pages."""
