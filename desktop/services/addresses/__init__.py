"""Verbs of addresses: the table of places read, the address book kept."""
