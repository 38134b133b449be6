"""A clerk's hands at the intake: keys go to whatever has the focus; presses are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Sheet
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key
PERSON_ID = "11010519491231002X"
ORGANISATION_ID = "91110000600037341L"


class Hands:
    """`presses` counts what is pressed beyond typed data."""

    def __init__(self, shell: Shell, scanner: Scanner) -> None:
        self.shell, self._scanner, self.presses = shell, scanner, 0

    @property
    def page(self) -> IntakePage:
        page = self.shell.front
        assert isinstance(page, IntakePage)
        return page

    @property
    def draft(self) -> Draft:
        assert self.page.session.draft is not None
        return self.page.session.draft

    @property
    def sheet(self) -> Sheet:
        assert self.page.session.sheet is not None
        return self.page.session.sheet

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
        """Keys that act, one after another."""
        for key in keys:
            self.presses += 1
            QTest.keyClick(focused(), key, held)
            self._settle()

    def strike(self, characters: str) -> None:
        """Digits and letters that act: a person's, so the scanner gives each of them on."""
        for character in characters:
            self.presses += 1
            QTest.keyClicks(focused(), character)
            self._settle()

    def write(self, text: str) -> None:
        """Data: typed where it is plain, committed by the input method where it is Chinese."""
        if text.isascii():
            QTest.keyClicks(focused(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(focused(), event)

    def take(self, query: str) -> None:
        """Search and begin."""
        self.write(query)
        self.press(K.Key_Return)

    def confirm_questions(self) -> None:
        """Enter for every suggestion."""
        while self.page.middle.materials.questions.asking:
            self.press(K.Key_Return)

    def tick_all(self) -> None:
        for _row in self.sheet.rows:
            self.press(K.Key_Space)

    def fill_person(self, name: str = "李晓敏", number: str = PERSON_ID) -> None:
        """谁来办 with 本人 answered: a natural person, then 自取."""
        self.strike("1")
        self.write(name)
        self.press(K.Key_Return, K.Key_Return)
        self.write(number)
        self.press(K.Key_Return, K.Key_Return)
        self.strike("1")

    def _settle(self) -> None:
        self._scanner.give_on()
        QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
