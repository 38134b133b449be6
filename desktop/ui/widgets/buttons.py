"""Buttons with their key written on them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.keys.table import key_of
from desktop.ui.widgets.labels import row, wear


class KeyButton(QPushButton):
    """「F9 受理」: the key is read from the table of keys, so that both always agree.

    A button that cannot act yet is not disabled: it looks waiting, and a press says what is
    missing. A double click counts as one press.
    """

    def __init__(
        self, verb: str, words: str, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.verb = verb
        self._primary = primary
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(words)
        if primary:
            self.setProperty("role", "primary")

    def set_words(self, words: str) -> None:
        key = key_of(self.verb)
        self.setText(f"{key}  {words}" if key else words)
        self.setAccessibleName(words)

    def set_ready(self, ready: bool, why: str = "") -> None:
        """Whether a press will act; `why` is what it would say instead."""
        if self._primary:
            wear(self, "primary" if ready else "waiting")
        else:
            wear(self, "" if ready else "resting")
        self.setToolTip("" if ready else why)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


def foot(
    buttons: Iterable[KeyButton], pressed: SignalInstance, hint: QLabel | None = None
) -> QHBoxLayout:
    """The buttons in a row at the right, a hint at the left; each tells `pressed` its verb."""
    made = row(gap=1.5)
    if hint is not None:
        made.addWidget(hint)
    made.addStretch(1)
    for button in buttons:
        button.clicked.connect(lambda _checked=False, verb=button.verb: pressed.emit(verb))
        made.addWidget(button)
    return made


class HoldButton(QPushButton):
    """Shows something only while it is held down, by mouse or by the space bar."""

    held = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("role", "plain")
        self.pressed.connect(lambda: self.held.emit(True))
        self.released.connect(lambda: self.held.emit(False))
