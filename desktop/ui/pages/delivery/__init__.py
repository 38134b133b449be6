"""出件: what was decided is made and handed out; materials go to the back office.

`page` holds the levels: lists → one case (`panel`: 制证 in `making`, 送达 in `serving`) → and the
count of a batch (`counting`); `columns` are data.
"""
