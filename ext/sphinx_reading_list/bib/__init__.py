"""The .bib file: read, edited in place, written; and a record joined with what a page says of it."""
