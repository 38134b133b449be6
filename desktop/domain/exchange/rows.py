"""Rows of the lists of halls together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two acts: its entry, kind, when it happened, who did it, and in which hall."""

    entry: str
    kind: str
    at: datetime
    clerk: str
    device: str
    hall: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementRow:
    """分歧 about `entity` (`type:id`). `further` acts rest on the second; `stands` is the entry that
    was settled to stand, empty while nobody looked.
    """

    entity: str
    first: Side
    second: Side
    both: bool
    further: int
    stands: str

    @property
    def id(self) -> str:
        return f"{self.first.entry}:{self.second.entry}"
