"""保存期 on paper: the list of what was destroyed, and the answer to a person."""
