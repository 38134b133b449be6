"""The course of a case between 受理 and 办结: what its entries come to, one fold per kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import singledispatch
from typing import Any

from desktop.domain.cases.entries import Term
from desktop.domain.cases.moves import Move
from desktop.domain.days.deadline import Span
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    Amended,
    ContactSet,
    Reissued,
    Terminated,
    Transferred,
)
from desktop.domain.handling.entries import (
    Clock,
    Decided,
    Delivered,
    DueChanged,
    Extended,
    OverdueExplained,
    ProcedureEnded,
    ProcedureStarted,
    Produced,
    Reviewed,
    TechnicalGiven,
    TechnicalRequested,
)
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True)
class Suspension:
    """A special procedure; `ended` None while it lasts."""

    started: ProcedureStarted
    ended: ProcedureEnded | None = None

    @property
    def span(self) -> Span:
        """First and last suspended day; while it lasts, as far as it is expected to last."""
        first = self.started.starts_on
        if self.ended is not None:
            return first, self.ended.ends_on
        return first, max(first, self.started.needed.due or first)


@dataclass(frozen=True, slots=True)
class Technical:
    """A technical review asked for, and the opinion with the clerk who gave it."""

    asked: TechnicalRequested
    given: TechnicalGiven | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """`signer` is the clerk code of who decided; `reissues` count how often the result was made
    again. `contact` is 找一人: name and telephone.
    """

    suspensions: tuple[Suspension, ...] = ()
    technical: tuple[Technical, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    extended: Extended | None = None
    decided: Decided | None = None
    produced: Produced | None = None
    delivery: Term = Term()
    delivered: tuple[Delivered, ...] = ()
    explained: tuple[OverdueExplained, ...] = ()
    terminated: Terminated | None = None
    revoked: tuple[AcceptanceRevoked, ...] = ()
    transferred: Transferred | None = None
    amended: tuple[Amended, ...] = ()
    reissued: tuple[Reissued, ...] = ()
    contact: ContactSet | None = None

    @property
    def open_procedure(self) -> Suspension | None:
        """The special procedure that stops the clock now."""
        last = self.suspensions[-1] if self.suspensions else None
        return last if last is not None and last.ended is None else None

    @property
    def open_technical(self) -> tuple[Technical, ...]:
        return tuple(one for one in self.technical if one.given is None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The days that do not count, both ends included."""
        return tuple(one.span for one in self.suspensions)

    @property
    def extension(self) -> Term:
        return self.extended.by if self.extended else Term()

    def is_explained(self, clock: Clock) -> bool:
        return any(one.clock is clock for one in self.explained)


MOVE_OF: dict[type, Move] = {
    ProcedureStarted: Move.SUSPEND,
    ProcedureEnded: Move.RESUME,
    TechnicalRequested: Move.COMMISSION,
    TechnicalGiven: Move.OPINE,
    Reviewed: Move.REVIEW,
    Extended: Move.EXTEND,
    Decided: Move.DECIDE,
    Produced: Move.PRODUCE,
    Delivered: Move.DELIVER,
    Terminated: Move.TERMINATE,
    AcceptanceRevoked: Move.REVOKE,
    Transferred: Move.TRANSFER,
    Amended: Move.AMEND,
    Reissued: Move.REISSUE,
}
"""The move that each entry stands for; entries that are not here change no stage."""


@singledispatch
def advance(told: Any, course: Course, fact: Fact) -> Course:
    """The course after this entry; what says nothing of it leaves it."""
    return course


@advance.register
def _(told: ProcedureStarted, course: Course, fact: Fact) -> Course:
    return replace(course, suspensions=(*course.suspensions, Suspension(told)))


@advance.register
def _(told: ProcedureEnded, course: Course, fact: Fact) -> Course:
    if course.open_procedure is None:
        return course
    ended = replace(course.suspensions[-1], ended=told)
    return replace(course, suspensions=(*course.suspensions[:-1], ended))


@advance.register
def _(told: TechnicalRequested, course: Course, fact: Fact) -> Course:
    return replace(course, technical=(*course.technical, Technical(told)))


@advance.register
def _(told: TechnicalGiven, course: Course, fact: Fact) -> Course:
    """The first opinion on a request stands: nobody may write over it."""
    return replace(
        course,
        technical=tuple(
            replace(one, given=told, by=fact.entry.clerk)
            if one.asked.number == told.number and one.given is None
            else one
            for one in course.technical
        ),
    )


@advance.register
def _(told: Reviewed, course: Course, fact: Fact) -> Course:
    return replace(course, reviews=(*course.reviews, told))


@advance.register
def _(told: Extended, course: Course, fact: Fact) -> Course:
    return replace(course, extended=told)


@advance.register
def _(told: Decided, course: Course, fact: Fact) -> Course:
    return replace(course, decided=told, delivery=told.delivery)


@advance.register
def _(told: Produced, course: Course, fact: Fact) -> Course:
    return replace(course, produced=told)


@advance.register
def _(told: Delivered, course: Course, fact: Fact) -> Course:
    return replace(course, delivered=(*course.delivered, told))


@advance.register
def _(told: OverdueExplained, course: Course, fact: Fact) -> Course:
    return replace(course, explained=(*course.explained, told))


@advance.register
def _(told: Terminated, course: Course, fact: Fact) -> Course:
    return replace(course, terminated=told)


@advance.register
def _(told: AcceptanceRevoked, course: Course, fact: Fact) -> Course:
    """What was done on the mistaken acceptance stays in the journal, not in the course."""
    return Course(revoked=(*course.revoked, told), contact=course.contact, amended=course.amended)


@advance.register
def _(told: Transferred, course: Course, fact: Fact) -> Course:
    return replace(course, transferred=told)


@advance.register
def _(told: Amended, course: Course, fact: Fact) -> Course:
    return replace(course, amended=(*course.amended, told))


@advance.register
def _(told: Reissued, course: Course, fact: Fact) -> Course:
    """Made and delivered anew: the term of delivery does not run a second time by law."""
    return replace(course, reissued=(*course.reissued, told), delivery=Term())


@advance.register
def _(told: ContactSet, course: Course, fact: Fact) -> Course:
    return replace(course, contact=told)


@advance.register
def _(told: DueChanged, course: Course, fact: Fact) -> Course:
    """Only the clocks of the course; the case keeps the others."""
    match told.clock:
        case Clock.DELIVERY:
            return replace(course, delivery=told.after)
        case Clock.TECHNICAL:
            moved = tuple(_moved(one, told) for one in course.technical)
            return replace(course, technical=moved)
        case Clock.PROCEDURE if course.open_procedure is not None:
            last = course.suspensions[-1]
            later = replace(last, started=replace(last.started, needed=told.after))
            return replace(course, suspensions=(*course.suspensions[:-1], later))
        case _:
            return course


def _moved(one: Technical, told: DueChanged) -> Technical:
    if one.asked.number != told.number:
        return one
    return replace(one, asked=replace(one.asked, due=told.after))


def collected_since(course: Course) -> date | None:
    """The day since which the result waits for its owner; None while there is none."""
    if course.delivered and not course.reissued:
        return None
    return course.produced.issued_on if course.produced else None
