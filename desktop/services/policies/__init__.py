"""Verbs of the policies: the list of business scopes read; what was worked out, as a paper."""
