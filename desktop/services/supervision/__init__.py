"""Verbs of the supervisor: the log, its export."""
