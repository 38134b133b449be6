"""地址: provinces, cities and districts, a pasted address taken apart, and what is doubtful in one.

Here live `Places` (a table handed in, read elsewhere), `parse`, `check` and the entries of the
address book. A doubt warns and never blocks: people know where they live.
"""
