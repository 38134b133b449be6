"""Entries that go out and come in, and the order a hall has confirmed. No network here.

`taking` writes what came, `door` is what the services see.
"""
