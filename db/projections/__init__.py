"""Projections: one module per type of entity, each a table and a pure fold of one entity's facts.

A projection may keep personal data in clear, for the file is encrypted; a purge empties it.
Never write one anywhere but in `db.projections.table`, so that `rebuild` finds the same rows.
"""
