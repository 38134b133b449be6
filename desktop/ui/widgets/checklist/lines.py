"""The model of the painted lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.ui.widgets.checklist.line import SPOKEN, CheckLine

Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """`show` keeps rows in place where only their look changed, so that nothing scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.all: tuple[CheckLine, ...] = ()

    def show(self, lines: Sequence[CheckLine]) -> bool:
        """Show these lines. True when rows came, went or moved."""
        new = tuple(lines)
        same = [line.key for line in new] == [line.key for line in self.all]
        if same:
            self.all = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return False
        self.beginResetModel()
        self.all = new
        self.endResetModel()
        return True

    def at(self, place: int) -> CheckLine:
        """The line in this place, from 0."""
        return self.all[place]

    def place_of(self, key: str) -> int:
        """Where the line of this key stands; -1 where it does not."""
        return next((n for n, line in enumerate(self.all) if line.key == key), -1)

    def place_of_number(self, number: int) -> int:
        """Where the row with this number stands; -1 where there is none."""
        return next((n for n, line in enumerate(self.all) if line.number == number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.all[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (line.name, line.detail, line.state) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.all[index.row()].mark in SPOKEN:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
