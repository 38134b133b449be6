"""Commands of the supervisor: the log, and what is counted from it."""
