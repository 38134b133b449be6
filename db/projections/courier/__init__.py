"""Projections of what the courier does beside carrying: one module per table."""
