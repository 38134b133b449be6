"""RowsPane: a list, or, while it holds nothing, what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.forms.list_view import ListView
from desktop.ui.widgets.rows import Column, Fetch, RowsModel


class RowsPane(QStackedWidget):
    """`opened(row)` with Enter or a double click, `looked_at(row)` as the choice moves."""

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        key: Callable[[Any], str],
        name: str,
        empty: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = RowsModel(columns, fetch, key, self)
        self.view = ListView(self.model)
        self.view.setAccessibleName(name)
        self.empty = EmptyState(*empty)
        self.addWidget(self.view)
        self.addWidget(self.empty)
        self.view.opened.connect(self.opened)
        self.view.looked_at.connect(self.looked_at)

    @property
    def current(self) -> Any:
        return self.view.current if self.model.rowCount() else None

    def reload(self) -> int:
        """Read anew; the answer is how many rows are shown now."""
        self.model.reload()
        number = self.model.rowCount()
        self.setCurrentIndex(0 if number else 1)
        return number

    def seek(self, key: str) -> None:
        """Choose the row of this key, where it is shown."""
        place = self.model.place_of(key)
        if place >= 0:
            self.view.choose(place)

    def take_focus(self) -> None:
        self.view.focus_list()


def all_of(rows: Callable[[], Sequence[Any]]) -> Fetch:
    """A short list that comes whole, as a view by pages."""

    def fetch(offset: int, limit: int) -> Sequence[Any]:
        return rows()[offset : offset + limit]

    return fetch
