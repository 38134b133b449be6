"""A station that goes on under a new device code, and what becomes of what it wrote under the old.

What the hub holds under the old code stays there. What it does not hold is written anew under the
new one. Where somebody else of the same hall has the old code, each number that was first given in
that part gets a new one: the other may have given it too, or may yet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """`numbers` are what has a new one (`case:KFQ-…`) and the old one, which papers handed out bear."""

    entries: int
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """`recovery` is the hall's new recovery code where there is one; `copy` the file as it was."""

    device: str
    follows: str
    moved: Moved
    recovery: str
    copy: str
