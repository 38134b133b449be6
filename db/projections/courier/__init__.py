"""Projections of the courier's room: the address book, and what parcels are estimated to cost."""
