"""Top navigation: the pages a role may use, each with the digit of its Alt key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.ui.widgets.labels import clear, label, row
from desktop.wording import _


class Navigation(QFrame):
    """`asked(page)` when a page is wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._buttons: dict[str, QPushButton] = {}
        self._places: dict[int, str] = {}
        outside = row(self, gap=2)
        outside.setContentsMargins(12, 0, 12, 0)
        outside.addWidget(label(_("一窗"), "title"))
        outside.addWidget(label(_("Alt+"), "quiet"))
        self._row = row(gap=1)
        outside.addLayout(self._row)
        outside.addStretch(1)

    def offer(self, pages: Sequence[tuple[int, str, str]]) -> None:
        """Show these (place, id, title); `place` 10 is the digit 0 of the Alt key."""
        clear(self._row)
        self._buttons, self._places = {}, {}
        for place, id, title in pages:
            button = QPushButton(f"{place % 10} {title}" if place <= 10 else title)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(title)
            button.clicked.connect(lambda _checked=False, page=id: self._ask(page))
            self._row.addWidget(button)
            self._buttons[id] = button
            self._places[place] = id

    def mark(self, id: str) -> None:
        """Show which page is in front."""
        for page, button in self._buttons.items():
            button.setChecked(page == id)

    def press(self, place: int) -> None:
        """Alt+`place`, from 1."""
        if place in self._places:
            self.asked.emit(self._places[place])

    def _ask(self, id: str) -> None:
        self._buttons[id].setChecked(False)
        self.asked.emit(id)
