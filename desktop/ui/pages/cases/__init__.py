"""办件: lists of drafts and cases; one case with its materials, papers, parcels and history.

`page` holds the levels: list → case → a panel (补收, 补正告知, 不予受理); `columns` are data.
"""
