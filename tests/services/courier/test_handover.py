import pytest

from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.courier import handover, shipments
from desktop.services.office import Office
from tests.offices import CLERK


def parcel(office: Office, carrier: str = "ems") -> str:
    told = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier=carrier,
        receiver=Address(name="李晓敏", phone="13800138021", city="北京"),
    )  # fmt: skip
    return shipments.create(office, CLERK, told).shipment.number


def test_what_was_handed_over_waits_no_more(office: Office) -> None:
    numbers = (parcel(office), parcel(office))
    parcel(office, "jd")
    assert {row.number for row in handover.waiting(office, "ems")} == set(numbers)
    done = handover.hand_over(office, CLERK, "ems", numbers, courier="77")
    assert done.number == "KFQ-20261123-A07-J0001"
    assert handover.waiting(office, "ems") == []
    assert len(handover.waiting(office, "jd")) == 1
    stages = {shipments.load_shipment(office, number).stage for number in numbers}
    assert stages == {ShipmentStage.PICKED_UP}


def test_the_sheet_is_a_paper_in_two_copies_with_names_masked(office: Office) -> None:
    number = handover.hand_over(office, CLERK, "ems", (parcel(office),), differences="破损").number
    facts = papers.facts(office, number)
    assert (facts.kind, facts.copies, facts.differences) == (PaperKind.HANDOVER, 2, "破损")
    assert [one.receiver for one in facts.parcels] == ["李*敏"]
    assert office.renderer.paper(facts).startswith(b"%PDF")


@pytest.mark.parametrize("spoil", ["other carrier", "handed over", "unknown"])
def test_one_wrong_parcel_and_nothing_is_handed_over(office: Office, spoil: str) -> None:
    good = parcel(office)
    bad = parcel(office, "jd" if spoil == "other carrier" else "ems")
    if spoil == "handed over":
        handover.hand_over(office, CLERK, "ems", (bad,))
    bad = "x" if spoil == "unknown" else bad
    before = office.store.journal.heads()
    with pytest.raises(Refusal):
        handover.hand_over(office, CLERK, "ems", (good, bad))
    assert office.store.journal.heads() == before
    assert shipments.load_shipment(office, good).stage is ShipmentStage.WAITING


def test_nothing_is_not_handed_over(office: Office) -> None:
    with pytest.raises(Refusal, match="nothing_to_hand_over"):
        handover.hand_over(office, CLERK, "ems", ())


def test_a_parcel_named_twice_is_one_parcel(office: Office) -> None:
    number = parcel(office)
    done = handover.hand_over(office, CLERK, "ems", (number, number))
    assert done.shipments == (number,)
    assert len(papers.facts(office, done.number).parcels) == 1
