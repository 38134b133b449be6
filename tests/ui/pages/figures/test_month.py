from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.halls.roles import Clerk
from desktop.domain.supervision.figures.behind import CasesBehind
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.figures.month_page import MonthPage
from desktop.ui.pages.figures.paced import FRONT, ROWS
from desktop.ui.pages.log.page import LogPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.handled import Handled
from tests.offices import Clock
from tests.ui.conftest import SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]


def stands(page: MonthPage) -> bool:
    return page.behind.pane is not None


def busy(day: Day, clock: Clock) -> None:
    """Several items of several organs."""
    Handled(day.office, clock).delivered()
    for item in ("SP01", "GS01", "SP02"):
        if item in day.office.catalogue.items:
            day.accepted(item)
    for _n in range(3):
        day.accepted()


def open_month(window: Window, qtbot: QtBot) -> MonthPage:
    """As a supervisor comes to it: 日志, then F4."""
    shell = window(SUPERVISOR)
    shell.go("log")
    press(Qt.Key.Key_F4)
    page = shell.front
    assert isinstance(page, MonthPage)
    qtbot.waitUntil(lambda: page.report is not None)
    return page


def test_from_the_line_to_its_figures_to_the_case_and_back(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    line = page.pane.current
    assert line is not None
    press(Qt.Key.Key_Return)
    assert page.tiles.hasFocus()
    mark = page.tiles.current
    assert mark is not None
    assert mark.told.startswith(line.told)
    press(Qt.Key.Key_Return)
    assert page.stack.currentIndex() == ROWS
    qtbot.waitUntil(partial(stands, page))
    assert page.behind.pane is not None
    assert page.behind.pane.model.rowCount() == mark.size
    press(Qt.Key.Key_Return)
    shell = page.window()
    assert isinstance(shell, Shell)
    front: object = shell.front
    assert isinstance(front, CasesPage)
    shell.go("month")
    press(Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == FRONT
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert isinstance(shell.front, LogPage)


def test_every_figure_of_every_line_has_its_rows(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    assert page.report is not None
    for line in list(page._lines):
        page._looked(line)
        panel = page.tiles.panel
        assert panel is not None
        for mark in panel.marks[:-1]:
            page._open_mark(mark)
            qtbot.waitUntil(partial(stands, page))
            assert page.behind.pane is not None
            assert page.behind.pane.model.rowCount() == mark.size, mark.told
            page.step_back()


def test_other_months(day: Day, clock: Clock, window: Window, qtbot: QtBot) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    press(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: page.report is not None and page.report.first.month == 10)
    assert page.pane.model.rowCount() == 0
    assert "10 月" in page.months.box.currentText()
    press(Qt.Key.Key_F7, at=page)
    qtbot.waitUntil(lambda: page.report is not None and page.report.first.month == 11)
    assert page.pane.model.rowCount() > 1
    assert page.pane.view.hasFocus()


def test_nobody_is_interrupted_while_typing(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    assert page.pane.view.hasFocus()
    page.place.field.line.setFocus()
    before = page.report
    day.accepted()
    page._read()
    qtbot.waitUntil(lambda: page.report is not before)
    assert page.place.field.line.hasFocus()


def test_marks_open_the_month_that_is_shown(
    day: Day, clock: Clock, window: Window, qtbot: QtBot
) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    press(Qt.Key.Key_F6)
    assert page.report is not None
    assert page.report.first.month == 11, "not answered yet"
    page._looked(page.pane.current)
    assert page.tiles.panel is not None
    behind = page.tiles.panel.marks[0].behind
    assert isinstance(behind, CasesBehind)
    assert behind.wanted.first == page.report.first


@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_a_file_is_told_with_its_digest(
    day: Day, clock: Clock, window: Window, qtbot: QtBot, tmp_path: Path, format: str
) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    folder = tmp_path / "新文件夹"
    page.place.field.set_text(str(folder))
    page.format.set_value(format)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "sha256" in page.banner.text)
    (path,) = folder.iterdir()
    assert path.suffix == f".{format}"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"sha256 {digest[:16]}…" in page.banner.text
    if format == "csv":
        assert page.report is not None
        *_rows, last = csv.reader(path.read_text("utf-8-sig").splitlines())
        assert [last[0], *map(int, last[3:-1])] == ["合计", *page.report.total.numbers]


def test_a_folder_that_cannot_be_is_said(
    day: Day, clock: Clock, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    busy(day, clock)
    page = open_month(window, qtbot)
    (tmp_path / "file").write_text("", "utf-8")
    page.place.field.set_text(str(tmp_path / "file" / "in it"))
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.banner.text))
    assert "sha256" not in page.banner.text
    assert page.report is not None


def test_pictures(
    day: Day, clock: Clock, window: Window, qtbot: QtBot, dressed: QApplication,
    shoot: Callable[[QWidget, str], None],
) -> None:  # fmt: skip
    """Kept where a folder is named; no list scrolls sideways."""
    busy(day, clock)
    for theme, px in ((Theme.LIGHT, 15), (Theme.DARK, 22), (Theme.CONTRAST, 22)):
        dress(dressed, theme, px)
        page = open_month(window, qtbot)
        press(Qt.Key.Key_Return)
        shell = page.window()
        assert isinstance(shell, Shell)
        shoot(shell, f"month-{theme}-{px}")
        assert not list(cut_off(shell))
        assert page.pane.view.horizontalScrollBar().maximum() == 0
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(partial(stands, page))
        shoot(shell, f"month-rows-{theme}-{px}")
        assert not list(cut_off(shell))
        shell.go("log")
        shoot(shell, f"log-{theme}-{px}")
        shell.close()
