"""Chart: a panel painted, its marks reached by the arrows and by the mouse."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.supervision.figures.panels import Mark, Panel
from desktop.ui.pages.figures.charts.ink import LEFT, ring, row_height, write
from desktop.ui.theme.dress import unit
from desktop.wording import _

P = TypeVar("P", bound=Panel)
Place = tuple[QRectF, Mark]
WAYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ASIDE = 4
"""How much farther a step aside is than one straight on."""


class Chart(QWidget, Generic[P]):
    """`opened(mark)` by Enter or double click, `looked_at(mark, box)` as the choice moves,
    `left(step)` where the arrows lead out of it: 1 to the next chart, -1 to the one before.

    Subclasses answer `height_of`, `lay` and `draw`; heights follow from letters, never from width.
    Without them it is a chart on which nothing stands.
    """

    opened = Signal(object)
    looked_at = Signal(object, QRectF)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel: P | None = None
        self.places: list[Place] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def height_of(self, panel: P) -> float:
        return row_height()

    def lay(self, panel: P, wide: float) -> list[Place]:
        """Where each mark stands, in the order of reading."""
        return []

    def draw(self, painter: QPainter, panel: P, box: QRectF) -> None:
        """Everything; `box` is what has to be painted anew."""

    def ringed(self, box: QRectF) -> QRectF:
        """Where the ring around the chosen mark runs."""
        return box

    def show_panel(self, panel: P) -> None:
        """The chosen place stays chosen."""
        self.panel = panel
        self._lay()
        self.updateGeometry()
        self.update()
        self._tell()

    @property
    def current(self) -> Mark | None:
        return self.places[self._at][1] if self._at < len(self.places) else None

    def choose(self, at: int) -> None:
        """The mark at this place of the reading order; from the end where it is negative."""
        if self.places:
            self._at = at % len(self.places)
            self.update()
            self._tell()
            self.looked_at.emit(self.current, self.places[self._at][0])

    def sizeHint(self) -> QSize:
        whole = self.height_of(self.panel) if self.panel and self.places else row_height()
        return QSize(unit(60), round(whole) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(unit(40), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.panel is None or not self.places:
            box = QRectF(0, 0, self.width(), row_height())
            write(painter, box, _("这段时间没有"), "quiet", LEFT)
            return
        self.draw(painter, self.panel, QRectF(event.rect()))
        if self.hasFocus() and self._at < len(self.places):
            ring(painter, self.ringed(self.places[self._at][0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = WAYS.get(event.key())
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        found = self._towards(*way)
        if found is None:
            self.left.emit(sum(way))
        else:
            self.choose(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.choose(self._at if self._at < len(self.places) else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._hit(event.position())
        if at is not None:
            self.choose(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._hit(event.position()) is not None and self.current is not None:
            self.opened.emit(self.current)

    def _hit(self, point: QPointF) -> int | None:
        return next((at for at, (box, _m) in enumerate(self.places) if box.contains(point)), None)

    def _lay(self) -> None:
        self.places = self.lay(self.panel, self.width()) if self.panel else []
        self._at = min(self._at, max(0, len(self.places) - 1))

    def _towards(self, across: int, down: int) -> int | None:
        """The nearest mark that lies that way; None where there is none."""
        if not self.places:
            return None
        here = self.places[self._at][0].center()
        found: list[tuple[float, int]] = []
        for at, (box, _mark) in enumerate(self.places):
            step = box.center() - here
            ahead = step.x() * across + step.y() * down
            aside = abs(step.x() * down) + abs(step.y() * across)
            if ahead > 1:
                found.append((ahead + ASIDE * aside, at))
        return min(found)[1] if found else None

    def _tell(self) -> None:
        """What a screen reader says: the panel, and the chosen mark in words."""
        if self.panel is None:
            return
        mark = self.current
        title = self.panel.title
        self.setAccessibleName(f"{title}：{mark.told}" if mark else title)
        self.setAccessibleDescription("；".join(one.told for one in self.panel.all()))
