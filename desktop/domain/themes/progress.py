"""How far a theme case is: the fold of its own entries, and its members' cases laid beside it.

The next stage may begin when every required member of the stages before has its result; one that
failed holds it back. What becomes of a member is its own case's business and is only read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.domain.days import BEIJING
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.themes.entries import (
    ThemeEnded,
    ThemeMember,
    ThemeReceived,
    ThemeStageBegun,
)
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True)
class ThemeCase:
    """一件事 as its own entries tell it. `cases` by member key, `begun` by stage."""

    number: str
    told: ThemeReceived
    clerk: str
    received_at: datetime
    cases: Mapping[str, str]
    begun: Mapping[int, date]
    ended: str | None = None

    @property
    def orders(self) -> tuple[int, ...]:
        return tuple(sorted({member.order for member in self.told.members}))

    def stage(self, order: int) -> tuple[ThemeMember, ...]:
        return tuple(member for member in self.told.members if member.order == order)


def fold(number: str, facts: Iterable[Fact]) -> ThemeCase | None:
    """None while nothing was received."""
    found: ThemeCase | None = None
    for fact in facts:
        told, on = fact.payload, fact.happened_at.astimezone(BEIJING).date()
        if isinstance(told, ThemeReceived):
            first = min((member.order for member in told.members), default=0)
            found = found or ThemeCase(
                number, told, fact.entry.clerk, fact.happened_at, told.cases, {first: on}
            )
        elif found is not None and isinstance(told, ThemeStageBegun):
            begun = {told.order: on, **found.begun}
            found = replace(found, cases={**told.cases, **found.cases}, begun=begun)
        elif found is not None and isinstance(told, ThemeEnded) and found.ended is None:
            found = replace(found, ended=told.reason)
    return found


class Standing(StrEnum):
    """未开始 · 办理中 · 已有结果 · 未办成."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class State(StrEnum):
    """办理中 · 可以开始下一阶段 · 前一阶段有事项未办成 · 全部办结 · 已撤回."""

    RUNNING = "running"
    READY = "ready"
    HELD = "held"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


_FAILED = (Stage.REFUSED, Stage.WITHDRAWN, Stage.TERMINATED, Stage.TRANSFERRED)


def standing(case: Case | None) -> Standing:
    """What the theme makes of a member's case. A result counts once it is made or handed out."""
    if case is None:
        return Standing.WAITING
    if case.stage in _FAILED:
        return Standing.FAILED
    decided = case.course.decided
    if decided is not None and not decided.granted:
        return Standing.FAILED
    return Standing.DONE if case.stage in (Stage.PRODUCED, Stage.CLOSED) else Standing.RUNNING


@dataclass(frozen=True, slots=True)
class MemberState:
    """A member with its case. `first` is the day it began, `last` the day its result was there."""

    member: ThemeMember
    standing: Standing
    case: Case | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """`next` is the first stage not begun, 0 when all are; `failed` what holds it back."""

    theme: ThemeCase
    members: tuple[MemberState, ...]
    state: State
    next: int
    failed: tuple[MemberState, ...]

    def member(self, key: str) -> MemberState:
        return next(one for one in self.members if one.member.key == key)


def progress(theme: ThemeCase, find: Callable[[str], Case | None]) -> Progress:
    """`find` answers a case by number; one that was transferred within the hall is followed."""
    states = tuple(_member(theme, member, find) for member in theme.told.members)
    waiting = [order for order in theme.orders if order not in theme.begun]
    upcoming = waiting[0] if waiting else 0
    failed = tuple(
        one for one in states if one.standing is Standing.FAILED and not one.member.optional
    )
    return Progress(theme, states, _state(theme, states, upcoming, failed), upcoming, failed)


def _state(
    theme: ThemeCase,
    states: tuple[MemberState, ...],
    upcoming: int,
    failed: tuple[MemberState, ...],
) -> State:
    if any(one.standing is Standing.RUNNING for one in states):
        return State.RUNNING
    if theme.ended is not None:
        return State.WITHDRAWN
    if not upcoming:
        return State.CLOSED
    return State.HELD if failed else State.READY


def _member(
    theme: ThemeCase, member: ThemeMember, find: Callable[[str], Case | None]
) -> MemberState:
    case = _followed(theme.cases.get(member.key, ""), find)
    stands = standing(case)
    if case is None:
        return MemberState(member, stands)
    last = _last_day(case) if stands in (Standing.DONE, Standing.FAILED) else None
    return MemberState(member, stands, case, case.day_zero, last)


def _followed(number: str, find: Callable[[str], Case | None]) -> Case | None:
    """The case that bears the matter now; a ring of transfers ends where it began."""
    seen: set[str] = set()
    case = find(number) if number else None
    while case is not None and case.course.transferred and number not in seen:
        seen.add(number)
        number = case.course.transferred.to_case
        new = find(number) if number else None
        if new is None:
            break
        case = new
    return case


def _last_day(case: Case) -> date | None:
    course = case.course
    if course.produced:
        return course.produced.issued_on
    if course.decided:
        return course.decided.decided_on
    return case.closed_at.astimezone(BEIJING).date() if case.closed_at else case.accepted_on


@dataclass(frozen=True, slots=True)
class DaysUsed:
    """Working days of one stage: promised (its longest member) and used so far; None not begun."""

    order: int
    promised: int
    used: int | None
    running: bool


def days_used(found: Progress, calendar: WorkCalendar, today: date) -> tuple[DaysUsed, ...]:
    """Stage by stage; day 0 is not counted."""
    stages: list[DaysUsed] = []
    for order in found.theme.orders:
        members = [one for one in found.members if one.member.order == order]
        promised = max((one.member.days for one in members), default=0)
        begun = found.theme.begun.get(order)
        running = any(one.standing is Standing.RUNNING for one in members)
        ends = [one.last for one in members if one.last]
        end = today if running or not ends else max(ends)
        used = None if begun is None else working_days(calendar, begun, end)
        stages.append(DaysUsed(order, promised, used, running))
    return tuple(stages)


def working_days(calendar: WorkCalendar, first: date, last: date) -> int:
    """Working days after `first`, to `last` inclusive."""
    span = max(0, (last - first).days)
    return sum(calendar.is_working(first + timedelta(days=n)) for n in range(1, span + 1))
