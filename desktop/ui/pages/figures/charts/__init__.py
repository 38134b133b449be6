"""Panels painted: marks with a word and a number, told apart by hatching as well as by colour."""
