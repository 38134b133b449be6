from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.roles import Clerk
from desktop.domain.supervision.figures.behind import CasesBehind, OpenBehind
from desktop.domain.supervision.figures.figure import Figure
from desktop.services.courier import shipments
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.figures.board_page import BoardPage
from desktop.ui.pages.figures.paced import FRONT, ROWS
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.handled import Handled
from tests.offices import CLERK, Clock
from tests.ui.conftest import SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import CTRL, press
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]


def stands(page: BoardPage) -> bool:
    return page.behind.pane is not None


def busy(day: Day, clock: Clock) -> None:
    """Cases in several stages, a parcel, some hours of one day."""
    handled = Handled(day.office, clock)
    handled.delivered()
    handled.noticed(handled.received())
    clock.at = clock.at.replace(hour=9)
    for hour in (9, 9, 10, 14):
        clock.at = clock.at.replace(hour=hour)
        day.accepted()
    case = day.accepted()
    told = shipments.suggest(day.office, case.number, Direction.OUTBOUND)
    shipments.create(day.office, SUPERVISOR, told)
    day.received()


def open_board(window: Window, qtbot: QtBot) -> BoardPage:
    """As a supervisor comes to it: 日志, then F5."""
    shell = window(SUPERVISOR)
    shell.go("log")
    press(Qt.Key.Key_F5)
    page = shell.front
    assert isinstance(page, BoardPage)
    qtbot.waitUntil(lambda: page.board is not None and page.cards.current is not None)
    return page


def whole_month(page: BoardPage) -> bool:
    return page.board is not None and page.board.wanted.first.day == 1


def test_a_clerk_is_not_offered_it(window: Window) -> None:
    shell = window(CLERK)
    shell.go("board")
    assert not isinstance(shell.front, BoardPage)


def test_figures_rows_case_and_back_by_keys_alone(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_board(window, qtbot)
    mark = page.cards.current
    assert mark is not None
    assert (mark.word, mark.number) == ("收件", "7")
    press(Qt.Key.Key_Right)
    mark = page.cards.current
    assert mark is not None
    assert mark.word == "受理"
    assert "受理" in page.caption.full
    press(Qt.Key.Key_Return)
    assert page.stack.currentIndex() == ROWS
    qtbot.waitUntil(partial(stands, page))
    pane = page.behind.pane
    assert pane is not None
    assert pane.model.rowCount() == int(mark.number)
    press(Qt.Key.Key_Return)
    shell = page.window()
    assert isinstance(shell, Shell)
    assert isinstance(shell.front, CasesPage)
    shell.go("board")
    press(Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == FRONT
    found = page.cards.current
    assert found is not None
    assert found.behind == mark.behind


def test_every_mark_has_as_many_rows_as_it_says(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_board(window, qtbot)
    press(Qt.Key.Key_3, CTRL)
    qtbot.waitUntil(partial(whole_month, page))
    looked = 0
    for card in page.cards.cards:
        for mark in card.chart.panel.all():
            behind = mark.behind
            rate = isinstance(behind, CasesBehind) and behind.wanted.figure is Figure.LATE
            if rate or not isinstance(behind, CasesBehind | OpenBehind):
                continue
            page.open_mark(mark)
            qtbot.waitUntil(partial(stands, page))
            assert page.behind.pane is not None
            assert page.behind.pane.model.rowCount() == mark.size, mark.told
            page.step_back()
            looked += 1
    assert looked > 40


def test_arrows_lead_through_all_cards_and_back(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_board(window, qtbot)
    seen = set()
    for _n in range(80):
        card = next(card for card in page.cards.cards if card.chart.hasFocus())
        seen.add(card.title.text())
        press(Qt.Key.Key_Down)
    assert seen >= {"时段", "到期", "减免", "快递", "逐月", "各厅"}
    for _n in range(120):
        press(Qt.Key.Key_Up)
    assert page.cards.cards[0].chart.hasFocus()


def test_marks_are_told_in_words(day: Day, clock: Clock, window: Window, qtbot: QtBot) -> None:
    busy(day, clock)
    page = open_board(window, qtbot)
    chart = page.cards.cards[0].chart
    assert chart.accessibleName().endswith("收件 7 件")
    assert "按时率" in chart.accessibleDescription()
    assert "在办" in chart.accessibleDescription()


def test_what_happens_is_shown_without_hurry(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_board(window, qtbot)
    before = page.board
    day.accepted()
    page.desk.tell(page.topics)
    assert page.board is before, "read again only when the pace allows"
    page._pace.setInterval(1)
    page._pace.start()
    qtbot.waitUntil(lambda: page.board is not before)
    assert page.board is not None
    assert page.board.counts[Figure.RECEIVED] == 8


def test_days_the_wrong_way_round_are_said(
    day: Day, window: Window, qtbot: QtBot, clock: Clock
) -> None:
    page = open_board(window, qtbot)
    press(Qt.Key.Key_4, CTRL)
    page.first.edit.setDate(page.first.edit.date().addDays(3))
    assert "晚于" in page.banner.text


def test_f2_shows_one_page_to_print(day: Day, clock: Clock, window: Window, qtbot: QtBot) -> None:
    busy(day, clock)
    page = open_board(window, qtbot)
    press(Qt.Key.Key_F2)
    shell = page.window()
    assert isinstance(shell, Shell)
    papers = shell.front
    assert isinstance(papers, PapersPage)
    qtbot.waitUntil(lambda: papers.view.pages == 1)
    papers.back()
    assert shell.front is page


def test_pictures(
    day: Day, clock: Clock, window: Window, qtbot: QtBot, dressed: QApplication,
    shoot: Callable[[QWidget, str], None],
) -> None:  # fmt: skip
    """Kept where a folder is named; nothing stands beyond its card in any theme."""
    busy(day, clock)
    for theme, px in ((Theme.LIGHT, 15), (Theme.DARK, 22), (Theme.CONTRAST, 22)):
        dress(dressed, theme, px)
        page = open_board(window, qtbot)
        press(Qt.Key.Key_3, CTRL)
        qtbot.waitUntil(partial(whole_month, page))
        shell = page.window()
        assert isinstance(shell, Shell)
        shoot(shell, f"board-{theme}-{px}")
        assert not list(cut_off(shell))
        inside = page.cards.area.widget()
        assert inside is not None
        assert inside.width() <= page.cards.area.viewport().width()
        page.cards.cards[3].enter(1)
        shoot(shell, f"board-below-{theme}-{px}")
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(partial(stands, page))
        shoot(shell, f"board-rows-{theme}-{px}")
        assert not list(cut_off(shell))
        shell.close()
