"""Carriers through a tracking service: what they write, read into events; questions, thinly sent.

Everything that reads is pure: bytes in, answers out. No Qt, no storage; whatever the other side does
is an answer with its reason, never an exception. `README.md` beside this file is the contract.
"""
