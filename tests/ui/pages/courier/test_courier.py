from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.halls.roles import Clerk
from desktop.services.courier.loading import load_shipment
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.shell import Shell
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press, type_text

Window = Callable[[Clerk], Shell]
WAYBILL = "EA966331020CN"


def open_page(window: Window, what: str = "", clerk: Clerk = CLERK) -> tuple[Shell, CourierPage]:
    shell = window(clerk)
    shell.go("courier", what)
    page = shell.front
    assert isinstance(page, CourierPage)
    return shell, page


def parcels(day: Day) -> list[ShipmentRow]:
    return day.office.store.views.shipments(ShipmentFilter())


def test_a_case_fills_the_parcel_and_the_post_carries_it(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}")
    assert page.form.carrier.value == "ems"
    assert page.form.person.name.text == "李晓敏"
    type_text(WAYBILL)
    assert page.form.waybill.warning
    press(Qt.Key.Key_F9)
    assert page.level is Level.DETAIL
    (row,) = parcels(day)
    assert (row.waybill, row.cases) == (WAYBILL, (case.number,))
    assert "申请人不付费" in page.banner.text


def test_a_wrong_waybill_is_said_while_typing_and_refused(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}")
    type_text("EA966331021CN")
    assert page.form.waybill._verdict.property("role") == "bad"
    press(Qt.Key.Key_F9)
    assert page.level is Level.FORM
    assert page.banner.isVisible()
    assert not parcels(day)


def test_another_carrier_wants_a_supervisor_and_a_reason(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}")
    page.form.carrier.set_value("shunfeng")
    page.form.explain()
    assert page.form.reason.isHidden()
    press(Qt.Key.Key_F9)
    assert "邮政" in page.banner.text
    assert not parcels(day)


def test_a_supervisor_may_say_why(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}", SUPERVISOR)
    page.form.carrier.set_value("shunfeng")
    page.form.explain()
    assert page.form.reason.isVisible()
    page.form.reason.set_text("当地邮政停运，申请人书面同意")
    press(Qt.Key.Key_F9)
    assert load_shipment(day.office, parcels(day)[0].number).justification


def test_a_scanned_number_goes_to_the_waybill(day: Day, window: Window) -> None:
    _shell, page = open_page(window)
    press(Qt.Key.Key_F5)
    assert page.scanned(WAYBILL)
    assert page.form.waybill.text == WAYBILL


def test_a_parcel_may_hold_several_cases_or_none(day: Day, window: Window, qtbot: QtBot) -> None:
    first, second = day.accepted(), day.accepted()
    _shell, page = open_page(window, f"new:{first.number}")
    press(Qt.Key.Key_F7)
    type_text(second.number)
    press(Qt.Key.Key_Return)
    cases = {line.case for line in page.form.contents.chosen}
    assert cases == {first.number, second.number}
    count = len(page.form.contents.chosen)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.form.contents.chosen) == count - 1)


def test_the_other_way_travel_the_missing_materials(day: Day, window: Window) -> None:
    case = day.received()
    _shell, page = open_page(window, f"new-in:{case.number}")
    assert page.form.direction.value is Direction.INBOUND
    assert len(page.form.contents.chosen) == len(case.lines)


def test_a_step_is_told_by_hand(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F3)
    page.detail.step.stage.set_value(ShipmentStage.SIGNED)
    page.detail.step.note.set_text("本人")
    press(Qt.Key.Key_F9)
    told = load_shipment(day.office, parcels(day)[0].number)
    assert told.stage is ShipmentStage.SIGNED
    assert told.signed_by is not None


def test_the_days_parcels_are_handed_over_on_one_sheet(day: Day, window: Window) -> None:
    case = day.accepted()
    shell, page = open_page(window, f"new:{case.number}")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F6)
    assert page.handover.pane.model.rowCount() == 1
    press(Qt.Key.Key_F9)
    assert shell.front is shell.page("papers")
    (row,) = parcels(day)
    assert row.stage is ShipmentStage.PICKED_UP


def test_a_number_is_completed_later(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F8)
    type_text(WAYBILL)
    press(Qt.Key.Key_F9)
    assert parcels(day)[0].waybill == WAYBILL
    assert page.level is Level.DETAIL
