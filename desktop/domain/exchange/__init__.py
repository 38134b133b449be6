"""Halls together: what travels between stations, a hub and bundle files, and how it is checked.

Here live the values that the services hand to a hub and take from it, and the rules that need no
network: whether a pulled batch continues what is held, and what becomes of acts that cross.
"""
