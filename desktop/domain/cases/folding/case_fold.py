"""The case after its entries, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import singledispatch
from typing import Any

from desktop.domain.cases.case import Case, beijing_day
from desktop.domain.cases.draft import Channel, Supplied
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
    Term,
)
from desktop.domain.cases.moves import Stage, follows
from desktop.domain.exchange.handing import HandedToHall, TakenFromHall, home
from desktop.domain.handling.changes import AcceptanceRevoked, Amended
from desktop.domain.handling.course import MOVE_OF, advance
from desktop.domain.handling.entries import (
    Clock,
    Delivered,
    DeliveryWay,
    DueChanged,
    Extended,
    ProcedureEnded,
    ProcedureStarted,
)
from desktop.domain.licences.checks import LicenceVerified, settled
from desktop.domain.promises.deferral import told_days
from desktop.domain.promises.entries import CommitmentWithdrawn
from desktop.domain.promises.promise import Promise, kept, with_lines
from desktop.domain.supervision.review.entries import CaseAssigned
from desktop.domain.trust.entry import Fact


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
        late=fact.late and not told.origin and told.channel is not Channel.COURIER,
        spot=told.spot,
        savings=told.savings,
        item_version=told.item_version,
        counter_days=_came(told.channel, fact),
        counted_from=told.day_zero,
        promise=Promise(said=told.committed),
        origin=told.origin,
        contact=told.contact,
        contact_phone=told.contact_phone,
        theme=told.theme,
        purged=fact.purged,
        hall=home(number),
    )


@singledispatch
def _then(payload: Any, case: Case, fact: Fact) -> Case:
    """What the course tells, with the stage that its move leads to; a look or a note leave it."""
    move = MOVE_OF.get(type(payload))
    stage = follows(case.stage, move) if move else case.stage
    closed = fact.happened_at if stage in ENDED and case.stage not in ENDED else case.closed_at
    course, promise = advance(payload, case.course, fact), kept(payload, case.promise)
    then = replace(case, stage=stage, course=course, promise=promise, closed_at=closed)
    return _kept(payload, then)


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
        case CommitmentWithdrawn():
            lines = with_lines(case.lines, payload.lines)
            return replace(case, lines=lines, answers={**case.answers, **payload.answers})
        case AcceptanceRevoked():
            none = Term()
            return replace(
                case, accepted_on=None, statutory=none, promised=none, deemed=none, silent=False
            )
        case Amended():
            applicant = payload.applicant or case.applicant
            return replace(case, applicant=applicant, delivery=payload.delivery or case.delivery)
        case LicenceVerified():
            return replace(case, lines=settled(case.lines, payload))
        case CaseAssigned():
            return replace(case, clerk=payload.to)
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
    return () if channel is Channel.COURIER else (beijing_day(fact.happened_at),)


def _with(case: Case, days: tuple[date, ...]) -> tuple[date, ...]:
    """A day counts once, however often somebody came on it."""
    return tuple(dict.fromkeys((*case.counter_days, *days)))


@_then.register
def _(told: CaseSupplemented, case: Case, fact: Fact) -> Case:
    return replace(
        case,
        lines=with_lines(case.lines, told.lines),
        answers={**case.answers, **told.answers},
        supplemented_on=beijing_day(fact.happened_at),
        supplied=Supplied(channel=told.channel, at=fact.happened_at, waybill=told.waybill),
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
        deferred_by=told_days(told),
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
        noticed_on=(*case.noticed_on, beijing_day(fact.happened_at)),
    )


@_then.register
def _(told: CaseRefused, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.REFUSED, refused=told, closed_at=fact.happened_at)


@_then.register
def _(told: CaseWithdrawn, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.WITHDRAWN, withdrawn=told.reason, closed_at=fact.happened_at)


@_then.register
def _(told: HandedToHall, case: Case, fact: Fact) -> Case:
    """It goes on belonging to the giver until it is taken."""
    return replace(case, handed=told) if told.giver == case.hall else case


@_then.register
def _(told: TakenFromHall, case: Case, fact: Fact) -> Case:
    known = case.handed is not None and case.handed.sheet == told.sheet
    return replace(case, hall=told.hall, handed=None) if known else case


@_then.register
def _(told: CasePurged, case: Case, fact: Fact) -> Case:
    return replace(case, purged=True)
