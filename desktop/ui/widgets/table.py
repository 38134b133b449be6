"""The one set-up of a table: whole rows, no grid, sizes from the font, selection kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.keys.table import pressed_key
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.rows import RowsModel

LEAST = 8
"""Chinese characters that a column without a width of its own keeps before a spare one is shown."""


class RowsView(QTableView):
    """`opened(row)` with Enter or a double click, `looked_at(row)` as the selection moves."""

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._key = ""
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self._size()
        self.doubleClicked.connect(lambda index: self._open(index))
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.modelReset.connect(self._find_again)

    @property
    def current(self) -> Any:
        """The selected row, None where none is."""
        return self._rows.row_at(self.currentIndex().row())

    def choose(self, place: int) -> None:
        self.selectRow(place)

    def height_of(self, rows: int) -> int:
        """How high the view is when it shows so many rows and scrolls none."""
        header, frame = self.horizontalHeader().sizeHint().height(), 2 * self.frameWidth()
        return header + frame + rows * self.verticalHeader().defaultSectionSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed_key(event) == "Return" and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size()

    def _size(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + unit(4))
        header = self.horizontalHeader()
        one = metrics.horizontalAdvance("宽")
        for place, column in enumerate(self._rows.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, one * column.width + unit(5))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self._spare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        """Spare columns from the left, as long as there is room for them."""
        one = self.fontMetrics().horizontalAdvance("宽")
        columns = self._rows.columns
        sizes = [one * (column.width or LEAST) + unit(5) for column in columns]
        room = self.viewport().width() - sum(
            size for size, column in zip(sizes, columns, strict=True) if not column.spare
        )
        for place, column in enumerate(columns):
            if column.spare:
                self.setColumnHidden(place, sizes[place] > room)
                room -= sizes[place] if sizes[place] <= room else 0

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._rows.row_at(now.row())
        if row is not None:
            self._key = self._rows.key(row)
            self.looked_at.emit(row)

    def _find_again(self) -> None:
        """After a reload the same row is selected, wherever it stands now; else the first."""
        place = self._rows.place_of(self._key) if self._key else -1
        if self._rows.rowCount():
            self.selectRow(max(0, place))
