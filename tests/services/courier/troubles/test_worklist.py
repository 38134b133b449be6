"""The worklist over a real store, and how long it takes with many parcels."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import ShipmentAmended
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.kinds import Remedy, Trouble
from desktop.services.courier import shipments
from desktop.services.courier.troubles.worklist import troubles_of, worklist
from desktop.services.office import Office
from tests.courses import produced
from tests.offices import CLERK, Clock
from tests.pace import slower
from tests.parcels import stock
from tests.services.courier.test_shipments import WAYBILL, told

_S = ShipmentStage


def test_what_time_makes_is_found_when_it_is_read(office: Office, clock: Clock) -> None:
    number = shipments.create(office, CLERK, told()).shipment.number
    assert worklist(office).calling == ()
    clock.on(days=2)
    (one,) = worklist(office).calling
    assert (one.number, one.first.trouble) == (number, Trouble.NOT_PICKED_UP)
    assert worklist(office).due(office.today()) == 1
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    assert worklist(office).calling == ()
    clock.on(days=3)
    assert worklist(office).counts == {Trouble.STILL: 1}


def test_signed_by_another_is_looked_at_and_by_oneself_is_not(office: Office) -> None:
    for by in SignedBy:
        number = shipments.create(office, CLERK, told()).shipment.number
        shipments.move(office, CLERK, number, _S.SIGNED, signed_by=by)
    assert worklist(office).counts == {Trouble.BY_OTHER: 1, Trouble.LOCKER: 1}


def test_a_result_that_did_not_reach_its_applicant_within_ten_days(
    office: Office, clock: Clock
) -> None:
    case = produced(office)
    parcel = shipments.suggest(office, case.number, Direction.OUTBOUND)
    number = shipments.create(office, CLERK, replace(parcel, waybill=WAYBILL)).shipment.number
    due = case.course.delivery.due
    assert due is not None
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    clock.on(days=(due - office.today()).days)
    (late,) = [o for o in troubles_of(office, number) if o.trouble is Trouble.RESULT_LATE]
    assert (late.due, late.result) == (due, case.number)
    shipments.move(office, CLERK, number, _S.SIGNED, signed_by=SignedBy.SELF)
    (told_of,) = worklist(office).calling
    assert told_of.first.step is Remedy.DELIVER


def test_an_item_that_is_no_permit_owes_no_ten_days(office: Office, clock: Clock) -> None:
    case = produced(office)
    parcel = shipments.suggest(office, case.number, Direction.OUTBOUND)
    number = shipments.create(office, CLERK, parcel).shipment.number
    items = dict(office.catalogue.items)
    other = next(one.type for one in items.values() if one.type != items[case.item].type)
    items[case.item] = replace(items[case.item], type=other)
    office.catalogue = replace(office.catalogue, items=items)
    clock.on(days=12)
    assert Trouble.RESULT_LATE not in {one.trouble for one in troubles_of(office, number)}


@pytest.mark.parametrize("number", [500, 5000])
def test_many_parcels_are_looked_through_at_once(office: Office, number: int) -> None:
    """15 ms for 500 and 140 ms for 5 000, by the process's own time."""
    stock(office, number)
    worklist(office)
    begun = time.process_time()
    found = worklist(office)
    took = time.process_time() - begun
    assert len(found.calling) > number // 15
    assert {Trouble.STILL, Trouble.LOST, Trouble.LOCKER} <= set(found.counts)
    assert list(found.calling) == sorted(found.calling, key=lambda o: (o.first.rank, o.number))
    assert took < number * 0.0004 * slower(), f"{number}: {took * 1000:.0f} ms"


def test_what_was_never_posted_has_no_claim(office: Office, clock: Clock) -> None:
    number = shipments.create(office, CLERK, told()).shipment.number
    shipments.amend(office, CLERK, number, ShipmentAmended(waybill=WAYBILL))
    clock.on(days=2)
    (one,) = troubles_of(office, number)
    assert one.claim_by is None
    assert one.due == office.today()
    assert one.since == office.today() - timedelta(days=2)
