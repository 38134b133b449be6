"""An arrival is the fold of its parcel's entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.courier.arrivals.entries import (
    Condition,
    MatchReason,
    ParcelMatched,
    ParcelRegistered,
    ParcelSentOn,
    ParcelUnmatched,
    SentOnWay,
)
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.trust.entry import Fact


class ArrivalState(StrEnum):
    """待认领 · 已认领 · 已收件 · 已退回寄件人 · 已转交."""

    WAITING = "unclaimed"
    CLAIMED = "claimed"
    TAKEN = "taken"
    RETURNED = "sent_back"
    FORWARDED = "forwarded"


OWED = frozenset({ArrivalState.WAITING, ArrivalState.CLAIMED})
"""States in which somebody still has to do something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Where the parcel belongs; `taken` once its contents are in the case."""

    case: str = ""
    draft: str = ""
    reasons: tuple[MatchReason, ...] = ()
    taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """到件. `signed_at` the hall signed, `registered_at` it was written down, by `clerk`."""

    number: str
    signed_at: datetime
    registered_at: datetime
    clerk: str
    device: str
    received_by: str
    pieces: int
    condition: Condition
    announced: bool
    sender: Address
    note: str = ""
    claims: tuple[Claim, ...] = ()
    sent_on: ParcelSentOn | None = None

    @property
    def state(self) -> ArrivalState:
        if self.sent_on is not None:
            back = self.sent_on.way is SentOnWay.RETURNED
            return ArrivalState.RETURNED if back else ArrivalState.FORWARDED
        if not self.claims:
            return ArrivalState.WAITING
        done = all(claim.taken for claim in self.claims)
        return ArrivalState.TAKEN if done else ArrivalState.CLAIMED

    @property
    def cases(self) -> tuple[str, ...]:
        return tuple(claim.case for claim in self.claims if claim.case)


def fold(number: str, facts: Iterable[Fact]) -> Arrival | None:
    """None until it is registered; a second registration, from another station, changes nothing."""
    arrival: Arrival | None = None
    sender = Address()
    for fact in facts:
        told = fact.payload
        if isinstance(told, ShipmentCreated):
            sender = told.sender
        elif isinstance(told, ParcelRegistered):
            arrival = arrival or _registered(number, told, fact, sender)
        elif arrival is not None:
            arrival = _told(arrival, told)
    return arrival


def _registered(number: str, told: ParcelRegistered, fact: Fact, sender: Address) -> Arrival:
    return Arrival(
        number=number,
        signed_at=told.signed_at,
        registered_at=fact.recorded_at,
        clerk=fact.entry.clerk,
        device=fact.entry.device,
        received_by=told.received_by,
        pieces=told.pieces,
        condition=told.condition,
        announced=told.announced,
        sender=sender if told.sender == Address() else told.sender,
        note=told.note,
    )


def _told(arrival: Arrival, told: object) -> Arrival:
    match told:
        case ParcelMatched():
            return replace(arrival, claims=_claimed(arrival.claims, told))
        case ParcelUnmatched():
            left = (one for one in arrival.claims if (one.case, one.draft) != _of(told))
            return replace(arrival, claims=tuple(left))
        case ParcelSentOn():
            return replace(arrival, sent_on=arrival.sent_on or told)
    return arrival


def _claimed(claims: tuple[Claim, ...], told: ParcelMatched) -> tuple[Claim, ...]:
    """The same claim told again takes the place of the one before; once taken in, it stays so."""
    before = next((one for one in claims if _same(one, told)), None)
    claim = Claim(
        case=told.case,
        draft="" if told.case else told.draft,
        reasons=told.reasons or (before.reasons if before else ()),
        taken=told.taken or (before is not None and before.taken),
    )
    if before is None:
        return (*claims, claim)
    return tuple(claim if one is before else one for one in claims)


def _same(claim: Claim, told: ParcelMatched) -> bool:
    if claim.case:
        return claim.case == told.case
    return bool(claim.draft) and claim.draft == told.draft


def _of(told: ParcelUnmatched) -> tuple[str, str]:
    return told.case, "" if told.case else told.draft
