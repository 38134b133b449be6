"""What every chart paints with: words that elide, hatched boxes, the ring around the chosen mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from desktop.ui.theme.dress import SMALL, colour, font, unit

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
LARGE = 1.6
"""Size of a tile's number, as part of the body's."""
SERIES: tuple[tuple[str, Qt.BrushStyle], ...] = (
    ("accent", Qt.BrushStyle.SolidPattern),
    ("text", Qt.BrushStyle.BDiagPattern),
    ("raised", Qt.BrushStyle.SolidPattern),
    ("text", Qt.BrushStyle.HorPattern),
    ("good_fill", Qt.BrushStyle.SolidPattern),
    ("text", Qt.BrushStyle.DiagCrossPattern),
)
"""Token and hatching of a series: no two of them differ by colour alone."""


def wide(words: str, scale: float = SMALL, bold: bool = False) -> float:
    return QFontMetricsF(font(scale, bold)).horizontalAdvance(words)


def tall(scale: float = SMALL) -> float:
    return QFontMetricsF(font(scale)).height()


def row_height() -> float:
    return tall() + unit(2)


def write(
    painter: QPainter,
    box: QRectF,
    words: str,
    tone: str = "text",
    side: Qt.AlignmentFlag = LEFT,
    scale: float = SMALL,
    bold: bool = False,
) -> None:
    """One line, its end replaced by … where it does not fit."""
    painter.setFont(font(scale, bold))
    painter.setPen(colour(tone))
    metrics = QFontMetricsF(painter.font())
    painter.drawText(
        box, side, metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
    )


def fill(painter: QPainter, box: QRectF, series: int, tone: str = "") -> None:
    """A box of this series, or of a tone; the edge carries the contrast."""
    token, style = SERIES[series % len(SERIES)]
    painter.fillRect(box, colour("surface"))
    painter.setPen(QPen(colour("line_strong"), 1))
    painter.setBrush(QBrush(colour(tone or token), style))
    painter.drawRect(box)


def ring(painter: QPainter, box: QRectF) -> None:
    """Around the mark that Enter opens; on ground of its own, so that it is seen on any fill."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width in (("surface", 6), ("focus", 2)):
        painter.setPen(QPen(colour(token), width))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)


def ground(painter: QPainter, box: QRectF) -> None:
    """Behind a number that stands on a hatching."""
    painter.fillRect(box, colour("surface"))
