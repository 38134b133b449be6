"""Lists of oversight: what is to be looked at, what is kept beyond its term, what is held of one."""
