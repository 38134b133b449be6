"""What stands on 销毁清单 and on the answer to a person, beside the head that all papers share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.supervision.retention.entries import PersonOutcome, PersonWish


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyedCase:
    """`left`: it was on the list and was not destroyed, and why; empty where it was."""

    case: str
    item_name: str
    ended_on: date
    years: int
    since: date
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionFacts:
    """`entries` is how many the journal holds: as many as before, for none is ever taken out."""

    reason: str
    approved_at: datetime
    approver: str
    second: str
    alone: str
    cases: tuple[DestroyedCase, ...]
    entries: int
    backups_until: date | None

    @property
    def destroyed(self) -> tuple[DestroyedCase, ...]:
        return tuple(one for one in self.cases if not one.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCase:
    """`role` 申请人 or 代理人; `kept` what of the person is held; `until` when it may go, None for
    ever or while the case is open (`open`).
    """

    case: str
    item_name: str
    received_on: date
    role: str
    kept: tuple[str, ...]
    until: date | None
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldThing:
    """Anything else held: its kind in words, its number, and what it says or to whom it went."""

    kind: str
    number: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A clerk looked at a masked field in full."""

    at: datetime
    clerk: str
    case: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """`proof` is how the person proved who they are; `said` what they asked to correct."""

    wish: PersonWish
    outcome: PersonOutcome
    name: str
    id_number: str
    proof: str
    cases: tuple[HeldCase, ...]
    things: tuple[HeldThing, ...]
    looks: tuple[Look, ...]
    said: str = ""
    answer: str = ""
