"""Counts of the figures, and the rows behind each, from one and the same WHERE."""
