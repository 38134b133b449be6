"""Rows of the lists of custody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.cases.moves import Stage
from desktop.domain.custody.entries import PieceKind
from desktop.domain.custody.moves import Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRow:
    """`party` is masked; `ended_on` the day on which the case came to an end, if it did."""

    number: str
    case: str
    kind: PieceKind
    key: str
    name: str
    at: Whereabouts
    since: datetime
    clerk: str
    shipment: str
    bag: str
    item_name: str = ""
    party: str = ""
    stage: Stage | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceFilter:
    """`at` empty means everywhere; `away` what is not with the applicant."""

    text: str = ""
    at: frozenset[Whereabouts] = frozenset()
    case: str = ""
    shipment: str = ""
    away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MisdeliveryRow:
    """错寄 as lists show it; `closed_on` None while something is still to be done."""

    shipment: str
    found_on: date
    clerk: str
    carrier: str
    waybill: str
    party: str
    told: bool
    recalled: bool
    resend: str
    closed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneRow:
    """A sealing or an opening by one person where the hall wants two, to be looked at."""

    entry: str
    shipment: str
    opened: bool
    at: datetime
    clerk: str
    reason: str
