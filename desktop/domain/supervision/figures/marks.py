"""What one case adds to the figures, told from its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import (
    CaseAccepted,
    CaseReceived,
    CaseRefused,
    CaseSettled,
    CaseWithdrawn,
    CorrectionNoticed,
)
from desktop.domain.cases.moves import OPEN, Stage
from desktop.domain.exchange.handing import HandedToHall, TakenFromHall, home
from desktop.domain.handling.changes import AcceptanceRevoked, Terminated, Transferred
from desktop.domain.handling.duties import Duty, duties
from desktop.domain.handling.entries import Decided, Delivered
from desktop.domain.supervision.figures.figure import Figure
from desktop.domain.trust.entry import Fact

APPLICANTS = frozenset({Duty.DEFERRED, Duty.NORMAL})
"""Terms that the applicant keeps, not the hall."""
_F = Figure
_AT_ONCE = (_F.ACCEPTED, _F.SETTLED, _F.DECIDED, _F.ON_TIME, _F.CLOSED)


@dataclass(frozen=True, slots=True)
class Mark:
    """The entry that a figure counts, and the hall the case belonged to then."""

    fact: Fact
    hall: str


@dataclass(frozen=True, slots=True)
class Open:
    """A case in work: the nearest day on which the hall owes something, None where none is set."""

    due: date | None
    paused: bool


@dataclass(slots=True)
class _Walk:
    due: date | None
    hall: str
    sheet: str = ""
    received: bool = False
    found: dict[Figure, Mark] = field(default_factory=dict)

    def put(self, fact: Fact, *figures: Figure) -> None:
        """The first entry of each counts."""
        for one in figures:
            self.found.setdefault(one, Mark(fact, self.hall))


def marks(case: Case, facts: Iterable[Fact]) -> dict[Figure, Mark]:
    """Each figure at most once; `facts` are the case's standing ones, in order."""
    walk = _Walk(case.due.due, home(case.number))
    for fact in facts:
        _step(walk, fact)
    return walk.found


def open_case(case: Case) -> Open | None:
    """None once the case has ended, or nothing of it is left to be owed."""
    if case.stage not in OPEN:
        return None
    owed = [one.due for one in duties(case) if one.duty not in APPLICANTS and not one.paused]
    paused = case.stage is Stage.SUSPENDED
    return Open(min(owed) if owed and not paused else None, paused)


def _step(walk: _Walk, fact: Fact) -> None:
    told = fact.payload
    if not walk.received:
        if isinstance(told, CaseReceived):
            walk.received = True
            walk.put(fact, *(() if told.origin else (_F.RECEIVED,)))
        return
    match told:
        case CaseAccepted():
            walk.put(fact, _F.ACCEPTED)
        case AcceptanceRevoked():
            walk.found.pop(_F.ACCEPTED, None)
        case CaseSettled():
            walk.put(fact, *_AT_ONCE)
        case CorrectionNoticed():
            walk.put(fact, _F.CORRECTED)
        case Decided():
            walk.put(fact, _F.DECIDED, *_kept(told.decided_on, walk.due))
        case Delivered():
            walk.put(fact, _F.CLOSED)
        case CaseRefused() | CaseWithdrawn() | Terminated():
            walk.put(fact, _F.RETURNED)
        case _:
            _hand(walk, told)


def _hand(walk: _Walk, told: object) -> None:
    """The case goes on belonging to the giver until it is taken; 转办 leaves 受理 to the new case."""
    match told:
        case Transferred() if told.to_case:
            walk.found.pop(_F.ACCEPTED, None)
        case HandedToHall() if told.giver == walk.hall:
            walk.sheet = told.sheet
        case TakenFromHall() if walk.sheet and told.sheet == walk.sheet:
            walk.hall, walk.sheet = told.hall, ""


def _kept(on: date, due: date | None) -> tuple[Figure, ...]:
    if due is None:
        return ()
    return (_F.ON_TIME,) if on <= due else (_F.LATE,)
