"""Digits, wrapping and what a row says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.ui.theme.dress import dress, font
from desktop.ui.theme.tokens import Theme, table
from desktop.ui.widgets.checklist.digits import Typed, settled, typed
from desktop.ui.widgets.checklist.glyphs import STROKES
from desktop.ui.widgets.checklist.line import GROUNDS, TONES, CheckLine, Mark
from desktop.ui.widgets.checklist.view import ChecklistView

LONG = "近三个会计年度研究开发费用和近一个会计年度高新技术产品（服务）收入专项审计或鉴证报告"


@pytest.mark.parametrize(
    ("rows", "waiting", "digit", "meant"),
    [
        (9, "", "3", Typed(3)),
        (9, "", "0", Typed()),
        (5, "", "7", Typed()),
        (12, "", "1", Typed(waiting="1")),
        (12, "", "2", Typed(2)),
        (12, "1", "2", Typed(12)),
        (12, "1", "5", Typed()),
        (12, "", "0", Typed(waiting="0")),
        (12, "0", "3", Typed(3)),
        (25, "", "2", Typed(waiting="2")),
    ],
)
def test_a_digit_means_a_row(rows: int, waiting: str, digit: str, meant: Typed) -> None:
    assert typed(rows, waiting, digit) == meant


def test_a_waiting_digit_is_a_row_in_the_end() -> None:
    assert settled(12, "1") == 1
    assert settled(12, "0") == 0
    assert settled(12, "") == 0


def test_state_is_never_colour_alone() -> None:
    assert set(TONES) == set(GROUNDS) == set(Mark)
    states = {Mark.DONE, Mark.SPARED, Mark.LATER, Mark.WRONG}
    assert set(STROKES) == states
    readable = set(table().pairs)
    for mark in Mark:
        assert (TONES[mark], GROUNDS[mark]) in readable


@pytest.fixture
def view(qtbot: QtBot) -> ChecklistView:
    made = ChecklistView()
    qtbot.addWidget(made)
    made.resize(420, 600)
    lines = [CheckLine(f"K{n}", LONG if n == 2 else f"材料 {n}", "原件 1 份", Mark.OPEN, "未核", n)
             for n in range(1, 13)]  # fmt: skip
    made.show_lines(lines)
    return made


@pytest.mark.parametrize("px", [15, 22])
def test_long_names_wrap_whole(view: ChecklistView, dressed: QApplication, px: int) -> None:
    dress(dressed, Theme.LIGHT, px)
    option = QStyleOptionViewItem()
    delegate = view.itemDelegate()
    short = delegate.sizeHint(option, view.lines.index(0)).height()
    long = delegate.sizeHint(option, view.lines.index(1)).height()
    assert long >= short + QFontMetrics(font(bold=True)).lineSpacing()


def test_rows_keep_their_place_when_they_change(view: ChecklistView) -> None:
    view.go_to("K5")
    lines = list(view.lines.all)
    view.show_lines([CheckLine("K0", "新", "", Mark.OPEN, "未核", 0), *lines])
    assert view.current_key == "K5"
    view.show_lines(lines[:3])
    assert view.current_key == "K1"


def test_a_row_tells_everything(view: ChecklistView) -> None:
    told = view.lines.data(view.lines.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"第 2 项，{LONG}，未核，原件 1 份"


def test_a_pause_takes_the_digit(view: ChecklistView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.acted, timeout=2000) as told:
        QTest.keyClicks(view, "1")
    assert told.args == ["toggle", "K1"]
