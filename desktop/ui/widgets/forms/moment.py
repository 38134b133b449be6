"""MomentField: a day and a time of day in Beijing, typed as 2026-11-23 10:41."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from desktop.domain.days import BEIJING
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.labels import column, label


class _Moment(QDateTimeEdit):
    """Leaves Ctrl with a digit to the page; Qt would take them for text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        if digit and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class MomentField(QWidget):
    """`moment` is None while nobody changed it: then the act happens now."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Moment()
        self.edit.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.edit.lineEdit().setTextMargins(unit(2), 0, 0, 0)
        self.edit.setAccessibleName(words)
        self._shown = self.edit.dateTime()
        across = self.edit.fontMetrics().horizontalAdvance(self.edit.displayFormat())
        self.edit.setMinimumWidth(across + unit(9))
        inside = column(self, gap=1)
        inside.addWidget(label(words, "quiet"))
        inside.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def start(self, now: datetime) -> None:
        """Offer this moment; unchanged it means now."""
        there = now.astimezone(BEIJING)
        day, time = QDate(there.year, there.month, there.day), QTime(there.hour, there.minute)
        self._shown = QDateTime(day, time)
        self.edit.setDateTime(self._shown)

    @property
    def moment(self) -> datetime | None:
        told = self.edit.dateTime()
        if told == self._shown:
            return None
        day, time = told.date(), told.time()
        return datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=BEIJING
        )
