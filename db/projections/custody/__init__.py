"""Projections of custody: pieces, seals and counts of parcels, 错寄, and when a case ended."""
