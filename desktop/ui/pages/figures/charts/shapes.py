"""The four kinds of panel, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.domain.supervision.figures.panels import Bars, Grid, Mark, Stacks, Tiles
from desktop.ui.pages.figures.charts.chart import Chart, Place
from desktop.ui.pages.figures.charts.ink import (
    LARGE,
    MIDDLE,
    RIGHT,
    fill,
    ground,
    row_height,
    tall,
    wide,
    write,
)
from desktop.ui.theme.dress import colour, unit


class TilesChart(Chart[Tiles]):
    """A large number over its word, side by side."""

    def height_of(self, panel: Tiles) -> float:
        return tall(LARGE) + row_height()

    def lay(self, panel: Tiles, wide: float) -> list[Place]:
        each = wide / max(1, len(panel.marks))
        height = self.height_of(panel)
        return [(QRectF(each * at, 0, each, height), mark) for at, mark in enumerate(panel.marks)]

    def draw(self, painter: QPainter, panel: Tiles, box: QRectF) -> None:
        number = tall(LARGE)
        for place, mark in self.places:
            top = QRectF(place.left(), 0, place.width(), number)
            write(painter, top, mark.number, mark.tone or "text", MIDDLE, LARGE, bold=True)
            below = QRectF(place.left(), number, place.width(), place.height() - number)
            write(painter, below, mark.word, "quiet", MIDDLE)


class BarsChart(Chart[Bars]):
    """Word, bar, number, one below the other."""

    def height_of(self, panel: Bars) -> float:
        return row_height() * len(panel.marks)

    def lay(self, panel: Bars, wide: float) -> list[Place]:
        each = row_height()
        return [(QRectF(0, each * at, wide, each), mark) for at, mark in enumerate(panel.marks)]

    def draw(self, painter: QPainter, panel: Bars, box: QRectF) -> None:
        names = max(wide(mark.word) for mark in panel.marks) + unit(3)
        numbers = max(wide(mark.number) for mark in panel.marks) + unit(3)
        names = min(names, self.width() * 0.4)
        room = max(float(unit(6)), self.width() - names - numbers - unit(2))
        most = panel.most or max([mark.size for mark in panel.marks] + [1])
        for place, mark in self.places:
            self._bar(painter, place, mark, (names, room, mark.size / most))

    def _bar(
        self, painter: QPainter, place: QRectF, mark: Mark, told: tuple[float, float, float]
    ) -> None:
        names, room, share = told
        write(painter, place.adjusted(unit(1), 0, names - place.width(), 0), mark.word)
        if mark.size:
            inset = place.height() * 0.24
            long = max(2.0, room * share)
            area = QRectF(names, place.top() + inset, long, place.height() - 2 * inset)
            fill(painter, area, 0, mark.tone)
        number = place.adjusted(names + room, 0, -unit(1), 0)
        write(painter, number, mark.number, mark.tone or "text", RIGHT)


class StacksChart(Chart[Stacks]):
    """Columns with their sum on top, the key of hatchings beneath."""

    def height_of(self, panel: Stacks) -> float:
        return unit(44) + row_height() * 2

    def lay(self, panel: Stacks, wide: float) -> list[Place]:
        most = max([stack.size for stack in panel.stacks] + [1])
        each = wide / max(1, len(panel.stacks))
        base = self._base(panel)
        room = base - row_height()
        places: list[Place] = []
        for at, stack in enumerate(panel.stacks):
            foot = base
            for mark in stack.marks:
                height = room * mark.size / most
                foot -= height
                box = QRectF(each * (at + 0.15), foot, each * 0.7, height)
                places.append((box, mark))
        return places

    def draw(self, painter: QPainter, panel: Stacks, box: QRectF) -> None:
        base, each = self._base(panel), self.width() / max(1, len(panel.stacks))
        for place, mark in self.places:
            fill(painter, place, mark.series)
            self._number(painter, place, mark)
        painter.setPen(colour("line_strong"))
        painter.drawLine(0, round(base), self.width(), round(base))
        room = base - row_height()
        most = max([stack.size for stack in panel.stacks] + [1])
        for at, stack in enumerate(panel.stacks):
            below = QRectF(each * at, base, each, row_height())
            write(painter, below, stack.word, "quiet", MIDDLE)
            if stack.size:
                top = base - room * stack.size / most - row_height()
                above = QRectF(each * at, top, each, row_height())
                write(painter, above, f"{stack.size:,}", "text", MIDDLE, bold=True)
        self._key(painter, panel, base + row_height())

    def ringed(self, box: QRectF) -> QRectF:
        """Around the segment, however low it is."""
        return box.adjusted(-4, -4, 4, 4)

    def _base(self, panel: Stacks) -> float:
        return self.height_of(panel) - 2 * row_height()

    @staticmethod
    def _number(painter: QPainter, place: QRectF, mark: Mark) -> None:
        """On its own ground, so that no hatching runs through it; none where it does not fit."""
        height, length = tall(), wide(mark.number) + unit(2)
        if place.height() < height + 2 or place.width() < length:
            return
        middle = place.center()
        area = QRectF(middle.x() - length / 2, middle.y() - height / 2, length, height)
        ground(painter, area)
        write(painter, area, mark.number, "text", MIDDLE)

    def _key(self, painter: QPainter, panel: Stacks, y: float) -> None:
        side = tall() * 0.7
        each = self.width() / max(1, len(panel.names))
        for at, name in enumerate(panel.names):
            top = y + (row_height() - side) / 2
            fill(painter, QRectF(each * at + 1, top, side * 1.4, side), at)
            left = each * at + side * 1.4 + unit(2)
            write(painter, QRectF(left, y, each * (at + 1) - left, row_height()), name)


class GridChart(Chart[Grid]):
    """Lines against heads; under each number a bar, its part of the column's largest."""

    def height_of(self, panel: Grid) -> float:
        return row_height() + self._line() * len(panel.lines)

    def lay(self, panel: Grid, wide: float) -> list[Place]:
        names, each = self._columns(panel, wide)
        top = row_height()
        return [
            (QRectF(names + each * at, top + self._line() * row, each, self._line()), mark)
            for row, line in enumerate(panel.lines)
            for at, mark in enumerate(line.marks)
        ]

    def draw(self, painter: QPainter, panel: Grid, box: QRectF) -> None:
        names, each = self._columns(panel, self.width())
        for at, head in enumerate(panel.heads):
            area = QRectF(names + each * at, 0, each - unit(2), row_height())
            write(painter, area, head, "quiet", RIGHT)
        for row, line in enumerate(panel.lines):
            area = QRectF(unit(1), row_height() + self._line() * row, names, self._line())
            if area.top() < box.bottom() and area.bottom() > box.top():
                write(painter, area.adjusted(0, 0, -unit(2), -unit(1.5)), line.word)
        largest = [
            max([line.marks[at].size for line in panel.lines] + [1])
            for at in range(len(panel.heads))
        ]
        for n, (place, mark) in enumerate(self.places):
            if place.intersects(box):
                self._cell(painter, place, mark, mark.size / largest[n % len(panel.heads)])

    def _cell(self, painter: QPainter, place: QRectF, mark: Mark, share: float) -> None:
        inside = place.adjusted(unit(1), 0, -unit(2), -unit(1.5))
        write(painter, inside, mark.number, mark.tone or "text", RIGHT)
        if mark.size:
            long = max(1.0, inside.width() * share)
            y = place.bottom() - unit(1)
            painter.fillRect(QRectF(inside.right() - long, y, long, 2), colour("line_strong"))

    @staticmethod
    def _line() -> float:
        return row_height() + unit(1)

    @staticmethod
    def _columns(panel: Grid, whole: float) -> tuple[float, float]:
        """Widths of the names and of each column; heads are never cut off."""
        needed = max(wide(head) for head in panel.heads) + unit(3)
        longest = max([wide(line.word) for line in panel.lines] + [0.0]) + unit(4)
        names = min(longest, max(whole * 0.2, whole - needed * len(panel.heads)))
        return names, (whole - names) / len(panel.heads)


def chart_of(
    panel: Tiles | Bars | Stacks | Grid,
) -> Chart[Tiles] | Chart[Bars] | Chart[Stacks] | Chart[Grid]:
    """The chart that paints this kind of panel."""
    match panel:
        case Tiles():
            return TilesChart()
        case Bars():
            return BarsChart()
        case Stacks():
            return StacksChart()
        case Grid():
            return GridChart()
