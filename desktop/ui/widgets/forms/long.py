"""LongField: several lines of text under a label; Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.theme.dress import unit
from desktop.ui.widgets.labels import column, label

LONGEST = 4000
"""Room for an opinion; a pasted novel is cut here, and the clerk sees where."""


class LongField(QWidget):
    """`edited()` at each change."""

    edited = Signal()

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QPlainTextEdit()
        self.area.setAccessibleName(words)
        self.area.setPlaceholderText(hint)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(unit(24))
        inside = column(self, gap=1)
        inside.addWidget(label(words, "quiet"))
        inside.addWidget(self.area)
        self.setFocusProxy(self.area)
        self.area.textChanged.connect(self._changed)

    @property
    def text(self) -> str:
        return self.area.toPlainText().strip()

    def set_text(self, text: str) -> None:
        self.area.setPlainText(text)

    def _changed(self) -> None:
        if len(self.area.toPlainText()) > LONGEST:
            cursor = self.area.textCursor()
            self.area.setPlainText(self.area.toPlainText()[:LONGEST])
            cursor.movePosition(cursor.MoveOperation.End)
            self.area.setTextCursor(cursor)
        self.edited.emit()
