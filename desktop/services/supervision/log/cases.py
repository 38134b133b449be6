"""The cases of a range as GB/T 39046 has them, one by one, masked unless there is a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.shipment import Shipment
from desktop.domain.identity.masking import (
    mask_address,
    mask_name,
    mask_number_in_log,
    mask_phone,
)
from desktop.domain.identity.party import Agent, Party, PartyKind
from desktop.domain.supervision.log.standard import StandardCase
from desktop.domain.supervision.log.views import ACCEPTED
from desktop.domain.trust.entry import Fact
from desktop.services.office import Office
from desktop.services.ports import Views

REVOKED = "case.acceptance_revoked"


def standard_cases(
    office: Office, views: Views, numbers: Sequence[str], personal: bool
) -> Iterator[StandardCase]:
    """In this order; may run in a worker with a reader's views."""
    for number in numbers:
        case = views.case(number)
        if case is not None:
            yield _told(office, views, case if personal else _masked(case), personal)


def _told(office: Office, views: Views, case: Case, personal: bool) -> StandardCase:
    history = views.case_history(case.number)
    standing = _since_revoked(history)
    accepted = next((fact for fact in standing if fact.entry.kind in ACCEPTED), None)
    issued = {fact.entry.entity for fact in standing}
    papers = (
        one.number
        for one in views.papers(case.number)
        if one.kind is PaperKind.ACCEPTANCE and f"paper:{one.number}" in issued
    )
    item = office.catalogue.items.get(case.item)
    charged = item.fee.charged if item else None
    return StandardCase(
        case=case, organ=office.station.organ,
        accepted_at=accepted.happened_at if accepted else None,
        accepted_by=accepted.entry.clerk if accepted else "", paper=next(papers, ""),
        fee="" if charged is None else str(int(charged)),
        instant=any(fact.entry.kind == "case.settled" for fact in standing),
        parcels=tuple(_parcels(views, history, personal)),
    )  # fmt: skip


def _since_revoked(history: Sequence[Fact]) -> Sequence[Fact]:
    """What was done after an acceptance was last revoked (撤销受理); all of it where none was."""
    places = [n for n, fact in enumerate(history) if fact.entry.kind == REVOKED]
    return history[places[-1] + 1 :] if places else history


def _parcels(views: Views, history: Sequence[Fact], personal: bool) -> Iterator[Shipment]:
    entities = dict.fromkeys(
        fact.entry.entity for fact in history if fact.entry.entity.startswith("shipment:")
    )
    for entity in entities:
        parcel = views.shipment(entity.partition(":")[2])
        if parcel is None:
            continue
        if not personal:
            ends = (
                replace(one, name=mask_name(one.name)) for one in (parcel.sender, parcel.receiver)
            )
            sender, receiver = ends
            parcel = replace(parcel, sender=sender, receiver=receiver)
        yield parcel


def _masked(case: Case) -> Case:
    """An organisation's own name and code are public; whoever acts for it is a person."""
    return replace(
        case,
        applicant=_party(case.applicant),
        agent=_agent(case.agent) if case.agent else None,
    )


def _party(who: Party) -> Party:
    public = who.kind is PartyKind.ORGANISATION
    return replace(
        who,
        name=who.name if public else mask_name(who.name),
        id_number=who.id_number if public else mask_number_in_log(who.id_number),
        phone=mask_phone(who.phone),
        address=mask_address(who.address),
        legal_representative=mask_name(who.legal_representative),
    )


def _agent(who: Agent) -> Agent:
    return replace(
        who,
        name=mask_name(who.name),
        id_number=mask_number_in_log(who.id_number),
        phone=mask_phone(who.phone),
    )
