"""Verbs of custody: pieces, sealing, handing over, opening and counting, 错寄, what is away."""
