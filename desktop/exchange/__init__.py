"""The outside of halls together: the hub on PostgreSQL, and signed bundle files.

`hub` speaks to the server, `hub_schema` is what stands there, `connection` opens and watches it,
`admin` sets it up. Nothing here knows the store: entries come and go as values.
"""
