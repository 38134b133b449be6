"""Packs of items: what a new one changes, what is wrong with it, what is in force when."""
