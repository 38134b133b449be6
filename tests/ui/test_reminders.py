"""The day's reminders: said once at sign-in, in the way of nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.days.working_days import WorkCalendar
from desktop.services.courier.troubles.worklist import worklist
from desktop.services.office import Office
from desktop.ui import reminders
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.cases.lists import DUTIES
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from desktop.ui.widgets.banner import Tone
from tests.handled import Handled
from tests.offices import Clock
from tests.parcels import stock
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press, type_text

OFFERED = (reminders.SEE_DUTIES,)
UNCLOSED = "11-25 没有日结（Ctrl+K 日结）。"
UNKNOWN = "2027 年放假安排还没有公布，落在这一年的到期日暂按推算。"


@pytest.fixture
def known(office: Office) -> Office:
    """Every year of the calendar has its notice."""
    years = [replace(year, notice=True) for year in office.calendar.years]
    office.calendar = WorkCalendar(years)
    return office


@pytest.fixture
def handled(known: Office, clock: Clock) -> Handled:
    return Handled(known, clock)


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, scanner: Scanner) -> Shell:
    """Nobody has signed in yet."""
    made = Shell(desk, scanner)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def busy(handled: Handled) -> None:
    """One overdue, one due today, two due soon, one notice to look at."""
    handled.received()
    handled.clock.on(days=1)
    handled.received()
    handled.clock.on(days=1)
    for _time in range(2):
        handled.received()
    handled.noticed_again(handled.received())
    handled.clock.on(days=6)


def test_what_is_due_is_counted(handled: Handled) -> None:
    busy(handled)
    assert reminders.said(handled.office, CLERK) == (
        Tone.WARN, "已超期 1 件，今天到期 1 件，3 个工作日内到期 2 件。", OFFERED,
    )  # fmt: skip
    told = reminders.said(handled.office, SUPERVISOR)
    assert told is not None
    assert told[1] == (
        "已超期 1 件，今天到期 1 件，3 个工作日内到期 2 件；待复核 1 处（日志页 F7）。" + UNCLOSED
    )
    assert told[2] == (*OFFERED, reminders.SEE_REVIEW, reminders.SEE_CLOSING)
    assert reminders.LEADS["review"] == ("review", "")


def test_what_is_only_soon_is_no_warning(handled: Handled) -> None:
    handled.received()
    handled.clock.on(days=2)
    assert reminders.said(handled.office, CLERK) == (Tone.INFO, "3 个工作日内到期 1 件。", OFFERED)


def test_a_quiet_day_says_nothing(handled: Handled, shell: Shell, desk: Desk) -> None:
    handled.accepted()
    assert reminders.said(handled.office, CLERK) is None
    desk.sign_in(CLERK)
    assert shell.banner.isHidden()


def test_from_november_on_a_year_without_a_notice_is_told(office: Office, clock: Clock) -> None:
    assert reminders.said(office, CLERK) == (Tone.INFO, UNKNOWN, ())
    clock.on(days=-30)  # 24 October
    assert reminders.said(office, CLERK) is None
    clock.on(days=400)  # 28 November 2027
    told = reminders.said(office, CLERK)
    assert told is not None
    assert told[1].startswith("2027、2028 年放假安排还没有公布")


def test_signing_in_says_it_and_the_button_leads_to_the_worklist(
    handled: Handled, shell: Shell, desk: Desk
) -> None:
    busy(handled)
    desk.sign_in(CLERK)
    assert shell.banner.text.startswith("已超期 1 件")
    offered = shell.banner.findChildren(QPushButton)
    next(one for one in offered if one.text() == "看待办").click()
    page = shell.front
    assert isinstance(page, CasesPage)
    assert page.lists.tabs.place == DUTIES
    assert shell.banner.isHidden()


def test_parcels_to_deal_with_today_are_said_and_shown(
    known: Office, shell: Shell, desk: Desk
) -> None:
    stock(known, 100)
    desk.sign_in(CLERK)
    due = worklist(known).due(known.today())
    assert shell.banner.text == f"快件今天要处理 {due} 件。"
    next(one for one in shell.banner.findChildren(QPushButton) if one.text() == "看快件").click()
    assert isinstance(shell.front, CourierPage)


def test_it_does_not_come_back_with_every_page(handled: Handled, shell: Shell, desk: Desk) -> None:
    busy(handled)
    desk.sign_in(CLERK)
    for id in ("cases", "intake"):
        shell.go(id)
        assert shell.banner.isHidden()


def test_it_gives_way_as_work_begins_and_costs_no_key(
    handled: Handled, shell: Shell, desk: Desk
) -> None:
    busy(handled)
    desk.sign_in(CLERK)
    page = shell.front
    assert isinstance(page, IntakePage)
    type_text("spjy")
    press(Qt.Key.Key_Escape, at=shell)
    assert shell.banner.isHidden()
    assert page.finder.line.text() == ""
    desk.sign_in(None)
    desk.sign_in(SUPERVISOR)
    assert shell.banner.isVisible()
    desk.tell({Topic.DRAFTS})
    assert shell.banner.isHidden()


def test_unlocking_says_nothing_twice_but_another_day_does(
    handled: Handled, shell: Shell, desk: Desk, clock: Clock
) -> None:
    busy(handled)
    shell.set_door(QWidget())
    desk.sign_in(CLERK)
    shell.banner.put_away()
    shell.lock()
    shell.unlock()
    assert shell.banner.isHidden()
    shell.lock()
    clock.on(days=1)
    shell.unlock()
    assert shell.banner.text.startswith("已超期 2 件")


def test_another_clerk_is_told_too(handled: Handled, shell: Shell, desk: Desk) -> None:
    busy(handled)
    desk.sign_in(CLERK)
    shell.banner.put_away()
    desk.sign_in(None)
    assert shell.banner.isHidden()
    desk.sign_in(SUPERVISOR)
    assert shell.banner.text.endswith("待复核 1 处（日志页 F7）。" + UNCLOSED)


def test_a_refusal_has_its_own_place(handled: Handled, shell: Shell, desk: Desk) -> None:
    busy(handled)
    desk.sign_in(CLERK)
    shell.go("cases")
    page = shell.front
    assert isinstance(page, CasesPage)
    shell.say(Tone.WARN, "已超期 1 件。")
    page.show_what("KFQ-20261123-A07-0999")
    assert page.banner.isVisible()
    assert page.banner.tone is Tone.BAD
    assert shell.banner.text == "已超期 1 件。"


def test_somebody_without_a_right_to_look_is_told_nothing(handled: Handled) -> None:
    busy(handled)
    assert reminders.said(handled.office, replace(CLERK, active=False)) is None
