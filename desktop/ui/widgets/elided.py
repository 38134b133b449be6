"""A label that never asks for more room than it is given: what does not fit ends in …

The whole text stays in the tooltip and for screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class Elided(QLabel):
    """At most `lines` lines high, and no higher than the lines it fills."""

    def __init__(
        self, text: str = "", role: str = "", lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._full, self._lines = text, lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(lines > 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    @property
    def full(self) -> str:
        """The whole text, whatever is seen of it."""
        return self._full

    def set_lines(self, lines: int) -> None:
        """From now on at most this many; one that began with one line stays with one."""
        if lines != self._lines:
            self._lines = lines
            self._fit()
            self.updateGeometry()

    def setText(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wish = self.fontMetrics().horizontalAdvance(self._full) + 2
        return QSize(wish, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), self._height())

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._lines > 1:
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self.updateGeometry()

    def _height(self) -> int:
        """Of as many lines as the text fills, `lines` at most."""
        filled = -(-self._high(self._full) // self._high("")) if self._lines > 1 else 1
        return self._high("") * min(self._lines, max(1, filled)) + 2

    def _high(self, text: str) -> int:
        """How high this text would be at this width; of no text, one line."""
        space = QRect(0, 0, max(self.width(), 1), 100_000)
        return self.fontMetrics().boundingRect(space, WRAP, text or "宽").height()

    def _fit(self) -> None:
        shown = self._full
        if not self._fits(shown):
            least, most = 0, len(shown)
            while least < most:
                middle = (least + most + 1) // 2
                if self._fits(self._full[:middle] + "…"):
                    least = middle
                else:
                    most = middle - 1
            shown = self._full[:least] + "…"
        super().setText(shown)
        self.setToolTip("" if shown == self._full else self._full)

    def _fits(self, text: str) -> bool:
        metrics, width = self.fontMetrics(), max(self.width(), 1)
        if self._lines == 1:
            return metrics.horizontalAdvance(text) <= width
        return self._high(text) <= self._high("") * self._lines
