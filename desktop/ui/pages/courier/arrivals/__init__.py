"""到件: what arrives by courier, from the scan to the case it belongs to.

`levels` puts the two together: `desk` (到件登记 beside 到件待认领) and `claiming` (one parcel, where
it may belong).
"""
