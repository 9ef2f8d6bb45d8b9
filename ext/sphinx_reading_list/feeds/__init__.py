"""The list for programs that follow it: Atom, JSON Feed and llms.txt. Pure functions from a catalogue to texts."""
