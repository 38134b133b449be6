"""Sentences of licences: the register and its renewals, and what is fetched from sources."""
