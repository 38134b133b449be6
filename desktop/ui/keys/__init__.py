"""The keys as data: help shows these tables, pages act by them, a test reads them.

`key` says what a key is, `counter` holds those of the window and the intake, `rooms` those of
the other pages, `table` puts them together and answers for them.
"""
