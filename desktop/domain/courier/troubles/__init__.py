"""What can go wrong with a parcel, who has to do what about it, and by when.

The days are data (`resources/courier/troubles.json`, overlaid by `courier.terms_set`); the rule
`found` is pure and is asked when a list is read, for time alone makes most troubles.
"""
