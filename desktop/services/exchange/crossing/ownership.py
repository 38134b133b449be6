"""A case belongs to the hall that took it, until another has taken it over (移交)."""

from __future__ import annotations

from typing import Any

from desktop.domain.cases.entries import CasePurged, PersonalRevealed
from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.exchange.handing import (
    HandedToHall,
    MaterialsCollected,
    TakenFromHall,
    home,
    owner,
)
from desktop.domain.handling.changes import ActReviewed
from desktop.domain.refusal import Refusal
from desktop.services.exchange import membership
from desktop.services.office import Office

BY_OTHERS = (
    MaterialsCollected, TakenFromHall, PersonalRevealed, CasePurged, DisagreementSettled, ActReviewed,
)  # fmt: skip
"""What another hall may do on a case that is not its own."""


def others(office: Office) -> frozenset[str]:
    """Codes of the other halls of this hub; none where this station is in no hub. A number of a
    hall that no hub knows is an old one of this station's own.
    """
    if membership.membership(office) is None:
        return frozenset()
    known = membership.directory(office).halls
    return frozenset(one.code for one in known) - {office.station.hall}


def hall_of(office: Office, number: str) -> str:
    """The code of the hall that the case belongs to now."""
    return owner(number, office.store.journal.facts(f"case:{number}"))


def name_of(office: Office, hall: str) -> str:
    found = membership.directory(office).hall(hall)
    return found.name if found else hall


def check(office: Office, number: str, told: Any) -> None:
    """Refuses `case_of_other_hall` (case, hall) where another hall answers for it, and
    `hand_over_pending` where it was handed on and waits to be taken.
    """
    if isinstance(told, BY_OTHERS):
        return
    foreign = others(office)
    if not foreign and home(number) == office.station.hall:
        return
    hall = hall_of(office, number)
    if hall in foreign:
        raise Refusal("case_of_other_hall", case=number, hall=name_of(office, hall))
    case = office.store.views.case(number)
    if case is not None and case.handed is not None and not isinstance(told, HandedToHall):
        handed = case.handed
        raise Refusal("hand_over_pending", case=number, hall=handed.hall_name, sheet=handed.sheet)
