"""The alarm for pieces that did not come home: by when, whose turn, how near.

What comes to the applicant by itself as the case goes on is quiet; what stands still is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.custody.entries import PieceKind
from desktop.domain.custody.moves import HOME, Whereabouts
from desktop.domain.custody.rows import PieceRow
from desktop.domain.days import BEIJING
from desktop.domain.days.deadline import deadline
from desktop.domain.days.working_days import WorkCalendar


class Urgency(StrEnum):
    """正常 · 将到期 · 已逾期."""

    OVERDUE = "overdue"
    SOON = "soon"
    QUIET = "quiet"


class Turn(StrEnum):
    """Whose turn it is: 窗口 · 后台 · 承运人 · 主管."""

    WINDOW = "window"
    BACK_OFFICE = "back_office"
    CARRIER = "carrier"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyTerms:
    """Days, from `resources/courier/custody.json`: working days, `courier` calendar days.

    `after_end` from the case's end until an original is back, `bag` from sealing to hand-over,
    `hall` from arrival until an original of an ended case moves on, `result` from when a result
    paper was there, `soon` how many working days before a term the clerk is told.
    """

    soon: int
    after_end: int
    bag: int
    hall: int
    result: int
    courier: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """`due` None where nothing but the case itself is waited for."""

    urgency: Urgency
    due: date | None
    turn: Turn | None


TURNS: dict[Whereabouts, Turn] = {
    Whereabouts.WINDOW: Turn.WINDOW,
    Whereabouts.HALL: Turn.WINDOW,
    Whereabouts.BAG: Turn.WINDOW,
    Whereabouts.BACK_OFFICE: Turn.BACK_OFFICE,
    Whereabouts.COURIER: Turn.CARRIER,
    Whereabouts.ASTRAY: Turn.SUPERVISOR,
    Whereabouts.LOST: Turn.SUPERVISOR,
}


def due(piece: PieceRow, calendar: WorkCalendar, terms: CustodyTerms) -> date | None:
    """By when the piece has to move on; None while the hall may keep it, or it is home."""
    since = piece.since.astimezone(BEIJING).date()
    match piece.at:
        case at if at in HOME:
            return None
        case Whereabouts.LOST | Whereabouts.ASTRAY:
            return since
        case Whereabouts.BAG:
            return deadline(calendar, since, terms.bag).due
        case Whereabouts.COURIER:
            return deadline(calendar, since, terms.courier, calendar_days=True).due
    if piece.kind is PieceKind.RESULT:
        return deadline(calendar, since, terms.result).due
    if piece.ended_on is None:
        return None
    if piece.at is Whereabouts.HALL and since > piece.ended_on:
        return deadline(calendar, since, terms.hall).due
    return deadline(calendar, piece.ended_on, terms.after_end).due


def alarm(piece: PieceRow, today: date, calendar: WorkCalendar, terms: CustodyTerms) -> Alarm:
    """How urgent it is today. What is lost or with a stranger is overdue at once."""
    last = due(piece, calendar, terms)
    turn = TURNS.get(piece.at)
    if last is None:
        return Alarm(Urgency.QUIET, None, turn)
    if piece.at in (Whereabouts.LOST, Whereabouts.ASTRAY) or today > last:
        return Alarm(Urgency.OVERDUE, last, turn)
    near = deadline(calendar, today, terms.soon).due
    return Alarm(Urgency.SOON if last <= near else Urgency.QUIET, last, turn)
