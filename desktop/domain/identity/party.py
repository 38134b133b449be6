"""Who applies, and who came to the counter instead: 申请人, 代理人, 委托."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.identity.documents import IdKind


class PartyKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"


class Power(StrEnum):
    """What a mandate lets an agent do (行政许可法 29: an agent may apply)."""

    HAND_IN = "hand_in"
    COLLECT = "collect"
    SIGN = "sign"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An applicant. Only what the item needs is filled in; everything else stays empty."""

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    id_kind: IdKind = IdKind.RESIDENT_ID
    id_number: str = ""
    nationality: str = "中国"
    phone: str = ""
    address: str = ""
    legal_representative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """代理人 with the mandate: scope and term. `until` None means: this matter only."""

    name: str = ""
    id_kind: IdKind = IdKind.RESIDENT_ID
    id_number: str = ""
    phone: str = ""
    powers: tuple[Power, ...] = (Power.HAND_IN, Power.COLLECT, Power.SIGN)
    until: date | None = None


class Presence(StrEnum):
    """谁来办, one question. It also answers the item's own `q_agent`."""

    UNASKED = "unasked"
    SELF = "self"
    AGENT = "agent"


AGENT_QUESTION = "q_agent"
"""Id that every item of the catalogue uses for 是否委托他人代办？, answered 是 or 否."""


def agent_answer(presence: Presence) -> dict[str, tuple[str, ...]]:
    """The answer to the item's agent question that 谁来办 implies; empty while unasked."""
    if presence is Presence.UNASKED:
        return {}
    return {AGENT_QUESTION: ("是" if presence is Presence.AGENT else "否",)}
