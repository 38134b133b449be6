"""A burst that ends with Enter is a scan, wherever the focus is; a person's keys are not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.scanner import BURST_MS, SHORTEST, Scanner
from tests.ui.conftest import Hand

QUICK = 0.01


class Ear(QWidget):
    """Hears keys that act."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard += event.text()


class Place:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.line, self.ear = QLineEdit(), Ear()
        inside = QVBoxLayout(self.window)
        # the offscreen platform knows no size hints and would warn of them
        inside.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        inside.addWidget(self.line)
        inside.addWidget(self.ear)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()


@pytest.fixture
def place(qtbot: QtBot, scanner: Scanner) -> Place:
    return Place(qtbot)


def burst(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_a_scan_leaves_the_field_as_it_was(
    place: Place, scanner: Scanner, hand: Hand, qtbot: QtBot
) -> None:
    place.line.setFocus()
    place.line.setText("李晓敏")
    place.line.setCursorPosition(1)
    hand.step = QUICK
    with qtbot.waitSignal(scanner.scanned) as told:
        burst(place.line, "KFQ-20261123-A07-0001")
    assert told.args == ["KFQ-20261123-A07-0001"]
    assert (place.line.text(), place.line.cursorPosition()) == ("李晓敏", 1)


def test_a_scan_does_nothing_where_keys_act(
    place: Place, scanner: Scanner, hand: Hand, qtbot: QtBot
) -> None:
    place.ear.setFocus()
    hand.step = QUICK
    with qtbot.waitSignal(scanner.scanned) as told:
        burst(place.ear, "EN123456")
    assert told.args == ["EN123456"]
    assert place.ear.heard == ""


def test_a_qr_with_a_blank_in_it_is_one_scan(
    place: Place, scanner: Scanner, hand: Hand, qtbot: QtBot
) -> None:
    place.ear.setFocus()
    hand.step = QUICK
    with qtbot.waitSignal(scanner.scanned) as told:
        burst(place.ear, "KFQ-20261123-A07-0001-BZ1 0123456789abcdef")
    assert told.args == ["KFQ-20261123-A07-0001-BZ1 0123456789abcdef"]
    assert place.ear.heard == ""


def test_the_shift_of_every_capital_belongs_to_the_scan(
    place: Place, scanner: Scanner, hand: Hand, qtbot: QtBot
) -> None:
    place.line.setFocus()
    hand.step = QUICK
    with qtbot.waitSignal(scanner.scanned) as told:
        for character in "KFQ-2026":
            if character.isupper():
                QTest.keyPress(place.line, Qt.Key.Key_Shift)
            QTest.keyClicks(place.line, character)
            if character.isupper():
                QTest.keyRelease(place.line, Qt.Key.Key_Shift)
        QTest.keyClick(place.line, Qt.Key.Key_Return)
    assert told.args == ["KFQ-2026"]
    assert place.line.text() == ""


def test_a_blank_begins_no_scan(place: Place, hand: Hand) -> None:
    place.ear.setFocus()
    QTest.keyClicks(place.ear, " ")
    assert place.ear.heard == " "


def test_a_person_s_digit_acts_after_a_moment(place: Place, qtbot: QtBot) -> None:
    place.ear.setFocus()
    QTest.keyClicks(place.ear, "5")
    assert place.ear.heard == ""
    qtbot.waitUntil(lambda: place.ear.heard == "5", timeout=BURST_MS * 20)


def test_keys_keep_their_order(place: Place, qtbot: QtBot) -> None:
    place.ear.setFocus()
    QTest.keyClicks(place.ear, "x2n")
    qtbot.waitUntil(lambda: place.ear.heard == "x2n", timeout=BURST_MS * 20)


def test_what_is_too_short_is_typing(
    place: Place, scanner: Scanner, hand: Hand, qtbot: QtBot
) -> None:
    place.line.setFocus()
    hand.step = QUICK
    with qtbot.assertNotEmitted(scanner.scanned):
        burst(place.line, "1" * (SHORTEST - 1))
    assert place.line.text() == "1" * (SHORTEST - 1)


def test_slow_typing_is_typing(place: Place, scanner: Scanner, qtbot: QtBot) -> None:
    place.line.setFocus()
    with qtbot.assertNotEmitted(scanner.scanned):
        burst(place.line, "11010519491231002X")
    assert place.line.text() == "11010519491231002X"
