"""From the search to 受理 by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.rows import CaseFilter
from desktop.services.office import Office
from desktop.ui.shell import Shell

Shoot = Callable[[QWidget, str], None]


class Keyboard:
    """Counts the presses beyond typed data."""

    def __init__(self) -> None:
        self.presses = 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.presses += 1
            QTest.keyClick(self._focus(), key)
            QApplication.processEvents()

    def data(self, text: str) -> None:
        """What a person types as data; every character is a key event of its own."""
        for character in text:
            QTest.keyClick(self._focus(), character)

    def digits(self, text: str) -> None:
        for character in text:
            self.presses += 1
            QTest.keyClick(self._focus(), character)
            QTest.qWait(60)

    @staticmethod
    def _focus() -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


K = Qt.Key


def test_food_licence(shell: Shell, office: Office, shoot: Shoot) -> None:
    keyboard = Keyboard()
    shoot(shell, "01-start")
    keyboard.data("spjy")
    shoot(shell, "02-search")
    keyboard.press(K.Key_Return)
    shoot(shell, "03-question")
    keyboard.digits("2")
    keyboard.digits("3")
    shoot(shell, "04-multi")
    keyboard.press(K.Key_Return, K.Key_Return, K.Key_Return)
    shoot(shell, "05-presence")
    keyboard.press(K.Key_Return)
    shoot(shell, "06-list")
    keyboard.press(*[K.Key_Space] * 5)
    shoot(shell, "07-ticked")
    keyboard.press(K.Key_Return)
    shoot(shell, "08-who")
    keyboard.digits("2")
    keyboard.data("Yizhuang")
    keyboard.press(K.Key_Return)
    keyboard.data("91110000600037341L")
    keyboard.press(K.Key_Return, K.Key_Return, K.Key_Return)
    shoot(shell, "09-delivery")
    keyboard.digits("1")
    shoot(shell, "10-ready")
    keyboard.press(K.Key_F9)
    shoot(shell, "11-done")
    rows = office.store.views.cases(CaseFilter())
    print("presses", keyboard.presses)
    assert [row.stage for row in rows] == [Stage.ACCEPTED]
    assert keyboard.presses <= 25
