"""MESSAGES OUT: prepared text messages, kept for whoever sends them. Each outbox is one file here;
nothing is sent by this program.
"""
