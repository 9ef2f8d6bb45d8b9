"""What cards and views show, as values, and how templates make HTML of it. Knows nothing of Sphinx."""
