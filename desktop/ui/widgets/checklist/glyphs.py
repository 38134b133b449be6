"""Tick glyphs, drawn as vectors: no font decides whether they can be seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.ui.theme.dress import colour
from desktop.ui.widgets.checklist.line import TONES, Mark


def paint_glyph(painter: QPainter, box: QRectF, mark: Mark) -> None:
    """The square of one line: empty, ticked, struck through by a bar, a clock, a cross."""
    if mark is Mark.APART:
        return
    radius = box.width() / 5
    width = max(2.0, box.width() / 11)
    done = mark is Mark.DONE
    edge = {Mark.OPEN: "line_strong", Mark.DONE: "good_fill"}.get(mark, TONES[mark])
    painter.setPen(QPen(colour(edge), width * 0.8))
    painter.setBrush(colour("good_fill") if done else colour("surface"))
    painter.drawRoundedRect(box, radius, radius)
    pen = QPen(colour("on_good" if done else TONES[mark]), width * 1.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in STROKES.get(mark, ()):
        painter.drawPolyline(QPolygonF([_at(box, *point) for point in line]))


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)


Points = tuple[tuple[float, float], ...]
STROKES: dict[Mark, tuple[Points, ...]] = {
    Mark.DONE: (((0.24, 0.52), (0.43, 0.71), (0.77, 0.31)),),
    Mark.SPARED: (((0.27, 0.5), (0.73, 0.5)),),
    Mark.LATER: (((0.5, 0.24), (0.5, 0.55), (0.7, 0.66)),),
    Mark.WRONG: (((0.3, 0.3), (0.7, 0.7)), ((0.7, 0.3), (0.3, 0.7))),
}
"""Strokes of each glyph, in parts of the box."""
