"""Views: parts of a page that show the list as a whole, one a file; ``{rl:NAME}`` puts one on a page."""
