"""Carriers on the screen: the quiet line, the background, and 上门取件 with one key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.courier.carrying.pickups import PickupState
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.halls.roles import Clerk
from desktop.services.courier import pickups
from desktop.services.courier.shipments import load_shipment
from desktop.services.office import Office
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.courier.polling import Poller
from desktop.ui.shell import Shell
from tests.couriers.desk import OrderDesk, both
from tests.couriers.hall import connected, sent
from tests.couriers.server import Fault, Line, Service, carrying
from tests.offices import NOW, Clock
from tests.ui.conftest import CLERK
from tests.ui.pages.keyboard import press, type_text

Window = Callable[[Clerk], Shell]
STORY = [Line(NOW - timedelta(hours=3), "103", "已揽收"), Line(NOW - timedelta(hours=1), "7777")]


@pytest.fixture
def carrier(clock: Clock) -> Iterator[Service]:
    with carrying(clock) as carrier:
        yield carrier


@pytest.fixture
def orders(carrier: Service) -> OrderDesk:
    orders = OrderDesk()
    carrier.server.replies = [both(carrier.reply, orders)]
    return orders


@pytest.fixture
def hall(office: Office, carrier: Service) -> Office:
    return connected(office, carrier)


def shown(shell: Shell, what: str = "") -> CourierPage:
    shell.go("courier", what)
    page = shell.front
    assert isinstance(page, CourierPage)
    return page


def looked(qtbot: QtBot, shell: Shell, poller: Poller) -> None:
    with qtbot.waitSignal(shell.desk.polled, timeout=20_000):
        poller.look()


def test_carriers_are_asked_in_the_background_and_the_page_says_so(
    qtbot: QtBot, hall: Office, carrier: Service, window: Window
) -> None:
    number = sent(hall, carrier, "1136281381675", STORY)
    shell = window(CLERK)
    page, poller = shown(shell, number), Poller(shell.desk)
    looked(qtbot, shell, poller)
    assert load_shipment(hall, number).stage is ShipmentStage.PICKED_UP
    assert page.polling.full == "承运人查询：上次 10:41，在查 1 件"
    qtbot.waitUntil(lambda: page.detail.buttons["pickup_parcel"].isHidden())
    assert page.detail.shipment is not None
    assert page.detail.shipment.stage is ShipmentStage.PICKED_UP
    assert not page.banner.isVisible()
    poller.look()
    assert not shell.desk.working
    poller.stop()


def test_a_failure_nags_nobody_and_stands_in_the_line(
    qtbot: QtBot, hall: Office, carrier: Service, window: Window
) -> None:
    sent(hall, carrier, "1136281381675", STORY)
    carrier.fault = lambda _number, _nth: Fault.HTTP_500
    shell = window(CLERK)
    page, poller = shown(shell), Poller(shell.desk)
    looked(qtbot, shell, poller)
    assert "1 件没有查到（对方系统出错），11:1" in page.polling.full
    assert not page.banner.isVisible()
    poller.stop()


def test_what_is_being_filled_in_stays_while_carriers_answer(
    qtbot: QtBot, hall: Office, carrier: Service, window: Window
) -> None:
    number = sent(hall, carrier, "1136281381675", STORY)
    shell = window(CLERK)
    page, poller = shown(shell, number), Poller(shell.desk)
    press(Qt.Key.Key_F3)
    looked(qtbot, shell, poller)
    assert not page.detail.step.isHidden()
    poller.stop()


def test_a_bug_in_the_background_is_said_to_nobody(
    qtbot: QtBot, hall: Office, carrier: Service, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    sent(hall, carrier, "1136281381675", STORY)
    shell = window(CLERK)
    page, poller = shown(shell), Poller(shell.desk)
    monkeypatch.setattr("desktop.services.courier.tracking.answered", breaks)
    poller.look()
    qtbot.waitUntil(lambda: not shell.desk.working, timeout=20_000)
    assert not page.banner.isVisible()
    assert not shell.banner.isVisible()
    poller.stop()


def test_without_a_service_the_line_says_how_it_is_done(office: Office, window: Window) -> None:
    assert "手工登记" in shown(window(CLERK)).polling.full


def test_a_pickup_is_ordered_and_cancelled_with_one_key(
    qtbot: QtBot, hall: Office, carrier: Service, orders: OrderDesk, window: Window
) -> None:
    number = sent(hall, carrier, "")
    shell = window(CLERK)
    page = shown(shell, number)
    panel = page.detail.pickup
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert panel.isVisible()
    assert panel.begins.edit.text() == "2026-11-23 12:00"
    with qtbot.waitSignals([panel.told, panel.told], timeout=20_000):
        press(Qt.Key.Key_F9)
    assert "下单成功" in page.banner.text
    assert len(orders.orders) == 1
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert panel.reason.isVisible()
    press(Qt.Key.Key_F9)
    assert "为什么取消" in page.banner.text
    panel.reason.setFocus()
    type_text("改期")
    with qtbot.waitSignals([panel.told, panel.told], timeout=20_000):
        press(Qt.Key.Key_F9)
    told = pickups.pickup(hall, number)
    assert told is not None
    assert (told.state, told.cancelling) == (PickupState.CANCELLED, "改期")


def test_no_answer_is_sent_again_with_the_same_key(
    qtbot: QtBot, hall: Office, carrier: Service, orders: OrderDesk, window: Window
) -> None:
    number = sent(hall, carrier, "")
    orders.lost = 1
    page = shown(window(CLERK), number)
    for words in ("没有答复", "下单成功"):
        press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        with qtbot.waitSignals([page.detail.pickup.told] * 2, timeout=20_000):
            press(Qt.Key.Key_F9)
        assert words in page.banner.text
    assert len(orders.orders) == 1


def test_escape_puts_the_card_away(
    hall: Office, carrier: Service, orders: OrderDesk, window: Window
) -> None:
    page = shown(window(CLERK), sent(hall, carrier, ""))
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Escape)
    assert page.detail.pickup.isHidden()
    assert not orders.orders


def test_asking_makes_no_page_read_anew(
    qtbot: QtBot, hall: Office, carrier: Service, window: Window
) -> None:
    sent(hall, carrier, "1136281381675", [])
    shell = window(CLERK)
    poller = Poller(shell.desk)
    shell.desk.tell(frozenset())
    with qtbot.assertNotEmitted(shell.desk.changed):
        looked(qtbot, shell, poller)
        shell.desk._look()
    poller.stop()
