"""Paints the rows; every size comes from the font in use."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme.dress import SMALL, colour, font, unit
from desktop.ui.widgets.checklist.glyphs import paint_glyph
from desktop.ui.widgets.checklist.line import GROUNDS, QUIET, SPOKEN, TONES, CheckLine, Mark
from desktop.ui.widgets.checklist.lines import Index, Lines

WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
MIDDLE = Qt.AlignmentFlag.AlignVCenter
WIDEST_PILL = 0.42
"""Most of the row's width that the state may take; longer ones wrap."""


class RowPainter(QStyledItemDelegate):
    """Number, glyph, name over detail, state. The row with the focus has an outline."""

    def __init__(self, view: QListView, lines: Lines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._lines.at(index.row())
        across = self._view.viewport().width()
        if line.mark in SPOKEN:
            space = QRect(0, 0, across - unit(3), 100_000)
            high = QFontMetrics(font(SMALL)).boundingRect(space, WRAP, line.name).height()
            return QSize(across, high + unit(4 if line.mark is Mark.HEADING else 1))
        name, detail = self._heights(line, self._text_width(across))
        return QSize(across, max(name + detail + unit(3.5), self._cap() + unit(3)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._lines.at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.mark in SPOKEN:
            self._heading(painter, area, line)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._ground(painter, area, chosen)
            self._number(painter, area, line)
            paint_glyph(painter, self._glyph_box(area), line.mark)
            self._words(painter, area, line, chosen)
            self._state(painter, area, line)
        painter.restore()

    def state_width(self) -> int:
        """Width of the widest state, so that all of them and all names line up."""
        metrics = QFontMetrics(font(SMALL))
        widths = [metrics.horizontalAdvance(line.state) for line in self._lines.all if line.state]
        most = int(self._view.viewport().width() * WIDEST_PILL)
        return min(most, max(widths) + unit(6)) if widths else 0

    def _cap(self) -> int:
        return QFontMetrics(font(bold=True)).height() + unit(0.5)

    def _text_left(self) -> int:
        return unit(2) + self._cap() + unit(2) + self._cap() + unit(2.5)

    def _text_width(self, across: int) -> int:
        return across - self._text_left() - self.state_width() - unit(5)

    def _heights(self, line: CheckLine, across: int) -> tuple[int, int]:
        space = QRect(0, 0, max(across, unit(20)), 100_000)
        name = QFontMetrics(font(bold=True)).boundingRect(space, WRAP, line.name).height()
        if not line.detail:
            return name, 0
        return name, QFontMetrics(font(SMALL)).boundingRect(space, WRAP, line.detail).height()

    def _heading(self, painter: QPainter, area: QRect, line: CheckLine) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(colour(TONES[line.mark]))
        painter.drawText(area.adjusted(unit(2), 0, -unit(1), 0), MIDDLE | WRAP, line.name)

    def _ground(self, painter: QPainter, area: QRect, chosen: bool) -> None:
        if not chosen:
            painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("line"))
            return
        focused = self._view.hasFocus()
        pen = QPen(colour("focus"), 2) if focused else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(colour("chosen"))
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), unit(1), unit(1))

    def _number(self, painter: QPainter, area: QRect, line: CheckLine) -> None:
        if not line.number:
            return
        cap = self._cap()
        box = QRectF(area.left() + unit(2), area.center().y() - cap / 2 + 0.5, cap, cap)
        quiet = line.mark in QUIET
        painter.setPen(QPen(colour("line" if quiet else "line_strong"), 1.2))
        painter.setBrush(colour("surface" if quiet else "raised"))
        painter.drawRoundedRect(box, unit(1), unit(1))
        painter.setFont(font(0.94, bold=not quiet))
        painter.setPen(colour("quiet" if quiet else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(line.number))

    def _glyph_box(self, area: QRect) -> QRectF:
        cap, side = self._cap(), self._cap() * 0.86
        left = area.left() + unit(2) + cap + unit(2) + (cap - side) / 2
        return QRectF(left, area.center().y() - side / 2 + 0.5, side, side)

    def _words(self, painter: QPainter, area: QRect, line: CheckLine, chosen: bool) -> None:
        across = self._text_width(area.width())
        name, detail = self._heights(line, across)
        top = area.top() + (area.height() - name - detail) // 2
        quiet = line.mark in QUIET
        painter.setFont(font(bold=not quiet))
        painter.setPen(colour("on_chosen" if chosen else "quiet" if quiet else "text"))
        painter.drawText(QRect(area.left() + self._text_left(), top, across, name), WRAP, line.name)
        painter.setFont(font(SMALL))
        painter.setPen(colour("chosen_quiet" if chosen else "quiet"))
        below = QRect(area.left() + self._text_left(), top + name, across, detail)
        painter.drawText(below, WRAP, line.detail)

    def _state(self, painter: QPainter, area: QRect, line: CheckLine) -> None:
        if not line.state:
            return
        across = self.state_width()
        metrics = QFontMetrics(font(SMALL))
        space = QRect(0, 0, across - unit(4), 100_000)
        high = metrics.boundingRect(space, WRAP, line.state).height() + unit(2)
        box = QRectF(
            area.right() - across - unit(2), area.center().y() - high / 2 + 0.5, across, high
        )
        painter.setPen(QPen(colour(TONES[line.mark]), 1.2))
        painter.setBrush(colour(GROUNDS[line.mark]))
        round_by = min(high / 2, unit(4))
        painter.drawRoundedRect(box, round_by, round_by)
        painter.setFont(font(SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | WRAP, line.state)
