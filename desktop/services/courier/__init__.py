"""Verbs of the courier: shipments both ways, their steps, labels and hand-over sheets."""
