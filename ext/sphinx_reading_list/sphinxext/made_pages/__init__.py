"""Pages that no source file stands for: made for html and dirhtml alone, and written only where they changed.

Sphinx writes a page of an extension in some milliseconds, most of them for the theme around it. So the theme is asked
for one page of each kind (:mod:`.frame`), and the others are that page with another content in it. What the last build
wrote, and what it showed, is kept beside the doctrees (:mod:`.keeping`).
"""
