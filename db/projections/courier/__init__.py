"""Projections of the courier's room: the address book, and what parcels are estimated to cost."""

"""Projections of what the courier does beside carrying: one module per table."""
