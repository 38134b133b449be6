"""制证, 送达, 补办: the result is made, entered in the register, and handed out."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling import endings
from desktop.domain.handling.changes import Reissued
from desktop.domain.handling.entries import Delivered, DeliveryWay, Produced
from desktop.domain.licences.licence import licence_id
from desktop.domain.trust.entry import Act
from desktop.services.cases.acts import Done, load
from desktop.services.custody.pieces import given_back
from desktop.services.handling.record import moment, record
from desktop.services.licences import register
from desktop.services.licences.renewals import renewed_licence
from desktop.services.office import Office


def produce(office: Office, clerk: Clerk, number: str, told: Produced) -> Done:
    """制证: number and validity of the result, which enters the register of licences with it."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        case = load(office, number)
        done = record(office, clerk, number, endings.produced(case, told), on=told.issued_on)
        office.store.journal.append(_registered(office, case, told), clerk.code)
    return done


def _registered(office: Office, case: Case, told: Produced) -> tuple[Act, ...]:
    """The licence's entries; a renewal ends the licence that it renews (换发)."""
    issued = register.of_case(
        office, case, told.number, told.issued_on, told.valid_from, told.valid_until
    )
    before = renewed_licence(office, case)
    replaces = "" if before == licence_id(case.item, told.number) else before
    at = moment(office, told.issued_on)
    return register.register(office, replace(issued, name=told.name), at, replaces)


def deliver(office: Office, clerk: Clerk, number: str, told: Delivered) -> Done:
    """送达, with the 送达回证 that the receiver signs; the case is closed by it (办结)."""
    require(clerk, Right.SERVE)
    payload = endings.delivered(load(office, number), told)
    with office.store.journal.transaction():
        if told.way is DeliveryWay.COUNTER:
            office.store.journal.append(given_back(office, number), clerk.code)
        return record(office, clerk, number, payload, PaperKind.DELIVERY, on=told.delivered_on)


def reissue(office: Office, clerk: Clerk, number: str, told: Reissued) -> Done:
    """补办: back to where the result is made."""
    require(clerk, Right.SERVE)
    return record(office, clerk, number, endings.reissued(load(office, number), told))
