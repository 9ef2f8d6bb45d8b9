"""The files beside the pages, one kind a file, each with an ``OUTPUT``; ``writing`` writes what changed of them."""
