"""The list in pictures: what is counted, its tables, and inline SVG made of them. It knows no Sphinx."""
