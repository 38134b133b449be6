"""A form walked through with Enter: each field hands the focus on, the last one is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.ui.keys.table import pressed_key
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field


class Walk(QObject):
    """Leads through `stops` in order, over those that are hidden; `finished` after the last."""

    finished = Signal()

    def __init__(self, stops: Sequence[QWidget], panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._stops = tuple(stops)
        for stop in stops:
            if isinstance(stop, Field):
                stop.finished.connect(lambda s=stop: self.after(s))
            elif isinstance(stop, Chips):
                stop.answered.connect(lambda _chosen, s=stop: self.after(s))
            elif isinstance(stop, QComboBox):
                stop.installEventFilter(self)

    def start(self) -> None:
        """The first stop that can be seen."""
        self._go(self._stops)

    def after(self, stop: QWidget) -> None:
        """On from this stop."""
        self._go(self._stops[self._stops.index(stop) + 1 :])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and pressed_key(event) == "Return"
        )
        if enter and isinstance(watched, QWidget):
            self.after(watched)
        return enter

    def _go(self, stops: Sequence[QWidget]) -> None:
        for stop in stops:
            if stop.isVisibleTo(self._panel):
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                if isinstance(stop, Field):
                    stop.line.selectAll()
                return
        self.finished.emit()
