"""The theme's bars on the screen: stage after stage, what the whole waits for stands out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.themes.gantt import Bar, Gantt
from desktop.domain.themes.progress import Standing
from desktop.ui.theme.dress import SMALL, colour, font, unit
from desktop.wording import _
from desktop.wording.themes.words import (
    bar_text,
    picture_text,
    serial_text,
    total_text,
    used_text,
)

NAMES = 0.4
"""Share of the width that the names take."""
ROOMY = 140
"""Quarters of the text's size from which on a stage is written out before its members."""
STANDINGS = {
    Standing.WAITING: "line_strong",
    Standing.RUNNING: "accent",
    Standing.DONE: "good_fill",
    Standing.FAILED: "bad",
}
EMPTY = Gantt((), 0, 0)


class Picture(QWidget):
    """Painted from `Gantt` alone; says in words what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_gantt(self, told: Gantt) -> None:
        self._told = told
        self.setAccessibleName(_("办理时序图"))
        self.setAccessibleDescription(picture_text(told))
        self.setToolTip(picture_text(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sums = 0 if not self._told.bars else 2 if self._told.used is None else 3
        rows = len(self._told.bars) + sums
        return QSize(unit(90), rows * self._row() + unit(2))

    def minimumSizeHint(self) -> QSize:
        return QSize(unit(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._told.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        y, order = float(unit(1)), 0
        for bar in self._told.bars:
            if bar.order != order:
                self._line(painter, y)
            self._member(painter, y, bar, bar.order != order)
            order = bar.order
            y += self._row()
        self._today(painter, y)
        self._line(painter, y)
        self._sum(painter, y, total_text(self._told), self._told.total, "accent")
        self._sum(painter, y + self._row(), serial_text(self._told), self._told.serial, "line")
        if self._told.used is not None:
            y += 2 * self._row()
            self._sum(painter, y, used_text(self._told), self._told.used, "warn")

    def _row(self) -> int:
        return round(QFontMetricsF(font(SMALL)).height()) + unit(2)

    def _left(self) -> float:
        return self.width() * NAMES

    def _day(self) -> float:
        """Pixels of one day; what a bar says stands to its right."""
        return (self.width() - self._left() - unit(30)) / self._told.span

    def _line(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, round(y), self.width(), round(y))

    def _member(self, painter: QPainter, y: float, bar: Bar, first: bool) -> None:
        roomy = self.width() > unit(ROOMY)
        shift = float(unit(16 if roomy else 5))
        if first:
            words = _("第 {n} 阶段").format(n=bar.order) if roomy else str(bar.order)
            self._words(painter, 0, y, shift, words, "quiet")
        self._words(painter, shift, y, self._left() - shift - unit(2), bar.name, "text")
        tone = STANDINGS[bar.standing] if bar.standing else "accent" if bar.critical else "line"
        area = self._area(y, bar.start, bar.days)
        self._bar(painter, area, tone, bar.critical)
        at = area.right() + unit(1.5)
        self._words(painter, at, y, self.width() - at, bar_text(bar), "quiet")

    def _sum(self, painter: QPainter, y: float, words: str, days: int, tone: str) -> None:
        self._words(painter, 0, y, self._left() - unit(2), words, "text")
        self._bar(painter, self._area(y, 0, days), tone, tone == "accent")

    def _area(self, y: float, start: int, days: int) -> QRectF:
        """What takes no day is a stroke."""
        wide = max(days * self._day(), float(unit(1)))
        inset = self._row() * 0.22
        return QRectF(self._left() + start * self._day(), y + inset, wide, self._row() - 2 * inset)

    @staticmethod
    def _bar(painter: QPainter, area: QRectF, tone: str, critical: bool) -> None:
        """The edge carries the contrast; the whole waits for a bar with a heavy one."""
        painter.setBrush(colour(tone))
        painter.setPen(QPen(colour("text" if critical else "line_strong"), 2 if critical else 1))
        painter.drawRoundedRect(area, 2, 2)

    def _words(
        self, painter: QPainter, x: float, y: float, wide: float, words: str, tone: str
    ) -> None:
        painter.setPen(colour(tone))
        shown = QFontMetricsF(font(SMALL)).elidedText(words, Qt.TextElideMode.ElideRight, wide)
        box = QRectF(x, y, wide, self._row())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _today(self, painter: QPainter, bottom: float) -> None:
        """The days used so far, as a line across the bars."""
        used = self._told.used
        if used is None:
            return
        x = self._left() + used * self._day()
        painter.setPen(QPen(colour("warn"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(round(x), unit(1), round(x), round(bottom + 3 * self._row()))
