"""What the hall still owes in a case, by when, and which paper: told from the case alone.

A duty has the day it began (day 0), so that lists can say how much of its term is used up. What
time changes (视为受理, 已超期) is computed when read, from these days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.lines import open_lines
from desktop.domain.cases.moves import OPEN, Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.handling.course import Course


class Duty(StrEnum):
    """告知或受理 · 受理补齐件 · 作出决定 · 兑现承诺 · 特别程序到期 · 技术审查 · 容缺补交 · 按一般程序补交 ·
    制证送达.
    """

    ANSWER = "answer"
    ACCEPT = "accept"
    DECIDE = "decide"
    PROMISE = "promise"
    PROCEDURE = "procedure"
    TECHNICAL = "technical"
    DEFERRED = "deferred"
    NORMAL = "normal"
    DELIVER = "deliver"


OWED: dict[Duty, tuple[PaperKind, ...]] = {
    Duty.ANSWER: (PaperKind.ACCEPTANCE, PaperKind.CORRECTION, PaperKind.REFUSAL),
    Duty.ACCEPT: (PaperKind.ACCEPTANCE,),
    Duty.DECIDE: (PaperKind.GRANT, PaperKind.DENIAL),
    Duty.PROMISE: (PaperKind.GRANT, PaperKind.DENIAL),
    Duty.DELIVER: (PaperKind.DELIVERY,),
}
"""Which paper ends the duty; one of them where there are several."""


@dataclass(frozen=True, slots=True)
class Due:
    """One duty. `start` is day 0; `paused` while a special procedure stops the clock."""

    duty: Duty
    start: date
    due: date
    provisional: bool = False
    paused: bool = False


def duties(case: Case) -> tuple[Due, ...]:
    """What is open, the earliest due day first."""
    return tuple(sorted(_open(case), key=lambda one: (one.due, one.duty)))


def _open(case: Case) -> Iterator[Due]:
    match case.stage:
        case Stage.RECEIVED:
            yield from _due(Duty.ANSWER, case.day_zero, case.deemed)
            yield from _revoked(case)
        case Stage.CORRECTING:
            yield from _corrected(case)
        case Stage.ACCEPTED | Stage.REVIEWING | Stage.SUSPENDED if case.accepted_on:
            yield from _under_way(case, case.accepted_on)
        case Stage.DECIDED | Stage.PRODUCED:
            yield from _delivery(case.course)
    if case.stage in OPEN:
        yield from _deferred(case)
        yield from _normal(case)


def _revoked(case: Case) -> Iterator[Due]:
    """撤销受理以后: the term from receipt was used up by the mistake, so the answer is owed at once."""
    if case.course.revoked:
        since = case.course.revoked[-1].revoked_on
        yield Due(Duty.ANSWER, since, since)


def _corrected(case: Case) -> Iterator[Due]:
    """补正材料全部交来的，应当受理 (许可法 32(5)): due on the day on which nothing lacks any more."""
    since = case.supplemented_on
    if since is not None and not open_lines(case):
        yield Due(Duty.ACCEPT, since, since)


def _under_way(case: Case, since: date) -> Iterator[Due]:
    course = case.course
    paused = course.open_procedure is not None
    yield from _due(Duty.DECIDE, since, case.statutory, paused)
    yield from _due(Duty.PROMISE, since, case.promised, paused)
    if course.open_procedure is not None:
        started = course.open_procedure.started
        yield from _due(Duty.PROCEDURE, started.starts_on, started.needed)
    for one in course.open_technical:
        yield from _due(Duty.TECHNICAL, one.asked.asked_on, one.asked.due)


def _delivery(course: Course) -> Iterator[Due]:
    if course.decided is not None:
        yield from _due(Duty.DELIVER, course.decided.decided_on, course.delivery)


def _due(duty: Duty, start: date, term: Term, paused: bool = False) -> Iterator[Due]:
    """Nothing where no law and no promise sets a day."""
    if term.due is not None:
        yield Due(duty, start, term.due, term.provisional, paused)


def _deferred(case: Case) -> Iterator[Due]:
    """The earliest day of what was accepted 容缺 and is still out."""
    days = [day for key, day in case.deferred_by.items() if key in outstanding(case)]
    if days and case.accepted_on:
        yield Due(Duty.DEFERRED, case.accepted_on, min(days))


def _normal(case: Case) -> Iterator[Due]:
    """After a commitment was withdrawn: what the normal procedure asks for, while it lacks."""
    told = case.promise.withdrawn
    if told is not None and told.by is not None and open_lines(case):
        yield Due(Duty.NORMAL, told.on, told.by)


def outstanding(case: Case) -> tuple[str, ...]:
    """Keys of the materials that were accepted 容缺 and have not come in."""
    ticks = {line.key: line.tick for line in case.lines}
    return tuple(key for key in case.deferred if key in ticks and not ticks[key].settled)
