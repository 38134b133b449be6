"""How entries become a case: one function per kind that changes it."""
