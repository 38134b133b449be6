"""What still stands before 受理, in the order in which the clerk meets it on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.cases.draft import Channel, Draft, Way
from desktop.domain.cases.sheet import Sheet
from desktop.domain.identity.documents import check_document
from desktop.domain.identity.party import AGENT_QUESTION, Presence
from desktop.domain.identity.verdict import Level


class Place(StrEnum):
    """Where to jump to."""

    QUESTION = "question"
    MATERIAL = "material"
    CHANNEL = "channel"
    PRESENCE = "presence"
    APPLICANT = "applicant"
    AGENT = "agent"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do. `target` is the question's id, the material's key or the field's name."""

    place: Place
    target: str
    number: int = 0


def missing(draft: Draft, sheet: Sheet, today: date, materials: bool = True) -> tuple[Missing, ...]:
    """Everything that is missing for 受理; without `materials`, for 收件 alone.

    A default is a suggestion: a question that decides the checklist waits for a person's answer.
    """
    found = [
        Missing(Place.QUESTION, question)
        for question in sheet.asked
        if question in sheet.checklist.deciding and question != AGENT_QUESTION
    ]
    if draft.channel is Channel.COURIER and not draft.waybill.strip():
        found.append(Missing(Place.CHANNEL, "waybill"))
    if draft.presence is Presence.UNASKED:
        found.append(Missing(Place.PRESENCE, "presence"))
    if materials:
        found += [Missing(Place.MATERIAL, row.key, row.number) for row in sheet.open_rows]
    return (*found, *_people(draft, today), *_delivery(draft))


def _people(draft: Draft, today: date) -> list[Missing]:
    found: list[Missing] = []
    applicant = draft.applicant
    if not applicant.name.strip():
        found.append(Missing(Place.APPLICANT, "name"))
    if check_document(applicant.id_kind, applicant.id_number, today).level is Level.ERROR:
        found.append(Missing(Place.APPLICANT, "id_number"))
    if draft.presence is Presence.AGENT:
        if not draft.agent.name.strip():
            found.append(Missing(Place.AGENT, "name"))
        if check_document(draft.agent.id_kind, draft.agent.id_number, today).level is Level.ERROR:
            found.append(Missing(Place.AGENT, "id_number"))
    return found


def _delivery(draft: Draft) -> list[Missing]:
    delivery = draft.delivery
    if delivery.way is Way.UNASKED:
        return [Missing(Place.DELIVERY, "way")]
    if delivery.way is Way.PICKUP:
        return []
    return [
        Missing(Place.DELIVERY, name)
        for name in ("receiver", "phone", "address")
        if not getattr(delivery, name).strip()
    ]
