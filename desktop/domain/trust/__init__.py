"""The journal's entries: what one holds, how it is hashed, how chains are checked and ordered."""
