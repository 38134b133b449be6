"""期限 and 办理 of a case, the worklist of what is due, and the review of acts afterwards.

`alerts` says how the state of a term looks: by glyph, word and colour, everywhere the same.
"""
