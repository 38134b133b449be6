"""A case is the fold of its entries, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.domain.cases.draft import Channel, Delivery, Supplied
from desktop.domain.cases.entries import (
    CaseRefused,
    CorrectionNoticed,
    SheetLine,
    Term,
)
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.tick import SpotCorrection
from desktop.domain.days import BEIJING
from desktop.domain.halls.authority import Authority
from desktop.domain.handling.course import Course
from desktop.domain.identity.party import Agent, Party
from desktop.domain.promises.promise import Promise
from desktop.domain.savings.case_ledger import counted
from desktop.domain.savings.saving import Saving


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """办件 as it stands. `received_at` is when it happened, day 0 of the law's counting; `origin` the
    case that was transferred here; `course` what happened since acceptance; `counter_days` those on
    which the applicant, or who acts for them, came to the counter.
    """

    number: str
    stage: Stage
    item: str
    item_name: str
    item_type: str
    item_approved: bool
    visit: str
    window: str
    clerk: str
    authority: Authority
    channel: Channel
    received_at: datetime
    answers: Mapping[str, tuple[str, ...]]
    situation: tuple[tuple[str, str], ...]
    lines: tuple[SheetLine, ...]
    listed: int
    to_submit: int
    deemed: Term
    applicant: Party
    agent: Agent | None
    delivery: Delivery
    note: str
    form: Mapping[str, str] = field(default_factory=dict)
    waybill: str = ""
    late: bool = False
    accepted_on: date | None = None
    statutory: Term = Term()
    promised: Term = Term()
    deferred: tuple[str, ...] = ()
    deferred_until: date | None = None
    deferred_by: Mapping[str, date] = field(default_factory=dict)
    silent: bool = False
    notices: tuple[CorrectionNoticed, ...] = ()
    noticed_on: tuple[date, ...] = ()
    supplemented_on: date | None = None
    supplied: Supplied | None = None
    spot: tuple[SpotCorrection, ...] = ()
    counted_from: date | None = None
    savings: tuple[Saving, ...] = ()
    item_version: int | None = None
    counter_days: tuple[date, ...] = ()
    origin: str = ""
    contact: str = ""
    contact_phone: str = ""
    theme: str = ""
    course: Course = Course()
    promise: Promise = Promise()
    refused: CaseRefused | None = None
    withdrawn: str = ""
    collected_for: str = ""
    result: str = ""
    closed_at: datetime | None = None
    purged: bool = False

    @property
    def due(self) -> Term:
        """What the applicant may rely on first: the promise where one was made, else the law."""
        return self.promised if self.promised.due else self.statutory

    @property
    def day_zero(self) -> date:
        """The day of receipt, from which silence is counted (许可法 32(4)); itself not counted."""
        return self.counted_from or beijing_day(self.received_at)

    @property
    def ledger(self) -> tuple[Saving, ...]:
        """What was saved; visits are counted once the case is closed, assumed until then."""
        return counted(self.savings, self.counter_days) if self.closed_at else self.savings


def beijing_day(at: datetime) -> date:
    return at.astimezone(BEIJING).date()
