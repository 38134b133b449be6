"""ListView: the rows' view on pages where letters and the space bar are keys that act."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.rows import RowsModel
from desktop.ui.widgets.table import RowsView


class ListView(RowsView):
    """Leaves printable keys to the page; Qt would search the first column for them."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._model = model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text and text.isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def step(self, by: int = 1) -> None:
        """Choose the next row; stays at the ends."""
        place = self.currentIndex().row() + by
        if 0 <= place < self._model.rowCount():
            self.choose(place)

    def focus_list(self) -> None:
        """Take the focus, with a row chosen wherever there is one."""
        if self._model.rowCount() and not self.currentIndex().isValid():
            self.choose(0)
        self.setFocus()
