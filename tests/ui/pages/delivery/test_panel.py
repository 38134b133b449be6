"""制证 and 送达 by keyboard, from the decision until the case is closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import ShipmentAmended
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.handling.entries import DeliveryWay, Relation
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import Agent, Party, PartyKind, Power, Presence
from desktop.services.cases.acts import load
from desktop.services.courier import shipments
from desktop.services.handling.ready import outgoing
from desktop.services.office import Office
from desktop.ui.pages.delivery.page import DeliveryPage, Level
from tests.courses import RESULT, decided, produced
from tests.offices import CLERK, NOW, PERSON, Clock, answered
from tests.ui.pages.delivery.conftest import OpenPage
from tests.ui.pages.keyboard import press, type_text

WAYBILL = "EA966331020CN"
TODAY = NOW.date()
AGENT = Agent(name="王代理", id_number="110105194912310038", phone="13900000000")
POSTED = Delivery(way=Way.COURIER, receiver="李晓敏", phone="13800138021", address="一号")


def closed(office: Office, case: Case) -> Case:
    told = load(office, case.number)
    assert told.stage is Stage.CLOSED
    return told


def focus_of(page: DeliveryPage) -> Any:
    assert page.banner.isVisible()
    return QApplication.focusWidget()


def test_a_grant_is_made_and_handed_out_without_the_mouse(
    office: Office, open_page: OpenPage
) -> None:
    case = decided(office)
    _shell, page = open_page(case.number)
    making = page.panel.making
    assert making.isVisible()
    assert making.name.text == "食品经营许可证"
    assert (making.first.day, making.last.day) == (TODAY, date(2031, 11, 22))
    type_text(RESULT)
    press(Qt.Key.Key_F9)
    made = load(office, case.number).course.produced
    assert made is not None
    assert (made.number, made.valid_until) == (RESULT, date(2031, 11, 22))
    serving = page.panel.serving
    assert serving.isVisible()
    assert serving.receiver.name.text == "李晓敏"
    type_text("11010519491231002x")
    assert "一致" in serving.receiver.number.warning
    press(Qt.Key.Key_F9)
    (told,) = closed(office, case).course.delivered
    assert told.papers == (f"准予行政许可决定书 {case.number}-ZY1", f"食品经营许可证 {RESULT}")
    assert told.checked == "居民身份证 110***********002X"
    assert (told.place, told.mandate) == (office.station.hall_name, "")
    assert page.level is Level.LISTS
    assert "送达回证" in page.banner.text


def test_the_paper_to_sign_is_one_key_away(
    office: Office, open_page: OpenPage, qtbot: QtBot
) -> None:
    case = produced(office)
    shell, page = open_page(case.number)
    type_text(PERSON.id_number)
    press(Qt.Key.Key_F9)
    page.wanted.disconnect(shell.go)  # what is asked for, not how it is drawn
    with qtbot.waitSignal(page.wanted) as asked:
        press(Qt.Key.Key_F2, at=page)
    assert asked.args == ["papers", f"delivery|{case.number}-SD1"]


def test_a_denial_is_handed_out_as_it_is(office: Office, open_page: OpenPage) -> None:
    case = decided(office, granted=False)
    _shell, page = open_page(case.number)
    assert not page.panel.makes
    assert page.panel.again.isHidden()
    type_text(PERSON.id_number)
    press(Qt.Key.Key_F9)
    assert closed(office, case).course.delivered[0].papers == (
        f"不予行政许可决定书 {case.number}-BX1",
    )


def test_a_result_without_number_is_refused_and_the_field_is_in_focus(
    office: Office, open_page: OpenPage
) -> None:
    case = decided(office)
    _shell, page = open_page(case.number)
    page.panel.button.setFocus()
    press(Qt.Key.Key_F9)
    assert focus_of(page) is page.panel.making.number.line
    assert load(office, case.number).stage is Stage.DECIDED


def test_a_reversed_term_is_refused(office: Office, open_page: OpenPage) -> None:
    case = decided(office)
    _shell, page = open_page(case.number)
    type_text(RESULT)
    page.panel.making.last.set_day(TODAY - timedelta(days=1))
    press(Qt.Key.Key_F9)
    assert focus_of(page) is page.panel.making.last.edit


def test_the_term_follows_its_first_day(office: Office, open_page: OpenPage) -> None:
    case = decided(office)
    _shell, page = open_page(case.number)
    making = page.panel.making
    making.issued.setFocus()
    press(Qt.Key.Key_Up)  # the year is what Up changes first
    assert making.first.day == TODAY.replace(year=2027)
    assert making.last.day == date(2032, 11, 22)


def test_without_end_hides_the_last_day(office: Office, open_page: OpenPage) -> None:
    case = decided(office)
    _shell, page = open_page(case.number)
    making = page.panel.making
    making.endless.setFocus()
    press(Qt.Key.Key_Space)
    assert making.last.isHidden()
    assert making.told().valid_until is None


def test_a_wrong_number_is_put_right_before_it_is_handed_out(
    office: Office, open_page: OpenPage
) -> None:
    case = produced(office, number="JY0")
    shell, page = open_page(case.number)
    press(Qt.Key.Key_F8)
    assert page.panel.making.isVisible()
    press(Qt.Key.Key_Escape, at=shell)
    assert page.panel.serving.isVisible()
    press(Qt.Key.Key_F8)
    page.panel.making.number.line.selectAll()
    type_text(RESULT)
    press(Qt.Key.Key_F9)
    made = load(office, case.number).course.produced
    assert made is not None
    assert made.number == RESULT
    assert page.panel.serving.isVisible()
    assert RESULT in page.panel.serving.pieces[1].name


@pytest.mark.parametrize(
    ("typed", "field"),
    [("", "number"), ("110105194912310021", "number")],
)
def test_a_document_is_looked_at(
    office: Office, open_page: OpenPage, typed: str, field: str
) -> None:
    case = produced(office)
    _shell, page = open_page(case.number)
    type_text(typed)
    page.panel.button.setFocus()
    press(Qt.Key.Key_F9)
    assert focus_of(page) is getattr(page.panel.serving.receiver, field).line
    assert load(office, case.number).stage is Stage.PRODUCED


def test_another_document_than_registered_is_said_and_not_refused(
    office: Office, open_page: OpenPage
) -> None:
    case = produced(office)
    _shell, page = open_page(case.number)
    receiver = page.panel.serving.receiver
    type_text("440524188001010014")
    assert "不同" in receiver.number.warning
    receiver.kind.set_value(IdKind.PASSPORT)
    receiver.take_number("E1234567")
    assert "不同" not in receiver.number.warning
    press(Qt.Key.Key_F9)
    assert closed(office, case).course.delivered[0].checked.startswith("护照 E****")


def test_a_scanned_document_goes_into_the_form(office: Office, open_page: OpenPage) -> None:
    case = produced(office)
    _shell, page = open_page(case.number)
    assert page.scanned(PERSON.id_number)
    assert page.panel.serving.receiver.number.text == PERSON.id_number
    assert page.scanned(f"{case.number}-ZY1")
    assert page.banner.isHidden()


def test_a_scan_while_the_result_is_made_is_its_number(office: Office, open_page: OpenPage) -> None:
    _shell, page = open_page(decided(office).number)
    assert page.scanned(RESULT)
    assert page.panel.making.number.text == RESULT


def test_another_cases_paper_is_held_back(office: Office, open_page: OpenPage) -> None:
    case, other = produced(office), produced(office)
    _shell, page = open_page(case.number)
    page.scanned(f"{other.number}-ZY1")
    assert page.panel.case is not None
    assert page.panel.case.number == case.number
    assert other.number in page.banner.text
    page.banner.chosen.emit(f"open:{other.number}")
    assert page.panel.case.number == other.number


@pytest.mark.parametrize(
    ("agent", "words", "serves"),
    [
        ({"until": date(2026, 12, 31)}, "✓ 收件时的授权含领取，至 2026-12-31", True),
        ({}, "✓ 收件时的授权含领取，限本件", True),
        ({"powers": (Power.HAND_IN,)}, "▲ 授权不含领取，要现场核验委托书", False),
        (
            {"until": date(2026, 11, 22)},
            "▲ 收件时的授权已到期（2026-11-22），要现场核验委托书",
            False,
        ),
    ],
)
def test_what_the_mandate_is_worth_is_said(
    office: Office, open_page: OpenPage, agent: dict[str, Any], words: str, serves: bool
) -> None:
    told = Agent(**{"name": "王代理", "id_number": AGENT.id_number, **agent})
    case = produced(office, presence=Presence.AGENT, agent=told)
    _shell, page = open_page(case.number)
    receiver = page.panel.serving.receiver
    if receiver.who is not Relation.AGENT:
        receiver.relation.set_value(Relation.AGENT)
        receiver.relation.picked.emit(Relation.AGENT)
    assert receiver._worth.text() == words
    receiver.take_number(AGENT.id_number)
    press(Qt.Key.Key_F9)
    if not serves:
        assert focus_of(page) is receiver.mandate.line
        type_text("授权委托书，2026-11-23 签")
        press(Qt.Key.Key_F9)
    (given,) = closed(office, case).course.delivered
    assert given.relation is Relation.AGENT
    assert given.mandate == (words.removeprefix("✓ ") if serves else "授权委托书，2026-11-23 签")


def test_an_organisation_sends_its_representative_or_somebody(
    office: Office, open_page: OpenPage
) -> None:
    firm = Party(
        kind=PartyKind.ORGANISATION, name="北京某某有限公司", id_kind=IdKind.USCC,
        id_number="91110000600037341L", legal_representative="赵总", phone="010-55550000",
    )  # fmt: skip
    case = produced(office, applicant=firm)
    _shell, page = open_page(case.number)
    receiver = page.panel.serving.receiver
    assert receiver.who is Relation.REPRESENTATIVE
    assert receiver.name.text == "赵总"
    assert receiver.mandate.isHidden()
    receiver.relation.set_value(Relation.STAFF)
    receiver.relation.picked.emit(Relation.STAFF)
    assert receiver.name.text == ""
    assert "没有授权此人" in receiver._worth.text()


def test_originals_go_home_when_ticked_and_their_pages_are_counted(
    office: Office, open_page: OpenPage, qtbot: QtBot
) -> None:
    ticks = {row: Tick(check=Check.RECEIVED, pages=3) for row in (answered(office).ticks or {})}
    case = produced(office, ticks=ticks)
    _shell, page = open_page(case.number)
    serving = page.panel.serving
    known = len(outgoing(office, case))
    assert all(not piece.out for piece in serving.pieces[known:])
    serving.pane.view.choose(known)
    serving.pane.take_focus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: serving.pieces[known].out)
    serving.receiver.take_number(PERSON.id_number)
    press(Qt.Key.Key_F9)
    told = closed(office, case).course.delivered[0]
    assert told.returned == (serving.pieces[known].key,)


def test_nothing_ticked_is_refused(office: Office, open_page: OpenPage, qtbot: QtBot) -> None:
    case = decided(office, granted=False)
    _shell, page = open_page(case.number)
    serving = page.panel.serving
    serving.pane.take_focus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not serving.pieces[0].out)
    serving.receiver.number.line.setFocus()
    press(Qt.Key.Key_F9)
    assert focus_of(page) is serving.pane.view


def test_by_post_the_parcel_fills_the_form_and_its_signing_is_the_day(
    office: Office, open_page: OpenPage, clock: Clock
) -> None:
    case = produced(office, delivery=POSTED)
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    parcel = shipments.create(office, CLERK, told).shipment
    _shell, page = open_page(case.number)
    serving = page.panel.serving
    assert serving.by is DeliveryWay.COURIER
    assert "待揽收" in serving.post._way.text()
    press(Qt.Key.Key_F9)
    assert focus_of(page) is serving.post.waybill.line
    shipments.amend(office, CLERK, parcel.number, ShipmentAmended(waybill=WAYBILL))
    clock.on(days=1)
    shipments.move(office, CLERK, parcel.number, ShipmentStage.SIGNED)
    signed = office.today()
    clock.on(days=2)
    page.panel.refresh()
    assert serving.post.waybill.text == WAYBILL
    assert serving.day.day == signed
    press(Qt.Key.Key_F9)
    (given,) = closed(office, case).course.delivered
    assert (given.waybill, given.delivered_on) == (WAYBILL, signed)
    assert given.receiver == "李晓敏"


def test_a_wrong_waybill_is_refused(office: Office, open_page: OpenPage) -> None:
    case = produced(office, delivery=POSTED)
    _shell, page = open_page(case.number)
    type_text("EA966331021CN")
    page.panel.button.setFocus()
    press(Qt.Key.Key_F9)
    assert focus_of(page) is page.panel.serving.post.waybill.line
    assert page.scanned(WAYBILL)
    assert page.panel.serving.post.waybill.text == WAYBILL


def test_f5_makes_a_parcel_of_it_and_coming_back_knows_it(
    office: Office, open_page: OpenPage
) -> None:
    case = produced(office, delivery=POSTED)
    shell, page = open_page(case.number)
    press(Qt.Key.Key_F5)
    assert shell.front is shell.page("courier")
    type_text(WAYBILL)
    press(Qt.Key.Key_F9)
    shell.go("delivery")
    assert page.level is Level.CASE
    assert page.panel.serving.post.waybill.text == WAYBILL


def test_electronically_it_says_where_to(office: Office, open_page: OpenPage) -> None:
    case = produced(office)
    _shell, page = open_page(case.number)
    way = page.panel.serving.way
    way.set_value(DeliveryWay.ELECTRONIC)
    way.picked.emit(DeliveryWay.ELECTRONIC)
    page.panel.take_focus()
    type_text("北京通")
    press(Qt.Key.Key_F9)
    (told,) = closed(office, case).course.delivered
    assert (told.way, told.place) == (DeliveryWay.ELECTRONIC, "北京通")


def test_escape_goes_back_and_what_is_elsewhere_changed_is_shown(
    office: Office, open_page: OpenPage
) -> None:
    case = decided(office)
    shell, page = open_page(case.number)
    type_text(RESULT)
    page.panel.refresh()
    assert page.panel.making.number.text == RESULT
    press(Qt.Key.Key_Escape, at=shell)
    assert page.level is Level.LISTS
