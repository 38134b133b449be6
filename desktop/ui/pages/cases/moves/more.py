"""F4 更多: the moves that are not the next one, each with a word on what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.case import Case
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.moves.table import offered
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class More(QFrame):
    """`taken(verb)` with Enter, F9 or a click."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label("", "title", wrap=True)
        self.list = ChoiceList()
        inside = column(self, margin=3, gap=2)
        inside.addWidget(self._title)
        inside.addWidget(label(_("↑↓ 选择　Enter 办理　Esc 返回"), "quiet"))
        inside.addWidget(self.list, 1)
        self.list.taken.connect(self.taken)

    def open(self, desk: Desk, case: Case) -> None:
        """What this clerk may do with the case now."""
        self._title.setText(_("更多 · {name}").format(name=case.item_name))
        offers = offered(desk, case)
        self.list.offer([Choice(one.verb, one.words, one.detail) for one in offers])
        self.setFocus()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        return {"up": lambda: self.list.step(-1), "down": lambda: self.list.step(1)}

    def take(self) -> None:
        self.list.take()
