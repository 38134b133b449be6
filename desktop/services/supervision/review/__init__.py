"""Verbs of 复核·督办: look at an act, give a case or a draft to another."""
