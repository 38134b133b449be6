"""Verbs of the end of a day: 日结, 交班, and the log that is exported by itself."""
