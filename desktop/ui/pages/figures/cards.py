"""The board's cards, two abreast, in a place that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.supervision.figures.panels import Mark, Panel
from desktop.ui.pages.figures.card import Card
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column

PLACES = ((0, 0, 2), (1, 0, 2), (2, 0, 1), (2, 1, 1), (3, 0, 1), (3, 1, 1), (4, 0, 2))
"""Row, column and width of each panel, in the order of reading."""


class Cards(QWidget):
    """`opened(mark)`, `looked_at(mark)`; arrows lead from one card to the next."""

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, unit(2), 0)
        self._grid.setSpacing(unit(2))
        for across in (0, 1):
            self._grid.setColumnStretch(across, 1)
        self.area = scroll_over(sheet)
        column(self).addWidget(self.area)

    @property
    def current(self) -> Mark | None:
        """The chosen mark of the card that has the focus."""
        card = self._focused()
        return card.current if card else None

    def show_panels(self, told: Sequence[Panel]) -> None:
        if len(self.cards) != len(told):
            self._make(told)
        for card, panel in zip(self.cards, told, strict=True):
            card.show_panel(panel)
        if self.current is not None:
            self.looked_at.emit(self.current)

    def take_focus(self) -> None:
        """Where somebody was, else at the first figure."""
        if self.cards and self._focused() is None:
            self.cards[0].chart.setFocus()

    def _make(self, told: Sequence[Panel]) -> None:
        for panel, (row, across, wide) in zip(told, PLACES, strict=True):
            card = Card(panel)
            card.opened.connect(self.opened)
            card.looked_at.connect(self._looked)
            card.left.connect(self._leave)
            self._grid.addWidget(card, row, across, 1, wide)
            self.cards.append(card)
        self._grid.setRowStretch(len(PLACES), 1)

    def _focused(self) -> Card | None:
        return next((card for card in self.cards if card.chart.hasFocus()), None)

    def _leave(self, card: Card, step: int) -> None:
        """On to the next card that holds a mark; the first and the last have nowhere to lead."""
        at = self.cards.index(card) + step
        while 0 <= at < len(self.cards):
            if self.cards[at].current is not None:
                self.cards[at].enter(step)
                return
            at += step

    def _looked(self, card: Card, box: QRectF) -> None:
        """Bring the chosen mark, and the title with the first one, into sight."""
        sheet = self.area.widget()
        if sheet is not None:
            middle = card.chart.mapTo(sheet, box.center().toPoint())
            half = round(box.height() / 2) + unit(3)
            top = card.mapTo(sheet, card.rect().topLeft()).y()
            if middle.y() - top < card.height() / 2:
                self.area.ensureVisible(middle.x(), top, 0, unit(2))
            self.area.ensureVisible(middle.x(), middle.y(), 0, half)
        self.looked_at.emit(card.current)
