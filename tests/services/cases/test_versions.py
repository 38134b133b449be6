"""A case keeps the version of the item that it was received under."""

from dataclasses import replace
from datetime import date

from desktop.domain.cases.moves import Stage
from desktop.services.cases import acts
from desktop.services.licences.renewals import renewed_licence
from desktop.services.office import Office
from desktop.services.packs.in_force import take_catalogue
from desktop.services.packs.publish import withdraw
from tests.offices import CLERK, Clock, whole


def test_a_withdrawn_item_lets_its_cases_go_on(office: Office, clock: Clock) -> None:
    case = acts.receive(office, CLERK, whole(office)).case
    withdraw(office, "SP01", date(2026, 11, 24))
    assert "SP01" in office.catalogue.items
    clock.on(days=1)
    take_catalogue(office)
    assert "SP01" not in office.catalogue.items
    assert acts.conclude(office, CLERK, case.number).case.stage is Stage.ACCEPTED
    assert renewed_licence(office, replace(case, item="HB02", item_version=None)) == ""
