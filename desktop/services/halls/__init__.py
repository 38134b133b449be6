"""Verbs of the hall: first run, clerks and signing in, authorities per item."""
