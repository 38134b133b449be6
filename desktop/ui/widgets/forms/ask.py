"""Ask: one question in place of a modal: a line to type in, one button, Esc to let it be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import label, row
from desktop.wording import _


class Ask(QFrame):
    """`answered(text)` with Enter or F9; hidden until `ask`."""

    answered = Signal(str)
    let_be = Signal()

    def __init__(self, words: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.field = Field(words)
        self.field.finished.connect(self._answer)
        self.button = KeyButton("save_form", button, primary=True)
        self.button.clicked.connect(self._answer)
        inside = row(self, margin=3, gap=3)
        inside.addWidget(self.field, 1)
        inside.addWidget(self.button)
        inside.addWidget(label(_("Esc 不办了"), "quiet"))
        self.hide()

    def ask(self, words: str = "", text: str = "") -> None:
        """Show the question, with another wording or a first answer where given."""
        if words:
            self.field.set_words(words)
        self.field.set_text(text)
        self.show()
        self.field.line.setFocus()

    def put_away(self) -> bool:
        """True when there was something to put away."""
        if self.isHidden():
            return False
        self.hide()
        self.let_be.emit()
        return True

    def _answer(self) -> None:
        self.answered.emit(self.field.text)
