"""Verbs of halls together: one round of exchange, coming into a hub, what waits and what differs.

The network takes its time in a worker; everything that touches the store goes through `in_store`,
slice by slice, in the store's own thread.
"""
