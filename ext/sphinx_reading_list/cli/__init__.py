"""The ``reading-list`` program: the only room that prints; one command a file."""
