"""Scans on the cases page and on the intake: a notice leads to what it asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk
from desktop.services.office import Office
from desktop.ui.pages.cases.page import CasesPage, Level
from desktop.ui.shell import Shell
from tests.courses import TECHNICAL
from tests.handled import Handled
from tests.offices import Clock
from tests.ui.conftest import CLERK, Hand

Window = Callable[[Clerk], Shell]
HASH = "0123456789abcdef"


@pytest.fixture
def handled(office: Office, clock: Clock) -> Handled:
    return Handled(office, clock)


@pytest.fixture
def asked(handled: Handled) -> Case:
    """A notice that asks for the second and third material."""
    return handled.noticed(handled.received(), slice(1, 3))


def scan(hand: Hand, text: str) -> None:
    """As the scanner types it, wherever the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    hand.step = 0.01
    QTest.keyClicks(target, text)
    QTest.keyClick(target, Qt.Key.Key_Return)
    hand.step = Hand.step


def front(shell: Shell) -> CasesPage:
    page = shell.front
    assert isinstance(page, CasesPage)
    return page


@pytest.mark.parametrize("page", ["intake", "cases"])
def test_a_notice_opens_its_open_rows(asked: Case, window: Window, hand: Hand, page: str) -> None:
    shell = window(CLERK)
    shell.go(page)
    scan(hand, f"{asked.number}-BZ1 {HASH}")
    assert front(shell).level is Level.TICKING
    assert front(shell).ticking.pane.current.key == asked.notices[0].defects[0].key


@pytest.mark.parametrize("page", ["intake", "cases"])
def test_every_other_paper_opens_its_case(
    asked: Case, window: Window, hand: Hand, page: str
) -> None:
    shell = window(CLERK)
    shell.go(page)
    scan(hand, f"{asked.number}-SJ1 {HASH}")
    assert (front(shell).level, front(shell).detail.number) == (Level.DETAIL, asked.number)


def test_who_may_not_take_in_is_shown_the_case(asked: Case, window: Window, hand: Hand) -> None:
    shell = window(TECHNICAL)
    scan(hand, f"{asked.number}-BZ1")
    assert front(shell).level is Level.DETAIL
    assert front(shell).banner.isHidden()


@pytest.mark.parametrize("page", ["intake", "cases"])
def test_an_old_barcode_leads_straight_on(
    handled: Handled, window: Window, hand: Hand, page: str
) -> None:
    old, new = handled.transferred()
    shell = window(CLERK)
    shell.go(page)
    scan(hand, f"{old.number}-SL1")
    assert front(shell).detail.number == new.number
    assert front(shell).banner.text == f"{old.number} 已转为 {new.number}，这里是新的办件。"


def test_what_is_no_number_is_searched_for(window: Window, hand: Hand) -> None:
    shell = window(CLERK)
    shell.go("cases")
    scan(hand, "EA966331020CN")
    assert front(shell).lists.search.text() == "EA966331020CN"
