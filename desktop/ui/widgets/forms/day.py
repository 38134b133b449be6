"""DayField: a day typed as 2026-11-23, with Up and Down for the next and the one before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from desktop.ui.theme.dress import unit
from desktop.ui.widgets.labels import column, label


class _Day(QDateEdit):
    """Leaves Ctrl with a digit to the page; Qt would take them for text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        if digit and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class DayField(QWidget):
    """`picked(day)` at each change by a person."""

    picked = Signal(object)

    def __init__(self, words: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._putting = False
        self.edit = _Day()
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.lineEdit().setTextMargins(unit(2), 0, 0, 0)
        self.edit.setAccessibleName(words)
        self.set_day(day)
        across = self.edit.fontMetrics().horizontalAdvance(self.edit.displayFormat())
        self.edit.setMinimumWidth(across + unit(9))
        inside = column(self, gap=1)
        inside.addWidget(label(words, "quiet"))
        inside.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.dateChanged.connect(lambda _day: self._changed())

    @property
    def day(self) -> date:
        told = self.edit.date()
        return date(told.year(), told.month(), told.day())

    def _changed(self) -> None:
        if not self._putting:
            self.picked.emit(self.day)

    def set_day(self, day: date) -> None:
        """Put a day in without telling anybody."""
        self._putting = True
        self.edit.setDate(QDate(day.year, day.month, day.day))
        self._putting = False
