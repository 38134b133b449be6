"""Items from spreadsheets: the national 实施清单 read by label, and a pack written as a workbook.

`labels` and `words` know what labels mean, `tables` where they stand, `codes` what a sheet's own
code table says; `national` makes items of what they find. `own` is the workbook that imports back
unchanged.
"""
