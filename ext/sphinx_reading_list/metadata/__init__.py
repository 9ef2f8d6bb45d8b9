"""What programs read on a page: a work in the vocabularies of reference managers, search engines and social sites.

Pure functions from an entry to names and values; HTML is made of them, and escaped, in one place (:mod:`.html`).
"""
