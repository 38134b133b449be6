"""Whole: what a list shows of its chosen line, written out; long texts scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.theme.dress import unit
from desktop.wording import _

LINES = 3
"""Seen at once; the list above it needs the room more."""


class Whole(QPlainTextEdit):
    """To be read, selected and copied, never to be written in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("全文"))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + unit(6))
