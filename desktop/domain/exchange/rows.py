"""Rows of the lists of halls together: the 发件箱, rounds that were, disagreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """Own entries of one kind about one case (empty: about none), unconfirmed since `since`."""

    kind: str
    case: str
    entries: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRound:
    """A round that was, or `times` in a row that went the same way and moved nothing.

    `why` is the code of the refusal it ended with, empty where it went through.
    """

    at: datetime
    pushed: int = 0
    pulled: int = 0
    why: str = ""
    data: dict[str, str] | None = None
    times: int = 1


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
