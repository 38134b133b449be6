"""到件: parcels that arrive at the hall, from the moment the hall signed until they are taken in.

Here may live what is journalled of an arrival, its fold and states, which carrier a number looks
like, which cases and drafts a parcel may belong to, and what is owed while nobody claims it.
"""
