"""What asking a carrier needs: who we are to it, when it may be asked again, its pickup orders.

The carriers' own formats belong to `desktop.couriers`.
"""
