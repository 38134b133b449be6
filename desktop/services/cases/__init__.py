"""Verbs of the counter: visits and drafts, the moves of a case, its papers."""
