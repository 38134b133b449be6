"""Pages as dots of a thermal printer, and the bytes its language wants: pure, 203 dpi.

GS v 0 and BITMAP are one command each, so no printer library is needed between.
"""
