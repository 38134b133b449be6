"""Verbs of what goes wrong on the way: the worklist, what is done about it, the letters, the days."""
