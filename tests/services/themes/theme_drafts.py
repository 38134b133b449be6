"""A theme at the counter with nothing missing, and members brought to their result."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Delivery, Draft, Way
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.identity.party import AGENT_QUESTION, Presence
from desktop.services.cases import intake
from desktop.services.handling import delivery
from desktop.services.office import Office
from desktop.services.themes.planning import plan_of
from desktop.services.themes.stages import ThemeDone, finish
from tests.courses import decide_on, result, review_all
from tests.offices import CLERK, PERSON


def whole_theme(office: Office, theme: str = "ZT02", **more: Any) -> Draft:
    """Every question answered by its default, every document ticked."""
    draft = replace(
        intake.begin(office, CLERK),
        item=theme,
        presence=Presence.SELF,
        applicant=PERSON,
        delivery=Delivery(way=Way.PICKUP),
    )
    draft = replace(draft, **more)
    asked = plan_of(office, draft).joint
    answers = {
        q.id: q.default
        for q in asked.questions
        if q.id not in asked.given and q.id != AGENT_QUESTION
    }
    draft = replace(draft, answers={**answers, **draft.answers})
    ticks = {line.key: Tick(check=Check.RECEIVED) for line in plan_of(office, draft).lines}
    return replace(draft, ticks={**ticks, **draft.ticks})


def started(office: Office, theme: str = "ZT02") -> ThemeDone:
    return finish(office, CLERK, whole_theme(office, theme))


def brought(office: Office, case: Case, granted: bool = True) -> Case:
    """To its result: decided and made, or denied."""
    case = decide_on(office, review_all(office, case), granted)
    if not granted:
        return case
    made = result(office.today(), number=case.number[-4:], name=office.item(case.item).name)
    return delivery.produce(office, CLERK, case.number, made).case
