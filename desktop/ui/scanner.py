"""A scanner is a keyboard that types faster than any hand: a burst that ends with Enter.

Keys at most 35 ms apart, six characters or more, then Enter: the text is taken wherever the focus
is. In a text field the burst's characters have already gone in, so the field is put back as it
was. Elsewhere a key could act at once, so printable keys are held for 35 ms and given on only
when no burst came of them: a single digit waits 35 ms.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

BURST_MS = 35
SHORTEST = 6
TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD_ALONG = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)
"""A scanner presses Shift for every capital; that neither begins nor ends a burst."""
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
).value


@dataclass(slots=True)
class _Held:
    widget: QWidget
    event: QKeyEvent


@dataclass(slots=True)
class _Before:
    """A line edit as it was when the burst began."""

    field: QLineEdit
    text: str
    cursor: int


class Scanner(QObject):
    """Install once per application: `scanned(text)` for every burst.

    `clock` answers seconds that only grow; tests give one of their own, so that their key
    presses are a person's.
    """

    scanned = Signal(str)

    def __init__(self, app: QApplication, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(app)
        self.clock = clock
        self._last = float("-inf")
        self._text = ""
        self._held: list[_Held] = []
        self._before: _Before | None = None
        self._giving = False
        self._timer = QTimer(self, singleShot=True, interval=BURST_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.give_on)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._giving or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QWidget) or not isinstance(event, QKeyEvent):
            return False  # the window's own handle sees the event first; wait for the widget
        if event.isAutoRepeat() or watched is not self._target(watched):
            return False
        return self._pressed(watched, event)

    @staticmethod
    def _target(watched: QWidget) -> QWidget:
        """Events climb from the focused widget to its parents; only the first one counts."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and focused.window() is watched.window() else watched

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _HELD_ALONG:
            return False
        now = self.clock()
        quick = (now - self._last) * 1000 <= BURST_MS
        self._last = now
        if event.key() in _ENTER and quick and len(self._text) >= SHORTEST:
            return self._take()
        if not quick:
            self.give_on()
            self._text = ""
        text = event.text()
        # a blank is no scanner's first character, and check boxes act on its release; within a
        # burst it stands between a paper's number and its hash
        typed = text.strip() or (text and self._text)
        if not typed or not text.isprintable() or event.modifiers().value & _OTHERS:
            self.give_on()
            self._text = ""
            return False
        if not self._text:
            self._remember(widget)
        self._text += text
        if isinstance(widget, TEXT_FIELDS):
            return False
        self._held.append(_Held(widget, event.clone()))
        self._timer.start()
        return True

    def _remember(self, widget: QWidget) -> None:
        self._before = None
        if isinstance(widget, QLineEdit):
            self._before = _Before(widget, widget.text(), widget.cursorPosition())

    def _take(self) -> bool:
        text, self._text = self._text, ""
        self._timer.stop()
        self._held.clear()
        if self._before is not None:
            self._before.field.setText(self._before.text)
            self._before.field.setCursorPosition(self._before.cursor)
            self._before = None
        self.scanned.emit(text)
        return True

    def give_on(self) -> None:
        """No burst comes of the held keys: let them act now, in order, where the focus is."""
        self._timer.stop()
        held, self._held = self._held, []
        self._giving = True
        for key in held:
            target = QApplication.focusWidget() or key.widget
            QApplication.sendEvent(target, key.event)
        self._giving = False
