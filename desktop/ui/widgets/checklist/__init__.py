"""The checklist as it is painted: one row per material, the whole row is the target.

It is given lines ready to paint and says which key was pressed on which row; what a key does to a
material is the page's business.
"""
