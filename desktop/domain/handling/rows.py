"""Rows of the lists: duties by due day, acts to look at, results that wait, batches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.cases.moves import Stage
from desktop.domain.handling.changes import Finding
from desktop.domain.handling.duties import Duty
from desktop.domain.handling.oversight import Why


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """One open duty of a case. `applicant` is masked; `start` is day 0 of its term."""

    case: str
    item_name: str
    stage: Stage
    applicant: str
    clerk: str
    duty: Duty
    start: date
    due: date
    provisional: bool
    paused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFilter:
    """Due days are inclusive. `text` searches as in the list of cases; `running` leaves out what
    a special procedure has stopped, `others` the cases of these halls.
    """

    first: date | None = None
    last: date | None = None
    text: str = ""
    duties: frozenset[Duty] = frozenset()
    running: bool = False
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OversightRow:
    """An act that asks to be looked at, or was."""

    entry: str
    case: str
    item_name: str
    why: Why
    at: datetime
    clerk: str
    finding: Finding | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyRow:
    """A case that waits for 制证 or 送达. `since` is the day of the decision or of the result; the
    term of delivery runs from `decided_on`.
    """

    case: str
    item_name: str
    stage: Stage
    applicant: str
    way: str
    granted: bool
    result: str
    decided_on: date
    since: date
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """A batch of materials for the back office; `taken_at` None until it was counted there.
    `missing` is how many of its cases were not in it.
    """

    number: str
    to: str
    clerk: str
    lines: int
    given_at: datetime
    taken_at: datetime | None
    by: str
    missing: int
    differences: str
