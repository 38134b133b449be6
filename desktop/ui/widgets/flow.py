"""Widgets beside one another that wrap like words do.

A widget that places its children, and not a `QLayout`: fewer overrides that Qt calls, and a child
that changes its own size needs no second pass.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Every widget keeps its own size; none is wider than the line; a hidden one takes no room.
    `gap` and `edge` in pixels.
    """

    def __init__(self, gap: int = 6, edge: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside: list[QWidget] = []
        self._gap, self._edge = gap, edge
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        widget.setParent(self)
        widget.show()
        self._inside.append(widget)
        self._laid_anew()

    def remove_all(self) -> None:
        for widget in self._inside:
            widget.hide()
            widget.deleteLater()
        self._inside = []
        self._laid_anew()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, place=False)

    def sizeHint(self) -> QSize:
        across = sum(widget.sizeHint().width() + self._gap for widget in self._shown)
        return QSize(across + 2 * self._edge, self._lay(max(self.width(), 1), place=False))

    def minimumSizeHint(self) -> QSize:
        highest = max((widget.sizeHint().height() for widget in self._shown), default=0)
        return QSize(10 * self._gap, highest + 2 * self._edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # never squeezed: what does not fit is for the list below it to give
        self.setMinimumHeight(self._lay(self.width(), place=True))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._laid_anew()  # nobody is told of sizes that change behind another page

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._laid_anew()  # a child's own size changed
        return super().event(event)

    @property
    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._inside if not widget.isHidden()]

    def _laid_anew(self) -> None:
        self.setMinimumHeight(self._lay(self.width(), place=True))
        self.updateGeometry()

    def _lay(self, width: int, place: bool) -> int:
        x = y = self._edge
        right, line = width - self._edge, 0
        for widget in self._shown:
            wish = widget.sizeHint()
            across = min(wish.width(), right - self._edge)
            if x > self._edge and x + across > right:
                x, y, line = self._edge, y + line + self._gap, 0
            if place:
                widget.setGeometry(QRect(QPoint(x, y), QSize(across, wish.height())))
            x += across + self._gap
            line = max(line, wish.height())
        return y + line + self._edge
