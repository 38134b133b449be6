"""ChecklistView: keys act on rows, the mouse ticks a whole row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.widgets.checklist.digits import settled, typed
from desktop.ui.widgets.checklist.line import CheckLine
from desktop.ui.widgets.checklist.lines import Index, Lines
from desktop.ui.widgets.checklist.painter import RowPainter

PAUSE_MS = 600
"""How long a first digit waits for a second one, in a list of more than nine rows."""


class ChecklistView(QListView):
    """`acted(verb, key)`: a key's verb on the row of this key, or `tick` by mouse.

    `number` is the verb of digits: the row meant comes with it. `waits(digit)` while a first
    digit waits, with an empty text when it no longer does.
    """

    acted = Signal(str, str)
    looked_at = Signal(str)
    waits = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Lines()
        self._waiting = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._take_waiting)
        self.setModel(self.lines)
        self.setItemDelegate(RowPainter(self, self.lines))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these; the row in work stays the same one wherever it now stands."""
        key = self.current_key
        if self.lines.show(lines):
            place = self.lines.place_of(key)
            self.go_to(key if place >= 0 else next((one.key for one in lines if one.number), ""))
        self.scheduleDelayedItemsLayout()

    @property
    def current_key(self) -> str:
        place = self.currentIndex().row()
        return self.lines.at(place).key if 0 <= place < len(self.lines.all) else ""

    def go_to(self, key: str) -> None:
        """Put the focus row here; an unknown key leaves it."""
        place = self.lines.place_of(key)
        if place >= 0:
            index = self.lines.index(place)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step_down(self) -> None:
        """To the next row that has a number; stays on the last one."""
        for line in self.lines.all[self.currentIndex().row() + 1 :]:
            if line.number:
                self.go_to(line.key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(Context.CHECKLIST, event)
        if verb.startswith("digit_"):
            self._digit(verb[-1])
            return
        self._take_waiting()
        if verb:
            self.acted.emit(verb, self.current_key)
            return
        if event.key() in MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.setFocus()
            line = self.lines.at(index.row())
            self.go_to(line.key)
            if line.number:
                self.acted.emit("toggle", line.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the first click has ticked the row already

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(self.current_key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take_waiting()
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    @property
    def rows(self) -> int:
        """How many rows have a number."""
        return sum(1 for line in self.lines.all if line.number)

    def _digit(self, digit: str) -> None:
        told = typed(self.rows, self._waiting, digit)
        self._wait_for(told.waiting)
        if told.row:
            self._number(told.row)

    def _take_waiting(self) -> None:
        number = settled(self.rows, self._waiting)
        self._wait_for("")
        if number:
            self._number(number)

    def _wait_for(self, digit: str) -> None:
        if digit == self._waiting == "":
            return
        self._waiting = digit
        self.waits.emit(digit)
        if digit:
            self._pause.start()
        else:
            self._pause.stop()

    def _number(self, number: int) -> None:
        key = self.lines.at(self.lines.place_of_number(number)).key
        self.go_to(key)
        self.acted.emit("toggle", key)


MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
