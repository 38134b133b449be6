"""Projections of halls together: disagreements, and which hall a case belongs to."""
