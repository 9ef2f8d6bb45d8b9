"""A page that is too long made into several, its text moved to the letter. Pure: texts in, texts out."""
