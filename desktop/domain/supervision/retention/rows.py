"""Rows of what is kept beyond its term, what keeps it, and what was destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Keeps(StrEnum):
    """Why a case is not offered although its term is over: what a supervisor set (the first five
    are `HoldGround`'s), or what is still open around it.
    """

    COMPLAINT = "complaint"
    LITIGATION = "litigation"
    AUDIT = "audit"
    INQUIRY = "inquiry"
    OTHER = "other"
    PARCEL = "parcel"
    CLAIM = "claim"
    FOLLOW_UP = "follow_up"
    MISDELIVERY = "misdelivery"
    PIECE = "piece"
    CHECK = "check"
    REVIEW = "review"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True)
class Hold:
    """`told` names the parcel, the piece or the day that it is about."""

    why: Keeps
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """A case whose term is over; purgeable since `since` where nothing holds it."""

    case: str
    item: str
    item_name: str
    ended_on: date
    years: int
    since: date
    holds: tuple[Hold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionRow:
    """`done` of the `cases` are purged; `paper` empty until the list was issued."""

    number: str
    at: datetime
    clerk: str
    second: str
    alone: str
    reason: str
    cases: int
    done: int
    paper: str
    backups_until: date | None
