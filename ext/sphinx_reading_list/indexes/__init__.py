"""The indexes of a list, as at the end of a book: by author, year, venue, kind, tag; one a file. It knows no Sphinx."""
