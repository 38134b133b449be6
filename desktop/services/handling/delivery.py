"""制证, 送达, 补办: the result is made, entered in the register, and handed out."""

from __future__ import annotations

from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling import endings
from desktop.domain.handling.changes import Reissued
from desktop.domain.handling.entries import Delivered, Produced
from desktop.services.cases.acts import Done, load
from desktop.services.handling.record import record
from desktop.services.office import Office


def produce(office: Office, clerk: Clerk, number: str, told: Produced) -> Done:
    """制证: number and validity of the result."""
    require(clerk, Right.SERVE)
    payload = endings.produced(load(office, number), told)
    return record(office, clerk, number, payload, on=told.issued_on)


def deliver(office: Office, clerk: Clerk, number: str, told: Delivered) -> Done:
    """送达, with the 送达回证 that the receiver signs; the case is closed by it (办结)."""
    require(clerk, Right.SERVE)
    payload = endings.delivered(load(office, number), told)
    return record(office, clerk, number, payload, PaperKind.DELIVERY, on=told.delivered_on)


def reissue(office: Office, clerk: Clerk, number: str, told: Reissued) -> Done:
    """补办: back to where the result is made."""
    require(clerk, Right.SERVE)
    return record(office, clerk, number, endings.reissued(load(office, number), told))
