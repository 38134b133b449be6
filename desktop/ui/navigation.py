"""Top navigation: the pages a role may use, each with its Alt key."""

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
        outside = row(self, gap=4)
        outside.setContentsMargins(12, 0, 12, 0)
        outside.addWidget(label(_("一窗"), "title"))
        self._row = row(gap=1)
        outside.addLayout(self._row)
        outside.addStretch(1)

    def offer(self, pages: Sequence[tuple[str, str]]) -> None:
        """Show these (id, title); the order gives Alt+1, Alt+2, …"""
        clear(self._row)
        self._buttons = {}
        for place, (id, title) in enumerate(pages, 1):
            button = QPushButton(_("{title}  Alt+{place}").format(title=title, place=place))
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(title)
            button.clicked.connect(lambda _checked=False, page=id: self._ask(page))
            self._row.addWidget(button)
            self._buttons[id] = button

    def mark(self, id: str) -> None:
        """Show which page is in front."""
        for page, button in self._buttons.items():
            button.setChecked(page == id)

    def press(self, place: int) -> None:
        """Alt+`place`, from 1."""
        ids = list(self._buttons)
        if place <= len(ids):
            self.asked.emit(ids[place - 1])

    def _ask(self, id: str) -> None:
        self._buttons[id].setChecked(False)
        self.asked.emit(id)
