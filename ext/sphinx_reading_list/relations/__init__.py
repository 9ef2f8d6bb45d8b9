"""Which entries of a list belong together, and why: pure functions of the catalogue, which give the same everywhere.

A further way of being related is one more function in :data:`.relatives.RELATIONS`.
"""
