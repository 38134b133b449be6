"""What the journal says of the end of a day, and of what passed from one clerk to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.supervision.closing.checks import Carried
from desktop.domain.supervision.closing.figures import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed:
    """日结 of a hall, or of one window of it. `ordinal` n: the n-th of this day; the figures of the
    first stay what they were. `cleared` of what was carried over before is done.
    """

    hall: str
    day: date
    paper: str
    window: str = ""
    ordinal: int = 1
    tallies: tuple[Tally, ...] = ()
    carried: tuple[Carried, ...] = ()
    cleared: int = 0


class Holding(StrEnum):
    """草稿 · 在办办件 · 原件 · 未确认的文书 · 未交出的快件."""

    DRAFT = "draft"
    CASE = "case"
    PIECE = "piece"
    PRINT = "print"
    PARCEL = "parcel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One thing in a clerk's hands, named without anything personal."""

    holding: Holding
    key: str
    name: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftHandedOver:
    """交班: from now on `to` answers for these. `to` was proved by a secret of theirs."""

    giver: str
    to: str
    paper: str
    window: str
    lines: tuple[Held, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A closing as it is read back: who closed it, and when."""

    told: DayClosed
    by: str
    at: datetime
