"""The days on which 视为受理 turns: notices as made out, posted and signed for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.services.cases import acts
from desktop.services.courier import shipments
from desktop.services.handling.silence import Notice, confirmed_on, notices
from desktop.services.office import Office
from tests.handled import Handled
from tests.offices import CLERK, Clock

FIRST = date(2026, 11, 23)
LAST = date(2026, 11, 30)


def posted(office: Office, case: Case, waybill: str) -> str:
    """A parcel to the applicant with the first notice in it."""
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    inside = Content(
        case=case.number, kind=ContentKind.NOTICE, key=f"{case.number}-BZ1", name="补正告知书"
    )
    made = replace(told, waybill=waybill, contents=(inside,))
    return shipments.create(office, CLERK, made).shipment.number


def test_a_case_without_a_notice_has_none(office: Office, clock: Clock) -> None:
    assert notices(office, Handled(office, clock).received()) == ()


def test_a_notice_that_was_handed_over_has_one_day(office: Office, clock: Clock) -> None:
    handled = Handled(office, clock)
    case = handled.noticed(handled.received())
    assert notices(office, case) == (Notice(f"{case.number}-BZ1", FIRST),)
    assert not notices(office, case)[0].after(LAST)


def test_one_that_was_posted_has_the_day_it_left_and_the_day_it_arrived(
    office: Office, clock: Clock
) -> None:
    handled = Handled(office, clock)
    case = handled.noticed(handled.received())
    number = posted(office, case, "EA966331020CN")
    assert notices(office, case) == (Notice(f"{case.number}-BZ1", FIRST, True),)
    clock.on(days=1)
    shipments.move(office, CLERK, number, ShipmentStage.PICKED_UP)
    clock.on(days=7)
    shipments.move(office, CLERK, number, ShipmentStage.SIGNED, signed_by=SignedBy.SELF)
    told = notices(office, case)[0]
    assert (told.sent_on, told.signed_on) == (date(2026, 11, 24), date(2026, 12, 1))
    assert told.after(LAST)
    assert not told.after(date(2026, 12, 1))


def test_what_was_sent_again_left_first_and_arrived_last(office: Office, clock: Clock) -> None:
    handled = Handled(office, clock)
    case = handled.noticed(handled.received())
    first, second = posted(office, case, "EA966331020CN"), posted(office, case, "EA966331033CN")
    cancelled = posted(office, case, "EA966331047CN")
    shipments.move(office, CLERK, cancelled, ShipmentStage.CANCELLED)
    clock.on(days=1)
    for number in (first, second):
        shipments.move(office, CLERK, number, ShipmentStage.PICKED_UP)
        clock.on(days=1)
    shipments.move(office, CLERK, first, ShipmentStage.RETURNING)
    shipments.move(office, CLERK, second, ShipmentStage.SIGNED, signed_by=SignedBy.SELF)
    told = notices(office, case)[0]
    assert (told.sent_on, told.signed_on) == (date(2026, 11, 24), date(2026, 11, 26))


def test_the_day_of_the_act_is_not_the_day_it_counts_from(office: Office, clock: Clock) -> None:
    case = Handled(office, clock).received()
    assert confirmed_on(office, case.number) is None
    clock.on(days=10)
    accepted = acts.conclude(office, CLERK, case.number).case
    assert (accepted.silent, accepted.accepted_on) == (True, FIRST)
    assert confirmed_on(office, case.number) == date(2026, 12, 3)
