from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.cases.draft import Channel
from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address
from desktop.domain.halls.roles import Clerk
from desktop.services.courier import shipments
from desktop.services.courier.arrivals import waiting
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.shell import Shell
from tests.offices import Clock
from tests.services.courier.arrivals.arriving import FRIDAY, OTHER, SENDER, WAYBILL, arrive
from tests.ui.conftest import CLERK
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press, type_text

Window = Callable[[Clerk], Shell]
Shoot = Callable[[QWidget, str], None]
UNNAMED = Address()


def open_page(window: Window) -> tuple[Shell, CourierPage]:
    shell = window(CLERK)
    shell.go("courier")
    page = shell.front
    assert isinstance(page, CourierPage)
    return shell, page


def test_an_unknown_waybill_is_registered_by_scan_and_two_keys(
    day: Day, window: Window, shoot: Shoot
) -> None:
    shell, page = open_page(window)
    assert page.scanned(WAYBILL.lower())
    assert page.level is Level.ARRIVALS
    form = page.arrivals.desk.form
    assert (form.waybill.text, form.carrier.value) == (WAYBILL, "ems")
    type_text("李晓敏")
    shoot(shell, "arrivals-form")
    press(Qt.Key.Key_F9)
    (one,) = waiting.waiting(day.office)
    assert (one.row.waybill, one.row.sender) == (WAYBILL, "李*敏")
    assert load_arrival(day.office, one.row.number).received_by == CLERK.name
    assert "收到日 11月23日" in page.banner.text
    assert "11月30日" in page.banner.text
    assert form.waybill.text == ""
    shoot(shell, "arrivals-registered")


def test_the_same_waybill_is_said_to_be_here_already(day: Day, window: Window) -> None:
    arrive(day.office)
    _shell, page = open_page(window)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.scanned(WAYBILL)
    assert "已由 0712" in page.arrivals.desk.form.waybill.warning
    press(Qt.Key.Key_F9)
    assert "不用再登" in page.banner.text
    assert len(waiting.waiting(day.office)) == 1


def test_an_announced_parcel_fills_the_form(day: Day, window: Window) -> None:
    case = day.received()
    told = shipments.suggest(day.office, case.number, Direction.INBOUND)
    told = replace(told, waybill=OTHER, carrier="jd")
    number = shipments.create(day.office, CLERK, told).shipment.number
    _shell, page = open_page(window)
    page.scanned(OTHER)
    form = page.arrivals.desk.form
    assert form.person.name.text == told.sender.name
    assert number in form.waybill.warning
    press(Qt.Key.Key_F9)
    assert [one.row.number for one in waiting.waiting(day.office)] == [number]


def test_a_parcel_goes_to_the_case_that_waits_for_it(
    day: Day, window: Window, shoot: Shoot
) -> None:
    case = day.received()
    number = arrive(day.office, sender=replace(SENDER, name=case.applicant.name)).number
    shell, page = open_page(window)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.arrivals.desk.pane.take_focus()
    press(Qt.Key.Key_Return)
    place = page.arrivals.claiming.current
    assert place is not None
    assert place.candidate.case == case.number
    shoot(shell, "arrivals-claiming")
    press(Qt.Key.Key_F9)
    intake = shell.front
    assert isinstance(intake, IntakePage)
    draft = intake.session.draft
    assert draft is not None
    assert (draft.case, draft.channel, draft.happened_at) == (
        case.number, Channel.COURIER, FRIDAY,
    )  # fmt: skip
    assert "11月20日（快递签收日）" in intake.review.text("received")
    shoot(shell, "arrivals-intake-case")
    assert load_arrival(day.office, number).state is ArrivalState.CLAIMED


def test_a_new_case_begins_from_the_parcel(day: Day, window: Window, shoot: Shoot) -> None:
    number = arrive(day.office).number
    shell, page = open_page(window)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.arrivals.desk.pane.take_focus()
    press(Qt.Key.Key_F5)
    intake = shell.front
    assert isinstance(intake, IntakePage)
    assert "快递申请" in intake.banner.text
    shoot(shell, "arrivals-intake-find")
    intake.take_item("SP01")
    draft = intake.session.draft
    assert draft is not None
    assert (draft.parcel, draft.waybill, draft.applicant.name) == (number, WAYBILL, "李晓敏")
    intake.middle.go("step_who")
    assert "11-27" in intake.review.text("received")
    assert intake.middle.who.channel.waybill.text == WAYBILL
    shoot(shell, "arrivals-intake-who")
    claims = load_arrival(day.office, number).claims
    assert [claim.draft for claim in claims] == [draft.id]


def test_the_channel_may_be_told_by_hand(day: Day, window: Window) -> None:
    arrive(day.office)
    shell = window(CLERK)
    page = shell.front
    assert isinstance(page, IntakePage)
    page.take_item("SP01")
    page.middle.go("step_who")
    part = page.middle.who.channel
    assert "窗口收件日" in page.review.text("received")
    part.chips.answered.emit((Channel.COURIER.value,))
    assert any(found.place == "channel" for found in page.session.lacking())
    part.waybill.setFocus()
    type_text("EA1")
    draft = page.session.draft
    assert draft is not None
    assert (draft.waybill, draft.parcel) == ("EA1", "")
    part.waybill.line.clear()
    type_text(WAYBILL)
    draft = page.session.draft
    assert draft is not None
    assert draft.happened_at == FRIDAY
    assert "11月20日（快递签收日）" in page.review.text("received")
    part.chips.answered.emit((Channel.COUNTER.value,))
    draft = page.session.draft
    assert draft is not None
    assert (draft.channel, draft.parcel, draft.happened_at) == (Channel.COUNTER, "", None)


def test_a_number_written_inside_claims_the_case(day: Day, window: Window) -> None:
    case = day.received()
    number = arrive(day.office, sender=UNNAMED).number
    _shell, page = open_page(window)
    page.arrive()
    page.arrivals.open(number)
    press(Qt.Key.Key_F6)
    type_text(case.number)
    press(Qt.Key.Key_Return)
    assert load_arrival(day.office, number).cases == (case.number,)
    press(Qt.Key.Key_F8)
    assert load_arrival(day.office, number).state is ArrivalState.WAITING


def test_what_nobody_knows_goes_back_or_on(day: Day, window: Window, shoot: Shoot) -> None:
    back, on = arrive(day.office).number, arrive(day.office, OTHER).number
    shell, page = open_page(window)
    page.arrive()
    page.arrivals.desk.pane.seek(back)
    page.arrivals.desk.pane.take_focus()
    press(Qt.Key.Key_F7)
    assert page.level is Level.DETAIL
    shown = page.detail.shipment
    assert shown is not None
    assert (shown.direction, shown.receiver.name) == (Direction.OUTBOUND, SENDER.name)
    shoot(shell, "arrivals-returned")
    page.arrive()
    page.arrivals.open(on)
    press(Qt.Key.Key_F4)
    type_text("大兴区政务服务中心")
    shoot(shell, "arrivals-forward")
    press(Qt.Key.Key_Return)
    assert load_arrival(day.office, on).state is ArrivalState.FORWARDED
    assert waiting.waiting(day.office) == []


@pytest.mark.parametrize(("days", "told"), [(3, "告知期限将到 1 件"), (7, "已过告知期限 1 件")])
def test_a_parcel_nobody_opened_raises_the_alarm(
    day: Day, window: Window, clock: Clock, shoot: Shoot, days: int, told: str
) -> None:
    arrive(day.office)
    clock.on(days=days)
    shell, page = open_page(window)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert told in page.arrivals.desk.alert
    shoot(shell, f"arrivals-alert-{days}")


def test_esc_leads_back_one_level_at_a_time(day: Day, window: Window) -> None:
    number = arrive(day.office).number
    _shell, page = open_page(window)
    page.arrive()
    page.arrivals.open(number)
    press(Qt.Key.Key_F6)
    assert page.step_back()
    assert page.arrivals.claiming.ask.isHidden()
    assert page.step_back()
    assert page.arrivals.in_front is None
    assert page.step_back()
    assert page.level is Level.LISTS


def test_calling_the_sender_is_journalled(day: Day, window: Window) -> None:
    number = arrive(day.office).number
    _shell, page = open_page(window)
    page.arrive()
    page.arrivals.open(number)
    assert page.arrivals.claiming._looked()
    kinds = [fact.entry.kind for fact in day.office.store.journal.facts(f"shipment:{number}")]
    assert kinds[-1] == "case.revealed"
