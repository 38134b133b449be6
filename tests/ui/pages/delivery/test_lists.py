"""待出件 and 久未领取 by keyboard: what waits, how long, how to reach its owner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.cases.moves import Stage
from desktop.domain.handling.changes import Transferred
from desktop.services.cases.acts import load
from desktop.services.handling import ready, turns
from desktop.services.office import Office
from desktop.ui.pages.delivery.lists import READY, UNCOLLECTED
from desktop.ui.pages.delivery.page import Level
from desktop.ui.widgets.rows import Column
from tests.courses import CHIEF, accepted, decided, produced
from tests.offices import Clock
from tests.ui.pages.delivery.conftest import OpenPage
from tests.ui.pages.keyboard import CTRL, press, type_text


def shown(columns: tuple[Column, ...], row: object) -> list[str]:
    return [column.text(row) for column in columns]


def test_what_is_decided_is_listed_with_what_is_due(office: Office, open_page: OpenPage) -> None:
    granted, made, denied = decided(office), produced(office), decided(office, granted=False)
    _shell, page = open_page()
    model = page.lists.ready.model
    rows = [shown(model.columns, model.row_at(place)) for place in range(model.rowCount())]
    assert [row[0] for row in rows] == [granted.number, made.number, denied.number]
    assert [row[3] for row in rows] == ["○ 待制证", "● 待送达", "● 不予待送达"]
    assert rows[0][4:] == ["窗口自取", "今天", "● 正常 11-30"]
    assert rows[2][6] == "—"


def test_enter_opens_the_chosen_one(office: Office, open_page: OpenPage) -> None:
    decided(office)
    second = decided(office)
    _shell, page = open_page()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.level is Level.CASE
    assert page.panel.case is not None
    assert page.panel.case.number == second.number


def test_a_number_in_the_search_box_is_opened_by_enter(office: Office, open_page: OpenPage) -> None:
    first = decided(office)
    decided(office)
    _shell, page = open_page()
    press(Qt.Key.Key_F, CTRL)
    type_text(f"{first.number}-zy1")
    press(Qt.Key.Key_Return)
    assert page.panel.case is not None
    assert page.panel.case.number == first.number


def test_a_name_that_finds_one_opens_it_and_else_leads_to_the_list(
    office: Office, open_page: OpenPage
) -> None:
    case = decided(office)
    _shell, page = open_page()
    press(Qt.Key.Key_F, CTRL)
    type_text("晓敏")
    press(Qt.Key.Key_Return)
    assert page.panel.case is not None
    assert page.panel.case.number == case.number
    decided(office)
    press(Qt.Key.Key_F, CTRL)
    assert page.level is Level.LISTS
    page.lists.reload()
    press(Qt.Key.Key_Return)
    assert page.level is Level.LISTS
    assert page.lists.ready.view.hasFocus()
    page.lists.look_for("查无此人")
    assert page.lists.ready.currentWidget() is page.lists.ready.empty


@pytest.mark.parametrize("paper", ["", "-SL1", "-ZY1", "-ZY1 0f3a"])
def test_a_scan_of_any_paper_opens_its_case(
    office: Office, open_page: OpenPage, paper: str
) -> None:
    case = produced(office)
    _shell, page = open_page()
    assert page.scanned(case.number + paper)
    assert page.level is Level.CASE


def test_what_is_no_number_is_searched_for(office: Office, open_page: OpenPage) -> None:
    decided(office)
    _shell, page = open_page()
    assert page.scanned("EA966331020CN")
    assert page.lists.search.text() == "EA966331020CN"
    assert page.lists.search.hasFocus()


def test_an_old_number_leads_on(office: Office, open_page: OpenPage) -> None:
    old = accepted(office)
    told = Transferred(reason="应办延续", transferred_on=office.today(), to_item="SP03")
    new = turns.transfer(office, CHIEF, old.number, told).case
    _shell, page = open_page()
    page.scanned(old.number)
    assert page.level is Level.LISTS
    assert new.number in page.banner.text


def test_a_case_with_nothing_to_hand_out_says_where_it_stands(
    office: Office, open_page: OpenPage, qtbot: QtBot
) -> None:
    case = accepted(office)
    shell, page = open_page(case.number)
    assert page.level is Level.LISTS
    assert "已受理" in page.banner.text
    page.banner.chosen.emit(f"case:{case.number}")
    assert shell.front is shell.page("cases")


def test_an_unknown_number_is_refused(open_page: OpenPage) -> None:
    _shell, page = open_page("KFQ-20261123-A07-0099")
    assert page.level is Level.LISTS
    assert "没有编号" in page.banner.text


def test_what_waits_long_is_one_key_away_with_a_telephone_to_hold(
    office: Office, open_page: OpenPage, clock: Clock
) -> None:
    case = produced(office)
    clock.on(days=ready.LONG + 5)
    _shell, page = open_page()
    press(Qt.Key.Key_2, CTRL)
    pane = page.lists.uncollected.pane
    assert page.lists.tabs.place == UNCOLLECTED
    assert shown(pane.model.columns, pane.current)[-1] == "20 天"
    phone = page.lists.uncollected.phone
    assert phone.text == "138******21"
    phone._hold.pressed.emit()
    assert phone.text == "13800138021"
    phone._hold.released.emit()
    assert "*" in phone.text
    kinds = [fact.entry.kind for fact in office.store.views.case_history(case.number)]
    assert kinds.count("case.revealed") == 1


def test_what_nobody_fetches_is_sent(
    office: Office, open_page: OpenPage, clock: Clock, qtbot: QtBot
) -> None:
    case = produced(office)
    clock.on(days=ready.LONG + 1)
    shell, page = open_page()
    press(Qt.Key.Key_2, CTRL)
    with qtbot.waitSignal(page.wanted) as asked:
        press(Qt.Key.Key_F5)
    assert asked.args == ["courier", f"new:{case.number}"]
    assert shell.front is shell.page("courier")
    assert load(office, case.number).stage is Stage.PRODUCED


def test_nothing_waiting_says_what_would(open_page: OpenPage) -> None:
    _shell, page = open_page()
    assert page.lists.tabs.place == READY
    assert page.lists.ready.currentWidget() is page.lists.ready.empty
    press(Qt.Key.Key_2, CTRL, at=page)
    assert page.lists.uncollected.pane.currentWidget() is page.lists.uncollected.pane.empty
    press(Qt.Key.Key_F5, at=page)  # nothing chosen: nothing happens
    assert page.isVisible()
