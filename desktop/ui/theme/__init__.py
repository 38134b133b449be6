"""How the window looks: tokens become a palette, one small stylesheet and fonts.

No colour, font family or size is written anywhere else in `desktop.ui`.
"""
