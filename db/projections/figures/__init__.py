"""Rows of the figures: which case counts in which, and what is in work."""
