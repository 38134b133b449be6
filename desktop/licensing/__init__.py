"""Sources of e-licences outside the hall: one source per file, and what they share.

`parse` is pure, `HttpSource` thin. No Qt, no storage; what the other side does is an answer with its
reason, never an exception. The contract is written down in `README.md` beside this file.
"""
