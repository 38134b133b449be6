"""What an applicant may be told: for a case's number and the end of the telephone given with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hmac import compare_digest

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.domain.courier.plain import Said, said
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.shipment import Shipment
from desktop.domain.refusal import Refusal
from desktop.services.office import Office

DIGITS = 4
NOBODY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`item` and `stage` of the case, its parcels newest first. No name and no number of a person."""

    number: str
    item: str
    stage: Stage | None
    parcels: tuple[Said, ...]


def told(office: Office, case_number: str, phone_last4: str) -> Told:
    """Refuses `progress_unknown` alike for a wrong number and for wrong digits: whether there is
    such a case is not said.
    """
    number = "-".join(case_number.strip().upper().split("-")[:4])
    case = office.store.views.case(number)
    tails = _tails(case) if case is not None else [NOBODY]
    given = phone_last4.strip()
    known = [_same(tail, given) for tail in tails if len(tail) == DIGITS]
    if case is None or not any(known):
        raise Refusal("progress_unknown")
    return of_case(office, case)


def of_parcel(office: Office, shipment: Shipment) -> Told:
    """A parcel for the clerk who turns the screen; the case it serves first, where there is one."""
    case = office.store.views.case(shipment.cases[0]) if shipment.cases else None
    return Told(
        number=shipment.number,
        item=case.item_name if case else "",
        stage=case.stage if case else None,
        parcels=(said(shipment),),
    )


def of_case(office: Office, case: Case) -> Told:
    """The same for the clerk, who turns the screen to the applicant."""
    rows = office.store.views.shipments(ShipmentFilter(case=case.number))
    parcels = [office.store.views.shipment(row.number) for row in rows]
    return Told(
        number=case.number,
        item=case.item_name,
        stage=case.stage,
        parcels=tuple(said(one) for one in parcels if one is not None),
    )


def _tails(case: Case) -> list[str]:
    phones = [case.applicant.phone, case.delivery.phone, case.agent.phone if case.agent else ""]
    return [re.sub("[^0-9]", "", phone)[-DIGITS:] for phone in phones]


def _same(tail: str, given: str) -> bool:
    return compare_digest(tail.encode(), given.encode())
