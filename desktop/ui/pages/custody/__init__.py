"""保管: where every piece is, what did not come home, 错寄; and the panels for sealing and opening.

`sealing` and `opening` are widgets that the courier page mounts as levels of its own.
"""
