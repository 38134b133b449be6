"""What need not be asked again: facts the counter holds already, and the circumstances they make.

A source is a name such as `applicant.name`. `answer:<question>` is what was chosen of the item's
question, `licence:<id>.<part>` a part of an e-licence, both open lists; the others stand in
`SOURCES`. Values are text; those of `WORDS` are members of enums, which `desktop.wording` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.forms.form import NO, YES, ApplicantKind
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.station import Station
from desktop.domain.identity.party import AGENT_QUESTION, Agent, Party, PartyKind

Known = Mapping[str, str]

SOURCES = frozenset(
    {
        "applicant.name", "applicant.id_kind", "applicant.id_number", "applicant.nationality",
        "applicant.phone", "applicant.address", "applicant.legal_representative",
        "agent.name", "agent.id_kind", "agent.id_number", "agent.phone", "agent.powers",
        "contact.name", "contact.phone",
        "delivery.way", "delivery.receiver", "delivery.phone", "delivery.address",
        "station.organ", "station.hall", "case.number", "today",
        "renewed.number", "renewed.valid_until",
    }
)  # fmt: skip
OPEN_SOURCES = ("answer:", "licence:")
WORDS = frozenset({"applicant.id_kind", "agent.id_kind", "agent.powers", "delivery.way"})

APPLICANT, WAY, ITEM_TYPE = "applicant", "way", "item_type"
PICKUP, COURIER = "自取", "寄递"
CIRCUMSTANCES: Mapping[str, tuple[str, ...]] = {
    APPLICANT: tuple(ApplicantKind),
    AGENT_QUESTION: (YES, NO),
    WAY: (PICKUP, COURIER),
}
"""What a form's conditions may name besides the item's questions and the form's own choices.

`item_type` is the fourth: the item's type, by which a declaration cites 行政许可法 or not.
"""

_APPLICANTS = {
    PartyKind.PERSON: ApplicantKind.PERSON,
    PartyKind.ORGANISATION: ApplicantKind.ORGANISATION,
}


def is_source(name: str) -> bool:
    """Whether a form may be filled from it."""
    return name in SOURCES or any(
        name.startswith(prefix) and len(name) > len(prefix) for prefix in OPEN_SOURCES
    )


def of_people(applicant: Party, agent: Agent | None, delivery: Delivery) -> dict[str, str]:
    """谁来办 and 怎么拿结果. Whoever came is the one to ask: the agent, else the person."""
    told = {
        "applicant.name": applicant.name,
        "applicant.id_kind": applicant.id_kind if applicant.id_number else "",
        "applicant.id_number": applicant.id_number,
        "applicant.nationality": applicant.nationality,
        "applicant.phone": applicant.phone,
        "applicant.address": applicant.address,
        "applicant.legal_representative": applicant.legal_representative,
        "delivery.way": "" if delivery.way is Way.UNASKED else delivery.way,
        "delivery.receiver": delivery.receiver,
        "delivery.phone": delivery.phone,
        "delivery.address": delivery.address,
        "contact.name": applicant.name if applicant.kind is PartyKind.PERSON else "",
        "contact.phone": applicant.phone,
    }
    if agent is not None:
        told |= {
            "agent.name": agent.name,
            "agent.id_kind": agent.id_kind if agent.id_number else "",
            "agent.id_number": agent.id_number,
            "agent.phone": agent.phone,
            "agent.powers": "\n".join(agent.powers),
            "contact.name": agent.name,
            "contact.phone": agent.phone,
        }
    return told


def of_counter(answers: Answers, station: Station, today: date) -> dict[str, str]:
    """What was answered of the situation, the hall and the day."""
    return {
        "station.organ": station.organ,
        "station.hall": station.hall_name,
        "today": today.isoformat(),
        **{f"answer:{name}": "\n".join(chosen) for name, chosen in answers.items()},
    }


def circumstances(
    item: ServiceItem, answers: Answers, applicant: PartyKind, agent: bool, way: Way
) -> dict[str, tuple[str, ...]]:
    """The answers that a form's conditions are judged by, for an applicant who is here."""
    return {
        **answers,
        APPLICANT: (_APPLICANTS[applicant],),
        AGENT_QUESTION: (YES if agent else NO,),
        WAY: {Way.PICKUP: (PICKUP,), Way.COURIER: (COURIER,)}.get(way, ()),
        ITEM_TYPE: (item.type,),
    }


def unknown_circumstances(
    item: ServiceItem, answers: Answers, usual: ApplicantKind
) -> dict[str, tuple[str, ...]]:
    """The same for a form to take home: room for an agent and for an address is left on it."""
    everything = {APPLICANT: (str(usual),), AGENT_QUESTION: (YES,), WAY: (COURIER,)}
    return {**everything, **answers, ITEM_TYPE: (item.type,)}
