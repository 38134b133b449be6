"""Between a file and what is in force: what it would change, and the second person who agrees."""
