"""Card: a chart with its title, its note, and the chosen mark in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.supervision.figures.panels import Mark, Panel
from desktop.ui.pages.figures.charts.shapes import chart_of
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import column, label, row


class Card(QFrame):
    """`opened(mark)`; `looked_at(card, box)` as the choice moves within it; `left(card, step)`."""

    opened = Signal(object)
    looked_at = Signal(object, QRectF)
    left = Signal(object, int)

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.chart: Any = chart_of(panel)
        self.title = label(panel.title, "heading")
        self.note = Elided(role="quiet", lines=2)
        inside = column(self, margin=2.5, gap=1)
        head = row(gap=3)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        inside.addLayout(head)
        inside.addWidget(self.chart)
        inside.addStretch(1)
        self.chart.opened.connect(self.opened)
        self.chart.left.connect(lambda step: self.left.emit(self, step))
        self.chart.looked_at.connect(self._looked)
        self.show_panel(panel)

    @property
    def current(self) -> Mark | None:
        found: Mark | None = self.chart.current
        return found

    def show_panel(self, panel: Panel) -> None:
        self.title.setText(panel.title)
        self.note.setText(panel.note)
        self.chart.show_panel(panel)

    def enter(self, step: int) -> None:
        """By the arrows: at its first mark, or, from below, at its last."""
        self.chart.setFocus()
        self.chart.choose(0 if step > 0 else -1)

    def _looked(self, _mark: Mark, box: QRectF) -> None:
        self.looked_at.emit(self, box)
