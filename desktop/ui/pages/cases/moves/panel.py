"""MovePanel: F4's list of moves, and the form of the one that was taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.cases.case import Case
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.moves.form import MoveForm
from desktop.ui.pages.cases.moves.more import More
from desktop.ui.pages.cases.moves.table import BY_VERB


class MovePanel(QStackedWidget):
    """`filled()` when a form is shown, `asked()` when F9 or a click performs it."""

    filled = Signal()
    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self.more, self.form = More(), MoveForm()
        self.addWidget(self.more)
        self.addWidget(self.form)
        self.more.taken.connect(self._take)
        self.form.button.clicked.connect(self.asked)

    @property
    def filling(self) -> bool:
        """Whether a form is in front, and not the list."""
        return self.currentWidget() is self.form

    def choose(self, case: Case) -> None:
        """The list of what this clerk may do with the case now."""
        self._case = case
        self.setCurrentWidget(self.more)
        self.more.open(self._desk, case)

    def fill_in(self, case: Case, verb: str) -> None:
        """The form of one move, empty."""
        self._case = case
        form = self._desk.perform(lambda: BY_VERB[verb].make(self._desk.office, case))
        if form is not None:
            self.setCurrentWidget(self.form)
            self.form.open(form, case.item_name)
            self.filled.emit()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the keys do here."""
        if self.filling:
            return {"finish": self.asked.emit}
        return {**self.more.verbs(), "finish": self.more.take, "open": self.more.take}

    def _take(self, verb: str) -> None:
        if self._case is not None:
            self.fill_in(self._case, verb)
