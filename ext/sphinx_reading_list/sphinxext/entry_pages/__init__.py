"""A page for each entry, ``entry/KEY.html``: what is on it, and how it is put into the theme's frame (``made_pages``)."""
