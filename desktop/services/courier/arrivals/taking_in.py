"""From a parcel to the intake: a draft that knows its channel, its waybill and its day 0."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Channel, Draft
from desktop.domain.courier.arrivals.sender import party_kind
from desktop.domain.courier.entries import Address
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import Party, PartyKind
from desktop.services.cases import intake, later
from desktop.services.courier.arrivals.matching import (
    check_here,
    match_case,
    match_draft,
)
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.courier.loading import load_shipment
from desktop.services.office import Office


def open_draft(office: Office, clerk: Clerk, number: str) -> Draft:
    """A new draft from the parcel, claimed for it: the item is still to be chosen."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        arrival = check_here(load_arrival(office, number))
        begun = intake.begin(office, clerk)
        draft = with_parcel(office, replace(begun, applicant=_party(arrival.sender)), number)
        match_draft(office, clerk, number, draft)
    return draft


def take_draft(office: Office, clerk: Clerk, number: str, id: str) -> Draft:
    """The open draft that the parcel completes; from now on it came by courier."""
    with office.store.journal.transaction():
        draft = with_parcel(office, intake.resume(office, clerk, id), number)
        match_draft(office, clerk, number, draft)
        return intake.save(office, clerk, draft)


def take_case(office: Office, clerk: Clerk, number: str, case: Case) -> Draft:
    """补收 by courier: the case back at the counter with what came in the parcel."""
    with office.store.journal.transaction():
        if case.number not in load_arrival(office, number).cases:
            match_case(office, clerk, number, case.number)
        return with_parcel(office, later.open_again(office, clerk, case), number)


def with_parcel(office: Office, draft: Draft, number: str) -> Draft:
    """Channel, waybill and moment of receipt as the parcel has them: day 0 is that of signing."""
    arrival, parcel = load_arrival(office, number), load_shipment(office, number)
    return replace(
        draft,
        parcel=number,
        channel=Channel.COURIER,
        waybill=parcel.waybill,
        happened_at=arrival.signed_at,
    )


def without_parcel(draft: Draft) -> Draft:
    """It came in at the counter after all."""
    return replace(draft, parcel="", channel=Channel.COUNTER, waybill="", happened_at=None)


def _party(sender: Address) -> Party:
    name = sender.name.strip()
    kind = party_kind(name)
    return Party(
        kind=kind,
        id_kind=IdKind.USCC if kind is PartyKind.ORGANISATION else IdKind.RESIDENT_ID,
        name=name,
        phone=sender.phone.strip(),
        address=sender.whole.strip(),
    )
