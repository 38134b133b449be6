"""A case is the fold of its entries, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import singledispatch
from typing import Any

from desktop.domain.cases.draft import Channel, Delivery
from desktop.domain.cases.entries import (
    CaseAccepted,
    CaseCollected,
    CasePurged,
    CaseReceived,
    CaseRefused,
    CaseSettled,
    CaseSupplemented,
    CaseWithdrawn,
    CorrectionNoticed,
    SheetLine,
    Term,
)
from desktop.domain.cases.moves import Stage, follows
from desktop.domain.cases.tick import SpotCorrection
from desktop.domain.days import BEIJING
from desktop.domain.halls.authority import Authority
from desktop.domain.handling.changes import AcceptanceRevoked, Amended
from desktop.domain.handling.course import MOVE_OF, Course, advance
from desktop.domain.handling.entries import (
    Clock,
    Delivered,
    DeliveryWay,
    DueChanged,
    Extended,
    ProcedureEnded,
    ProcedureStarted,
)
from desktop.domain.identity.party import Agent, Party
from desktop.domain.savings.case_ledger import counted
from desktop.domain.savings.saving import Saving
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """办件 as it stands. `received_at` is when it happened, day 0 of the law's counting.

    `origin` is the case that was transferred here; `course` what happened since acceptance;
    `counter_days` those on which the applicant, or who acts for them, came to the counter.
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
    silent: bool = False
    notices: tuple[CorrectionNoticed, ...] = ()
    noticed_on: tuple[date, ...] = ()
    supplemented_on: date | None = None
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
        return self.counted_from or _day(self.received_at)

    @property
    def ledger(self) -> tuple[Saving, ...]:
        """What was saved; visits are counted once the case is closed, assumed until then."""
        return counted(self.savings, self.counter_days) if self.closed_at else self.savings


def fold(number: str, facts: Iterable[Fact]) -> Case | None:
    """The case after these facts, in order; None while nothing was received."""
    case: Case | None = None
    for fact in facts:
        if isinstance(fact.payload, CaseReceived):
            case = case or _received(number, fact.payload, fact)
        elif case is not None:
            case = _then(fact.payload, case, fact)
    return case


def _received(number: str, told: CaseReceived, fact: Fact) -> Case:
    return Case(
        number=number,
        stage=Stage.RECEIVED,
        item=told.item,
        item_name=told.item_name,
        item_type=told.item_type,
        item_approved=told.item_approved,
        visit=told.visit,
        window=told.window,
        clerk=fact.entry.clerk,
        authority=told.authority,
        channel=told.channel,
        received_at=fact.happened_at,
        answers=told.answers,
        situation=told.situation,
        lines=told.lines,
        listed=told.listed,
        to_submit=told.to_submit,
        deemed=told.deemed,
        applicant=told.applicant,
        agent=told.agent,
        delivery=told.delivery,
        note=told.note,
        form=told.form,
        waybill=told.waybill,
        late=fact.late and not told.origin,
        spot=told.spot,
        savings=told.savings,
        item_version=told.item_version,
        counter_days=_came(told.channel, fact),
        counted_from=told.day_zero,
        origin=told.origin,
        contact=told.contact,
        contact_phone=told.contact_phone,
        theme=told.theme,
        purged=fact.purged,
    )


@singledispatch
def _then(payload: Any, case: Case, fact: Fact) -> Case:
    """What the course tells, with the stage that its move leads to; a look or a note leave it."""
    move = MOVE_OF.get(type(payload))
    stage = follows(case.stage, move) if move else case.stage
    closed = fact.happened_at if stage in ENDED and case.stage not in ENDED else case.closed_at
    course = advance(payload, case.course, fact)
    return _kept(payload, replace(case, stage=stage, course=course, closed_at=closed))


ENDED = frozenset({Stage.CLOSED, Stage.TERMINATED, Stage.TRANSFERRED})


def _kept(payload: Any, case: Case) -> Case:
    """What an entry of the course changes of the case itself."""
    match payload:
        case ProcedureStarted() | ProcedureEnded():
            return replace(case, statutory=payload.statutory, promised=payload.promised)
        case Delivered(way=DeliveryWay.COUNTER):
            return replace(case, counter_days=_with(case, (payload.delivered_on,)))
        case Extended():
            return replace(case, statutory=payload.statutory)
        case DueChanged():
            return _rescheduled(payload, case)
        case AcceptanceRevoked():
            none = Term()
            return replace(
                case, accepted_on=None, statutory=none, promised=none, deemed=none, silent=False
            )
        case Amended():
            applicant = payload.applicant or case.applicant
            return replace(case, applicant=applicant, delivery=payload.delivery or case.delivery)
    return case


def _rescheduled(told: DueChanged, case: Case) -> Case:
    match told.clock:
        case Clock.NOTICE:
            return replace(case, deemed=told.after)
        case Clock.DECISION:
            return replace(case, statutory=told.after)
        case Clock.PROMISE:
            return replace(case, promised=told.after)
    return case


def _came(channel: Channel, fact: Fact) -> tuple[date, ...]:
    return () if channel is Channel.COURIER else (_day(fact.happened_at),)


def _with(case: Case, days: tuple[date, ...]) -> tuple[date, ...]:
    """A day counts once, however often somebody came on it."""
    return tuple(dict.fromkeys((*case.counter_days, *days)))


def _day(at: datetime) -> date:
    return at.astimezone(BEIJING).date()


@_then.register
def _(told: CaseSupplemented, case: Case, fact: Fact) -> Case:
    new = {line.key: line for line in told.lines}
    lines = [new.pop(line.key, line) for line in case.lines]
    return replace(
        case,
        lines=(*lines, *new.values()),
        answers={**case.answers, **told.answers},
        supplemented_on=_day(fact.happened_at),
        spot=(*case.spot, *told.spot),
        form=told.form or case.form,
        savings=told.savings or case.savings,
        counter_days=_with(case, _came(told.channel, fact)),
    )


@_then.register
def _(told: CaseAccepted, case: Case, fact: Fact) -> Case:
    return replace(
        case,
        stage=Stage.ACCEPTED,
        accepted_on=told.accepted_on,
        statutory=told.statutory,
        promised=told.promised,
        deferred=told.deferred,
        deferred_until=told.deferred_until,
        silent=told.silent,
    )


@_then.register
def _(told: CaseSettled, case: Case, fact: Fact) -> Case:
    return replace(
        case,
        stage=Stage.CLOSED,
        accepted_on=told.accepted_on,
        result=told.result,
        closed_at=fact.happened_at,
    )


@_then.register
def _(told: CaseCollected, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.COLLECTED, collected_for=told.organ)


@_then.register
def _(told: CorrectionNoticed, case: Case, fact: Fact) -> Case:
    return replace(
        case,
        stage=Stage.CORRECTING,
        notices=(*case.notices, told),
        noticed_on=(*case.noticed_on, _day(fact.happened_at)),
    )


@_then.register
def _(told: CaseRefused, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.REFUSED, refused=told, closed_at=fact.happened_at)


@_then.register
def _(told: CaseWithdrawn, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.WITHDRAWN, withdrawn=told.reason, closed_at=fact.happened_at)


@_then.register
def _(told: CasePurged, case: Case, fact: Fact) -> Case:
    return replace(case, purged=True)
