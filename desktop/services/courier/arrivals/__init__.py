"""到件: register what arrives, find where it belongs, take it in, or send it on.

`registering` writes it down, `matching` suggests and journals claims, `taking_in` opens the draft
that it becomes, `sending_on` returns or forwards it, `waiting` is the list with what is owed.
"""
