"""`items` and what belongs to it: packs, sheets, guides, questions."""
