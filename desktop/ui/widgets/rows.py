"""RowsModel: the one table model of all lists. Columns are data, rows come by the page.

A view function reads rows from the store (ORDER BY and LIMIT in SQL); nothing is sorted here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.services.ports import PAGE
from desktop.ui.theme.dress import colour

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int], Sequence[Any]]
ROW = Qt.ItemDataRole.UserRole
"""Role under which every cell answers its whole row."""


@dataclass(frozen=True, slots=True)
class Column:
    """`text` makes the cell's words of a row; `width` in Chinese characters, 0 takes the rest.

    `tone` names a token of the theme for the words (`warn` for what is due), empty the usual.
    A `spare` column is left out where the others would have too little room.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    right: bool = False
    tone: Callable[[Any], str] | None = None
    spare: bool = False


class RowsModel(QAbstractTableModel):
    """`fetch(offset, limit)` answers the next rows; `key` names a row, to find it again."""

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        key: Callable[[Any], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._fetch = fetch
        self._rows: list[Any] = []
        self._more = True

    def reload(self) -> None:
        """Read anew from the start, as many pages as were shown."""
        wanted = max(PAGE, -(-len(self._rows) // PAGE) * PAGE)
        self.beginResetModel()
        self._rows = list(self._fetch(0, wanted))
        self._more = len(self._rows) == wanted
        self.endResetModel()

    def row_at(self, number: int) -> Any:
        """The row at this place of the list; None beyond its ends."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """Where the row of this key stands among those read; -1 where it does not."""
        for place, row in enumerate(self._rows):
            if self.key(row) == key:
                return place
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        new = self._fetch(len(self._rows), PAGE)
        self._more = len(new) == PAGE
        if new:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}：{column.text(row)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(column, row)
            case role if role == ROW:
                return row
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    @staticmethod
    def _ink(column: Column, row: Any) -> Any:
        tone = column.tone(row) if column.tone else ""
        return colour(tone) if tone else None
