"""要处理: with 500 parcels in three themes, what to do next is told at a glance, and is done by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.progress import Event
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.kinds import Remedy, Trouble
from desktop.domain.halls.roles import Clerk
from desktop.services.courier import shipments
from desktop.services.courier.shipments import load_shipment
from desktop.services.courier.troubles.worklist import troubles_of, worklist
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.lists import Tab
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.offices import Clock
from tests.parcels import stock
from tests.ui.conftest import CLERK
from tests.ui.pages.conftest import Day
from tests.ui.pages.courier.test_courier import open_page
from tests.ui.pages.keyboard import press, type_text
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
SHIFT = Qt.KeyboardModifier.ShiftModifier
_S = ShipmentStage


def parcel(day: Day, *steps: ShipmentStage, by: SignedBy | None = None) -> str:
    office = day.office
    told = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems",
        receiver=Address(name="李晓敏", phone="13800138021", city="石家庄"),
    )  # fmt: skip
    number = shipments.create(office, CLERK, told).shipment.number
    for step in steps:
        shipments.move(office, CLERK, number, step, signed_by=by if step is _S.SIGNED else None)
    return number


def shown(page: CourierPage) -> list[str]:
    model = page.lists.pane.model
    return [str(model.key(model.row_at(n))) for n in range(model.rowCount())]


@pytest.mark.parametrize(("theme", "px"), list(product(Theme, (15, 22))))
def test_five_hundred_parcels_are_told_at_a_glance(
    day: Day, window: Window, dressed: QApplication, shoot: Callable[[QWidget, str], None],
    theme: Theme, px: int,
) -> None:  # fmt: skip
    """In every theme, with the smallest and the largest letters."""
    stock(day.office, 500)
    dress(dressed, theme, px)
    shell, page = open_page(window)
    assert 40 < page.lists.todo.number < 60
    for name in scenes(page):
        dressed.processEvents()
        shoot(shell, f"{name}-{theme}-{px}")
        assert not list(cut_off(shell)), name


def scenes(page: CourierPage) -> Iterator[str]:
    """The worklist, its first parcel, what its next step asks, and the other lists."""
    assert shown(page) == [one.number for one in worklist(page.desk.office).calling]
    yield "todo"
    press(Qt.Key.Key_Return)
    assert page.level is Level.DETAIL
    assert not page.detail.card.isHidden()
    yield "todo-parcel"
    for verb in page.detail.panels:
        page.detail.ask(verb)
        yield f"todo-{verb}"
    page.back()
    page.back()
    for tab in (Tab.UNDER_WAY, Tab.HANDOVER):
        page.lists.tabs.choose(tab)
        assert shown(page)
        yield f"todo-tab{int(tab)}"


def test_nothing_to_do_is_calm(
    day: Day, window: Window, shoot: Callable[[QWidget, str], None]
) -> None:
    parcel(day, _S.PICKED_UP)
    shell, page = open_page(window)
    shoot(shell, "todo-calm")
    assert shown(page) == []
    assert "没有要处理的快件" in page.lists.todo.pane.empty.findChildren(QWidget)[0].text()  # type: ignore[attr-defined]
    assert page.lists.todo.chips.isHidden()


def test_a_chip_keeps_those_of_one_trouble_and_a_search_those_it_finds(
    day: Day, window: Window
) -> None:
    lost, locker = parcel(day, _S.PICKED_UP, _S.LOST), parcel(day, _S.SIGNED, by=SignedBy.LOCKER)
    _shell, page = open_page(window)
    assert shown(page) == [lost, locker]
    page.lists.todo.chips.take(3)
    assert shown(page) == [locker]
    page.lists.todo.chips.take(1)
    page.lists.search.setText(lost)
    assert shown(page) == [lost]


def test_the_next_step_is_a_key_from_the_list_to_the_letter(
    day: Day, window: Window, clock: Clock
) -> None:
    number = parcel(day, _S.PICKED_UP)
    clock.on(days=3)
    shell, page = open_page(window)
    press(Qt.Key.Key_F4)
    type_text("客服答应核实")
    press(Qt.Key.Key_F9)
    (found,) = troubles_of(day.office, number)
    assert found.step is Remedy.COMPLAIN
    press(Qt.Key.Key_F4)
    type_text("仍然没有动静")
    press(Qt.Key.Key_F9)
    assert shell.front is shell.page("papers")
    assert [one.remedy for one in load_shipment(day.office, number).followups.open] == [
        Remedy.COMPLAIN
    ]
    shell.go("courier")
    page.back()
    assert shown(page) == []
    assert [one.number for one in worklist(day.office).waiting] == [number]


def test_put_off_with_a_reason_and_back_on_its_day(
    day: Day, window: Window, clock: Clock, qtbot: QtBot
) -> None:
    number = parcel(day, _S.PICKED_UP, _S.REJECTED)
    _shell, page = open_page(window, number)
    press(Qt.Key.Key_F8, SHIFT)
    type_text("收件人出差")
    press(Qt.Key.Key_F9)
    page.back()
    qtbot.waitUntil(lambda: shown(page) == [])
    clock.on(days=1)
    page.lists.reload()
    assert shown(page) == [number]


def test_a_claim_and_its_answer(day: Day, window: Window) -> None:
    number = parcel(day, _S.PICKED_UP, _S.LOST)
    shell, page = open_page(window, number)
    press(Qt.Key.Key_F4)
    type_text("快件已确认丢失，请赔偿")
    front = page.detail.front
    front.postage.set_text("22")  # type: ignore[union-attr]
    front.loss.set_text("一百")  # type: ignore[union-attr]
    press(Qt.Key.Key_F9)
    assert "看不明白" in page.banner.text
    front.loss.set_text("100.00")  # type: ignore[union-attr]
    press(Qt.Key.Key_F9)
    (asked,) = load_shipment(day.office, number).followups.asked
    assert f"{asked.paper}" == f"{number}-SP1"
    shell.go("courier", number)
    press(Qt.Key.Key_F6, SHIFT)
    type_text("同意赔付邮费三倍")
    page.detail.front.credited.set_text("66")  # type: ignore[union-attr]
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9, SHIFT)
    press(Qt.Key.Key_F9)
    assert load_shipment(day.office, number).followups.open == ()
    assert troubles_of(day.office, number) == ()
    assert page.detail.card.isHidden()


def test_a_returned_parcel_is_sent_again_and_both_say_so(day: Day, window: Window) -> None:
    number = parcel(day, _S.PICKED_UP, _S.RETURNING)
    _shell, page = open_page(window, number)
    assert "正在退回寄件人" in page.detail._stage.text()
    press(Qt.Key.Key_F5, SHIFT)
    new = page.detail.shipment
    assert new is not None
    assert (new.resend_of, new.stage) == (number, _S.WAITING)
    assert "已补寄" in page.banner.text
    assert dict(page.detail._chain(new))["补寄自"] == number
    old = load_shipment(day.office, number)
    assert new.number in dict(page.detail._chain(old))["又补寄为"]


def test_what_nobody_can_read_stays_in_sight(day: Day, window: Window) -> None:
    number = parcel(day, _S.PICKED_UP)
    at = day.office.now() - timedelta(minutes=1)
    event = Event(at=at + timedelta(minutes=1), stage=None, code="9999", source="x", text="海关？")
    shipments.take_events(day.office, CLERK, number, "x", [event])
    _shell, page = open_page(window, number)
    assert page.detail.first is not None
    assert page.detail.first.trouble is Trouble.UNKNOWN_CODE
    assert "9999" in page.detail.steps.model.row_at(0).words


def test_a_delivered_result_leads_to_the_delivery(day: Day, window: Window, qtbot: QtBot) -> None:
    _shell, page = open_page(window, parcel(day, _S.PICKED_UP, _S.LOST))
    first = page.detail.first
    assert first is not None
    page.detail.found = (replace(first, step=Remedy.DELIVER, result="C1"),)
    with qtbot.waitSignal(page.wanted) as told:
        page.verbs()["next_step"]()
    assert told.args == ["delivery", "C1"]
