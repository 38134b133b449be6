"""Verbs: load, ask the rule, append, say what changed. No Qt, no database, no papers.

Each verb is a function of the `Office` (everything the outside supplies, see `office.py`) and
the clerk who acts. Rooms carry the nouns of `desktop.domain`. `ports.py` holds the protocols
that the outside satisfies.
"""
