"""What a parcel holds: lines of cases, each to be put in or left out; none yet is fine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Content
from desktop.services.courier import shipments
from desktop.ui.desk import Desk
from desktop.ui.pages.courier import columns
from desktop.ui.pages.courier.columns import Line
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _


class Contents(QWidget):
    """`chosen` is what goes in. Several cases may share a parcel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[Line] = []
        self._cases: list[str] = []
        self.direction = Direction.OUTBOUND
        self.pane = RowsPane(
            columns.LINES, all_of(lambda: self._lines), lambda line: str(line.key), _("内件"),
            (_("还没有内件"), _("按 F7 加入一件办件；现在不装也可以，以后更正补上。")),
        )  # fmt: skip
        self.ask = Ask(_("办件编号（可扫码）"), _("加入"))
        self.button = KeyButton("add_case", _("加入办件"))
        inside = column(self)
        head = row()
        head.addWidget(label(_("内件"), "heading"))
        head.addWidget(label(_("空格 装入或去掉"), "quiet"), 1)
        head.addWidget(self.button)
        inside.addLayout(head)
        inside.addWidget(self.ask)
        inside.addWidget(self.pane, 1)
        self.button.clicked.connect(self.ask_case)
        self.ask.answered.connect(self.add)
        self.ask.let_be.connect(self.pane.take_focus)

    @property
    def chosen(self) -> tuple[Content, ...]:
        return tuple(line.content for line in self._lines if line.inside)

    def start(self, direction: Direction, inside: Iterable[Content], cases: Iterable[str]) -> None:
        """Show what is inside, and beside it what else these cases could send."""
        self.direction = direction
        self._lines = [Line(content) for content in inside]
        self._cases = []
        for number in cases:
            self._add(number, inside=False)
        self.pane.reload()

    def turn(self, direction: Direction) -> None:
        """The other way travel other things: materials in, papers out."""
        if direction is self.direction:
            return
        cases, self._cases, self._lines = self._cases, [], []
        self.direction = direction
        for number in cases:
            self._add(number)
        self.pane.reload()

    def ask_case(self) -> None:
        self.ask.ask()

    def add(self, number: str) -> None:
        """Put in everything that this case could send this way."""
        told = "-".join(number.strip().upper().split("-")[:4])
        if self.desk_knows(told):
            self.ask.put_away()
            self.pane.take_focus()

    def desk_knows(self, number: str) -> bool:
        """Whether the case's lines were added; a refusal has been said."""
        return bool(self._desk.perform(lambda: self._add(number)))

    def toggle(self) -> None:
        line = self.pane.current
        if line is None:
            return
        place = self._lines.index(line)
        self._lines[place] = replace(line, inside=not line.inside)
        self.pane.reload()
        self.pane.view.step()

    def _add(self, number: str, inside: bool = True) -> bool:
        told = shipments.suggest(self._desk.office, number, self.direction)
        known = {line.key for line in self._lines}
        new = [Line(content, inside) for content in told.contents]
        self._lines += [line for line in new if line.key not in known]
        if number not in self._cases:
            self._cases.append(number)
        self.pane.reload()
        return True
