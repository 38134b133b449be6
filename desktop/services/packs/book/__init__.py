"""A pack as a workbook that people read and that imports back unchanged.

`columns` is the table of what stands where; `cells` writes a value as a person would and reads it
back, `conditions` does so for conditions.
"""
