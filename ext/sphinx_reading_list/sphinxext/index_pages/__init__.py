"""The indexes as pages, ``by/author/yue-wu.html``: how a list is browsed without JavaScript.

Each heading of an index has a page with its entries in the compact form, each index an overview of its headings, and
all of them one page that leads to the overviews.
"""
