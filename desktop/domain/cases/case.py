"""A case is the fold of its entries, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
from desktop.domain.cases.moves import Stage
from desktop.domain.halls.authority import Authority
from desktop.domain.identity.party import Agent, Party
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """办件 as it stands. `received_at` is when it happened, day 0 of the law's counting."""

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
    waybill: str = ""
    late: bool = False
    accepted_on: date | None = None
    statutory: Term = Term()
    promised: Term = Term()
    deferred: tuple[str, ...] = ()
    deferred_until: date | None = None
    notices: tuple[CorrectionNoticed, ...] = ()
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
        waybill=told.waybill,
        late=fact.late,
        purged=fact.purged,
    )


@singledispatch
def _then(payload: Any, case: Case, fact: Fact) -> Case:
    """An entry that changes nothing of the case's state (a look, a note) leaves it."""
    return case


@_then.register
def _(told: CaseSupplemented, case: Case, fact: Fact) -> Case:
    new = {line.key: line for line in told.lines}
    lines = [new.pop(line.key, line) for line in case.lines]
    return replace(case, lines=(*lines, *new.values()), answers={**case.answers, **told.answers})


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
    return replace(case, stage=Stage.CORRECTING, notices=(*case.notices, told))


@_then.register
def _(told: CaseRefused, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.REFUSED, refused=told, closed_at=fact.happened_at)


@_then.register
def _(told: CaseWithdrawn, case: Case, fact: Fact) -> Case:
    return replace(case, stage=Stage.WITHDRAWN, withdrawn=told.reason, closed_at=fact.happened_at)


@_then.register
def _(told: CasePurged, case: Case, fact: Fact) -> Case:
    return replace(case, purged=True)
