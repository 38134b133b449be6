"""The pen: a canvas whose origin is the page's top left corner, in points.

It knows text with a fallback per character, hairlines, ticks as vectors (no bundled face has ☐
or ☑) and code patterns. Every baseline and edge is given from the top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.documents.ink.faces import face_of
from desktop.documents.ink.lines import width_of
from desktop.documents.ink.patterns import DOT, bars, squares, units_of

BLACK, QUIET, FAINT = 0.0, 0.36, 0.88
"""Greys: what counts, labels and small print, the word across a preview."""
HAIR, RULE, STRONG = 0.4, 0.7, 1.1
"""Line widths in points."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on one canvas; `height` is the page's."""

    canvas: Any
    height: float

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        bold: bool = False,
        grey: float = BLACK,
        spread: float = 0.0,
    ) -> None:
        """One line whose baseline is `y`; `spread` points are added after every character."""
        if not text:
            return
        line = self.canvas.beginText(x, self.height - y)
        line.setFillGray(grey)
        if spread:
            line.setCharSpace(spread)
        for face, run in runs(text, bold):
            line.setFont(face, size)
            line.textOut(run)
        if spread:
            line.setCharSpace(0)
        self.canvas.drawText(line)

    def text_right(
        self, x: float, y: float, text: str, size: float, bold: bool = False, grey: float = BLACK
    ) -> None:
        self.text(x - width_of(text, size, bold), y, text, size, bold, grey)

    def text_centre(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        bold: bool = False,
        grey: float = BLACK,
        spread: float = 0.0,
    ) -> None:
        width = width_of(text, size, bold) + spread * max(0, len(text) - 1)
        self.text(x - width / 2, y, text, size, bold, grey, spread)

    def line(
        self, x: float, y: float, x2: float, y2: float, width: float = HAIR, grey: float = 0.55
    ) -> None:
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, self.height - y, x2, self.height - y2)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        line: float = HAIR,
        grey: float = 0.55,
        dash: tuple[float, ...] = (),
        radius: float = 0.0,
    ) -> None:
        """An outline; a dashed one says that something still has to come here."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(line)
        self.canvas.setDash(list(dash))
        self.canvas.roundRect(x, self.height - y - height, width, height, radius, stroke=1, fill=0)
        self.canvas.setDash([])

    def shade(self, x: float, y: float, width: float, height: float, grey: float = 0.955) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(x, self.height - y - height, width, height, stroke=0, fill=1)

    def tick(self, x: float, y: float, size: float, checked: bool) -> None:
        """A square whose lower edge is the baseline `y`, with a tick where it is checked."""
        side = size * 0.82
        bottom = self.height - y - size * 0.08
        self.canvas.setStrokeGray(BLACK)
        self.canvas.setLineWidth(size * 0.07)
        self.canvas.rect(x, bottom, side, side, stroke=1, fill=0)
        if checked:
            path = self.canvas.beginPath()
            path.moveTo(x + side * 0.2, bottom + side * 0.52)
            path.lineTo(x + side * 0.42, bottom + side * 0.26)
            path.lineTo(x + side * 0.82, bottom + side * 0.8)
            self.canvas.setLineWidth(size * 0.12)
            self.canvas.setLineCap(1)
            self.canvas.drawPath(path, stroke=1, fill=0)
            self.canvas.setLineCap(0)

    def bars(self, x: float, y: float, value: str, height: float, most: float) -> None:
        """A Code128 of at most `most` points from its top left corner, on the dots of 203 dpi."""
        unit = bar_unit(value, most)
        left = round(x / DOT) * DOT
        dark = " ".join(f"{start} 0 {width} 1 re" for start, width in bars(value))
        self._dark(left, self.height - y - height, unit, height, dark)

    def squares(self, x: float, y: float, value: str, side: float) -> None:
        """A QR without its quiet zone, `side` points wide."""
        rows = squares(value)
        unit = side / len(rows)
        dark = " ".join(
            f"{start} {row} {length} 1 re"
            for row, found in enumerate(reversed(rows))
            for start, length in found
        )
        self._dark(x, self.height - y - side, unit, unit, dark)

    def _dark(self, x: float, y: float, wide: float, tall: float, rectangles: str) -> None:
        """Rectangles in whole units of `wide` × `tall`: half a thousand of them in no time."""
        self.canvas.addLiteral(
            f"q 0 g {wide:.5f} 0 0 {tall:.5f} {x:.3f} {y:.3f} cm {rectangles} f Q"
        )


def bar_unit(value: str, most: float) -> float:
    """Points of a bar's unit: whole dots, two where they fit (0.25 mm), else what fits."""
    dots = most / units_of(bars(value)) / DOT
    return min(2, int(dots)) * DOT if dots >= 1 else dots * DOT


def bars_width(value: str, most: float) -> float:
    """Points that `Pen.bars` will take."""
    return units_of(bars(value)) * bar_unit(value, most)


def runs(text: str, bold: bool) -> Iterator[tuple[str, str]]:
    """The text cut where the face changes."""
    face, run = "", ""
    for char in text:
        name = face_of(char, bold) or ""
        if name != face and run:
            yield face, run
            run = ""
        face, run = name, run + char
    if run:
        yield face, run
