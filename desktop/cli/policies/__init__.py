"""`policy` and `scope`: support by a formula, and the permits that a 经营范围 needs."""
