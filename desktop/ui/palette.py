"""Ctrl+K: pages, items and cases in one line of search; initials match."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.ui.keys.table import pressed_key
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

MOST = 30


@dataclass(frozen=True, slots=True)
class Hit:
    """`page` and `what` are where it leads (`Shell.go`)."""

    words: str
    detail: str
    page: str
    what: str = ""


Source = Callable[[str], Sequence[Hit]]
"""Hits for what was typed so far; for an empty text what is worth offering at once."""


class CommandPalette(QFrame):
    """`asked(page, what)` when one was taken. `sources` are asked in order."""

    asked = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "panel")
        self.sources: list[Source] = []
        self._hits: list[Hit] = []
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("命令、事项、办件编号；首字母也行"))
        self.line.setAccessibleName(_("命令面板"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = ChoiceList()
        self.list.taken.connect(self._take)
        top = row()
        top.addWidget(label(_("命令面板"), "heading"))
        top.addStretch(1)
        top.addWidget(label(_("↑↓ 选择　Enter 前往　Esc 收起"), "quiet"))
        inside = column(self, margin=4)
        inside.addLayout(top)
        inside.addWidget(self.line)
        inside.addWidget(self.list, 1)
        self.hide()

    def open_panel(self) -> None:
        if self.isVisible():
            self.put_away()
            return
        self._before = self.window().focusWidget()
        space = self.window().rect()
        across, down = space.width() // 2, space.height() * 2 // 3
        self.setGeometry((space.width() - across) // 2, space.height() // 8, across, down)
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus()

    def put_away(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match pressed_key(event):
                case "Up":
                    self.list.step(-1)
                    return True
                case "Down":
                    self.list.step(1)
                    return True
                case "Return":
                    self.list.take()
                    return True
        return False

    def _search(self, text: str) -> None:
        self._hits = [hit for source in self.sources for hit in source(text.strip())][:MOST]
        self.list.offer([Choice(str(n), hit.words, hit.detail) for n, hit in enumerate(self._hits)])

    def _take(self, id: str) -> None:
        hit = self._hits[int(id)]
        self.put_away()
        self.asked.emit(hit.page, hit.what)
