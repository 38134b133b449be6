"""Sentences for what an item asks for and how that is found, saved and checked."""
