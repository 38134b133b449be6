"""ChoiceList: a list to choose one of, painted in two lines, wrapping long names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.theme.dress import SMALL, colour, font, unit

Index = QModelIndex | QPersistentModelIndex
LONGEST_QUERY = 200
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


@dataclass(frozen=True, slots=True)
class Choice:
    """`heading` True makes a line that only divides and cannot be chosen."""

    id: str
    words: str
    detail: str = ""
    heading: bool = False


class _Choices(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.choices: tuple[Choice, ...] = ()

    def offer(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "，".join(part for part in (choice.words, choice.detail) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.choices[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Name and detail; the chosen one with a bar at its left and its own ground."""

    def __init__(self, view: QListView, choices: _Choices) -> None:
        super().__init__(view)
        self._view, self._choices = view, choices

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        choice = self._choices.choices[index.row()]
        across = self._view.viewport().width()
        name, detail = self._heights(choice, across)
        return QSize(across, name + detail + unit(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = self._choices.choices[index.row()]
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(area, colour("chosen"))
            painter.fillRect(
                QRect(area.left(), area.top(), unit(1), area.height()), colour("accent")
            )
        elif not choice.heading:
            painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("line"))
        name, _detail = self._heights(choice, area.width())
        inside = area.adjusted(unit(2.5), unit(2), -unit(0.5), 0)
        painter.setFont(font(SMALL) if choice.heading else font(bold=chosen))
        painter.setPen(colour("quiet" if choice.heading else "on_chosen" if chosen else "text"))
        painter.drawText(inside, WRAP, choice.words)
        painter.setFont(font(SMALL))
        painter.setPen(colour("chosen_quiet" if chosen else "quiet"))
        painter.drawText(inside.adjusted(0, name, 0, 0), WRAP, choice.detail)
        painter.restore()

    @staticmethod
    def _heights(choice: Choice, across: int) -> tuple[int, int]:
        space = QRect(0, 0, across - unit(3), 10_000)
        usual = font(SMALL) if choice.heading else font(bold=True)
        name = QFontMetrics(usual).boundingRect(space, WRAP, choice.words).height()
        if not choice.detail:
            return name, 0
        return name, QFontMetrics(font(SMALL)).boundingRect(space, WRAP, choice.detail).height()


class ChoiceList(QListView):
    """`taken(id)` with Enter or a click, `looked_at(id)` as the choice moves."""

    taken = Signal(str)
    looked_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = _Choices()
        self.setModel(self._choices)
        self.setItemDelegate(_Painter(self, self._choices))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda index: self._take(index))

    def offer(self, choices: Sequence[Choice], chosen: str = "") -> None:
        """Show these; `chosen`, else the first that can be, stands out."""
        self._choices.offer(choices)
        able = [place for place, choice in enumerate(choices) if not choice.heading]
        named = [place for place in able if choices[place].id == chosen]
        if able:
            self._go((named or able)[0])

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered now."""
        return self._choices.choices

    @property
    def current(self) -> Choice | None:
        place = self.currentIndex().row()
        return self._choices.choices[place] if place >= 0 else None

    def step(self, by: int) -> None:
        """Up or down over what can be chosen; stays at the ends."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self._choices.choices):
            if not self._choices.choices[place].heading:
                self._go(place)
                return
            place += by

    def take(self) -> None:
        self._take(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _go(self, place: int) -> None:
        index = self._choices.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.looked_at.emit(self._choices.choices[place].id)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid() and not self._choices.choices[index.row()].heading:
            self.taken.emit(self._choices.choices[index.row()].id)


class SearchLine(QLineEdit):
    """What is typed narrows a list; ↑ ↓ Enter act in that list, so that the hands stay here."""

    def __init__(self, choices: ChoiceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.setMaxLength(LONGEST_QUERY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match verb_of(Context.SEARCH, event):
            case "up":
                self._choices.step(-1)
            case "down":
                self._choices.step(1)
            case "take":
                self._choices.take()
            case _:
                super().keyPressEvent(event)
