"""补收: a draft that holds what a received case holds, to be ticked on."""

from __future__ import annotations

from uuid import uuid4

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Channel, Draft
from desktop.domain.cases.moves import Move, after
from desktop.domain.guidance.checklist import ReasonKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.party import Agent, Presence
from desktop.services.office import Office

SPARED = frozenset({ReasonKind.LICENCE_HELD, ReasonKind.SHARED})
"""Reasons whose licence was held; other reasons name one that would have spared the material."""


def open_again(office: Office, clerk: Clerk, case: Case) -> Draft:
    """The case as a draft: same answers, same ticks. Nothing is kept until it is handed to
    `acts.supplement`. E-licences that spared a material then still spare it.
    """
    require(clerk, Right.SERVE)
    after(case.stage, Move.SUPPLEMENT)
    reasons = (line.reason.partition(":") for line in case.lines)
    return Draft(
        id=uuid4().hex,
        visit=case.visit,
        case=case.number,
        item=case.item,
        answers=case.answers,
        committed=case.promise.said and case.promise.withdrawn is None,
        ticks={line.key: line.tick for line in case.lines},
        form=case.form,
        licences=frozenset(licence for kind, _, licence in reasons if kind in SPARED),
        presence=Presence.AGENT if case.agent else Presence.SELF,
        applicant=case.applicant,
        agent=case.agent or Agent(),
        delivery=case.delivery,
        channel=Channel.COUNTER,
        started_at=office.now(),
    )
