"""证照: the register of licences this hall issued or was told of, their validity and renewal.

A licence's id is `<item>:<number>`, its entity in the journal `licence:<id>`. Here live what the
journal says of it, the fold, and when it may be renewed; reading or writing files does not.
"""
