"""帮助: one text per page of the program, and the sheet of all keys, made from their table."""
