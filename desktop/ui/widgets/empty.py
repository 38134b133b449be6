"""What a list says while it holds nothing: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.labels import column, label


class EmptyState(QWidget):
    """A heading and one quiet line in the middle."""

    def __init__(self, heading: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label(heading, "heading", wrap=True)
        self._hint = label(hint, "quiet", wrap=True)
        inside = column(self, margin=4)
        inside.addStretch(2)
        for line in (self._heading, self._hint):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(line)
        inside.addStretch(3)

    def say(self, heading: str, hint: str = "") -> None:
        self._heading.setText(heading)
        self._hint.setText(hint)
