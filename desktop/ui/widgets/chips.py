"""Chips: a few answers side by side, each with its digit; one or several may be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.theme.dress import colour, unit
from desktop.ui.widgets.flow import Flow
from desktop.wording import _

DIGITS = 9
"""Options beyond these are chosen with the mouse."""


class Chips(Flow):
    """`answered(ids)`: a person answered, by a digit or click (one) or with Enter (several).

    Enter with nothing chosen takes what is suggested. A suggestion is marked, never chosen.
    `previous()` with Backspace.
    """

    answered = Signal(tuple)
    previous = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=unit(1.5), edge=unit(0.75), parent=parent)
        self._buttons: dict[str, QPushButton] = {}
        self._suggested: tuple[str, ...] = ()
        self._multi = self._touched = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(
        self,
        options: Sequence[tuple[str, str]],
        chosen: Sequence[str] = (),
        suggested: Sequence[str] = (),
        multi: bool = False,
    ) -> None:
        """Show these (id, words); `suggested` is what Enter takes while nothing is chosen."""
        if [id for id, _words in options] != list(self._buttons):
            self._build(options)
        self._suggested, self._multi, self._touched = tuple(suggested), multi, bool(chosen)
        for place, (id, words) in enumerate(options, 1):
            mark = _("（建议）") if id in suggested and not chosen else ""
            digit = f"{place}  " if place <= DIGITS else ""
            self._buttons[id].setText(f"{digit}{words}{mark}")
            self._buttons[id].setAccessibleName(words)
            self._buttons[id].setChecked(id in chosen)
        self.updateGeometry()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(id for id, button in self._buttons.items() if button.isChecked())

    def take(self, place: int) -> None:
        """What the digit `place` does; beyond the last option nothing."""
        ids = list(self._buttons)
        if not 1 <= place <= len(ids):
            return
        if self._multi:
            button = self._buttons[ids[place - 1]]
            button.setChecked(not button.isChecked())
            self._touched = True
        else:
            self._only(ids[place - 1])
            self.answered.emit((ids[place - 1],))

    def confirm(self) -> None:
        """Enter: what is chosen, else what is suggested."""
        chosen = self.chosen if self._touched else self._suggested
        if chosen or (self._multi and self._touched):
            self.answered.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(Context.QUESTION, event)
        if verb.startswith("option_"):
            self.take(int(verb[-1]))
        elif verb == "confirm":
            self.confirm()
        elif verb == "previous":
            self.previous.emit()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An outline says that digits act here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), unit(2), unit(2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _only(self, id: str) -> None:
        self._touched = True
        for name, button in self._buttons.items():
            button.setChecked(name == id)

    def _build(self, options: Sequence[tuple[str, str]]) -> None:
        self.remove_all()
        self._buttons = {}
        for place, (id, _words) in enumerate(options, 1):
            button = QPushButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, at=place: self._clicked(at))
            self.add(button)
            self._buttons[id] = button

    def _clicked(self, place: int) -> None:
        button = list(self._buttons.values())[place - 1]
        button.setChecked(not button.isChecked())  # `take` decides, not the click itself
        self.take(place)
        self.setFocus()
