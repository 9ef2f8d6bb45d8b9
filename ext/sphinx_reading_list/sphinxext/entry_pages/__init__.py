"""A page for each entry, ``entry/KEY.html``: made for html and dirhtml alone, and written only where it changed.

Sphinx writes a page of an extension in some milliseconds, most of them for the theme around it. So the theme is asked
for one page of each section (:mod:`.frame`), and the others of the section are that page with another work in it.
"""
