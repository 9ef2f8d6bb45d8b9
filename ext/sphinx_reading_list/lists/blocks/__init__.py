"""What a list's blocks are: HTML, tables, groups and runs of paragraphs, each brought to the items that dialects read."""
