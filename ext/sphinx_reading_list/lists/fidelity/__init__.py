"""Whether a text came through: what a source says, in words and links, compared with what the output says.

Pure functions over parsed Markdown. They share as little as possible with what reads lists, so that an error there
can't hide itself here.
"""
