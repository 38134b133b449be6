"""What waits: its lists, and what is known of a delivery before anybody comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.handling.alert import Alert
from desktop.domain.handling.changes import Reissued, ReissueGround
from desktop.domain.handling.entries import Delivered, DeliveryWay
from desktop.services.cases.acts import load
from desktop.services.courier import shipments
from desktop.services.courier.shipments import Sent
from desktop.services.handling import delivery, ready
from desktop.services.office import Office
from tests.courses import RESULT, accepted, decided, produced, result
from tests.offices import CLERK, NOW, Clock

TODAY = NOW.date()


def hand_out(office: Office, case: Case) -> None:
    told = Delivered(
        way=DeliveryWay.ELECTRONIC, delivered_on=office.today(), papers=("食品经营许可证",)
    )
    delivery.deliver(office, CLERK, case.number, told)


def send(office: Office, case: Case) -> Sent:
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    return shipments.create(office, CLERK, told)


def test_what_is_decided_waits_until_it_is_handed_out(office: Office) -> None:
    accepted(office)
    granted, denied, made = decided(office), decided(office, granted=False), produced(office)
    rows = [one.row for one in ready.waiting(office)]
    assert [row.case for row in rows] == [granted.number, denied.number, made.number]
    assert [row.stage for row in rows] == [Stage.DECIDED, Stage.DECIDED, Stage.PRODUCED]
    assert [row.granted for row in rows] == [True, False, True]
    hand_out(office, made)
    hand_out(office, denied)
    assert [one.row.case for one in ready.waiting(office)] == [granted.number]


def test_it_is_found_by_two_characters_and_read_by_the_page(office: Office) -> None:
    first, second = produced(office), produced(office)
    assert [one.row.case for one in ready.waiting(office, "晓敏")] == [first.number, second.number]
    assert [one.row.case for one in ready.waiting(office, "", 1, 1)] == [second.number]
    assert ready.waiting(office, "欧阳") == []


def test_the_term_of_delivery_runs_from_the_decision(office: Office, clock: Clock) -> None:
    case = decided(office)
    assert ready.waiting(office)[0].alert is Alert.GREEN
    clock.on(days=3)  # of five working days by the item
    delivery.produce(office, CLERK, case.number, result(office.today()))
    (told,) = ready.waiting(office)
    assert (told.row.decided_on, told.row.since) == (TODAY, office.today())
    assert told.days == 0
    assert told.alert is Alert.AMBER
    clock.on(days=30)
    assert ready.waiting(office)[0].alert is Alert.OVERDUE


def test_more_than_fifteen_days_is_long(office: Office, clock: Clock) -> None:
    case, denied = produced(office), decided(office, granted=False)
    decided(office)  # nobody can fetch what the hall has not made
    clock.on(days=ready.LONG)
    assert ready.uncollected(office) == []
    clock.on(days=1)
    found = ready.uncollected(office)
    assert [one.row.case for one in found] == [case.number, denied.number]
    assert found[0].days == ready.LONG + 1
    assert ready.uncollected(office, "欧阳") == []


def test_decision_and_result_are_named_with_their_numbers(office: Office) -> None:
    case = produced(office)
    assert ready.outgoing(office, case) == (
        f"准予行政许可决定书 {case.number}-ZY1", f"食品经营许可证 {RESULT}",
    )  # fmt: skip
    denied = decided(office, granted=False)
    assert ready.outgoing(office, denied) == (f"不予行政许可决定书 {denied.number}-BX1",)


def test_what_is_made_again_goes_out_alone(office: Office) -> None:
    case = produced(office)
    hand_out(office, case)
    told = Reissued(ground=ReissueGround.LOST, reason="遗失", reissued_on=TODAY)
    delivery.reissue(office, CLERK, case.number, told)
    delivery.produce(office, CLERK, case.number, result(TODAY, "JY2"))
    assert ready.outgoing(office, load(office, case.number)) == ("食品经营许可证 JY2",)


def test_a_parcel_is_filled_with_decision_and_result(office: Office) -> None:
    case = produced(office)
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    assert [(line.kind, line.name) for line in told.contents] == [
        (ContentKind.NOTICE, "准予行政许可决定书"), (ContentKind.LICENCE, "食品经营许可证"),
    ]  # fmt: skip


def test_the_parcel_with_the_result_is_the_one(office: Office) -> None:
    case = produced(office)
    assert ready.parcel(office, case.number) is None
    sent = send(office, case).shipment
    assert ready.parcel(office, case.number) == sent
    other = replace(shipments.suggest(office, case.number, Direction.OUTBOUND), contents=())
    shipments.create(office, CLERK, other)
    assert ready.parcel(office, case.number) == sent


def test_a_parcel_with_other_papers_is_not(office: Office) -> None:
    case = accepted(office)
    send(office, case)
    assert ready.parcel(office, case.number) is None


def test_what_came_back_is_sent_again(office: Office) -> None:
    case = decided(office, granted=False)
    sent = send(office, case).shipment
    shipments.move(office, CLERK, sent.number, ShipmentStage.CANCELLED)
    assert ready.parcel(office, case.number) is None


def test_the_wait_is_counted_in_days(office: Office, clock: Clock) -> None:
    produced(office)
    clock.on(days=3)
    assert ready.waiting(office)[0].days == (office.today() - TODAY) // timedelta(days=1) == 3
