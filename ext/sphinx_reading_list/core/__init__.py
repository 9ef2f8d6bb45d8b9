"""What an entry of a reading list is: frozen values and pure functions over them.

Neither Sphinx, docutils nor a network library may be imported here; every other room imports this one.
"""
