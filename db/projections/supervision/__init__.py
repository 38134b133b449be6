"""Tables of oversight: acts to be looked at, looks, holds, lists of destruction."""
