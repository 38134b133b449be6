"""Hands on the keyboard: keys go wherever the focus is, as a person's do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
NO = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = NO, at: QWidget | None = None) -> None:
    """One key, to what has the focus."""
    target = at or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)


def type_text(text: str) -> None:
    """Typed where it is plain, committed by the input method where it is Chinese."""
    target = QApplication.focusWidget()
    assert target is not None
    if text.isascii():
        QTest.keyClicks(target, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(target, event)
