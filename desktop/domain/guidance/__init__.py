"""What an item asks for: items, situations, materials, checklists, themes, policies, search.

Here live the catalogue's types and the pure rules over them. Nothing here reads a file, knows
a case or prints: a checklist carries reasons as data, `desktop.wording.guidance.items` the sentences.
"""
