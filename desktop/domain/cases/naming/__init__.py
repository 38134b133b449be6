"""How papers are called and numbered."""
