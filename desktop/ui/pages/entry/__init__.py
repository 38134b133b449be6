"""The door: first run, the sealed recovery code, signing in, the locked screen.

`door` covers the window while nobody acts and chooses what stands in it; `idle` locks by itself.
"""
