"""Fields: a label, a line to type in, and the verdict beside the label, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.identity.verdict import Level
from desktop.ui.widgets.buttons import HoldButton
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _

ROLES = {Level.OK: "good", Level.WARN: "warn", Level.ERROR: "bad"}
LONGEST = 2000
"""What a line takes at most: more than any name, less than a pasted novel."""


class Field(QWidget):
    """`edited(text)` at each change by a person; `finished()` with Enter."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(words)
        self._label = label(words, "quiet")
        self._verdict = Elided()
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = row(gap=2)
        top.addWidget(self._label)
        top.addWidget(self._verdict, 1)
        inside = column(self, gap=1)
        inside.addLayout(top)
        inside.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.finished)

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Put text in as data arrives; leaves the cursor alone where nothing changes."""
        if text != self.line.text().strip():
            self.line.setText(text)

    def set_words(self, words: str) -> None:
        self._label.setText(words)
        self.line.setAccessibleName(words)

    def warn(self, level: Level | None, words: str = "") -> None:
        """Say a verdict beside the label; it never blocks. None says nothing."""
        self._verdict.setText(words if level is not None else "")
        if level is not None:
            wear(self._verdict, ROLES[level])

    def warn_plain(self, words: str) -> None:
        """Say beside the label what was found, in the tone of what is wrong."""
        self.warn(Level.ERROR, words)

    @property
    def warning(self) -> str:
        return self._verdict.full


class MaskedField(QWidget):
    """A personal value, masked; shown in full while the button is held, which `looked` is told.

    `looked()` runs once per hold, before anything is shown: it logs the look, and answers False
    to keep the value hidden.
    """

    def __init__(self, looked: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looked = looked
        self._full = self._masked = ""
        self._value = label(wrap=True)
        self._hold = HoldButton(_("按住显示"))
        self._hold.held.connect(self._show)
        inside = row(self)
        inside.addWidget(self._value, 1)
        inside.addWidget(self._hold)

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        return self._value.text()

    def set_value(self, full: str, masked: str) -> None:
        self._full, self._masked = full, masked
        self._value.setText(masked)
        self._hold.setVisible(bool(full) and full != masked)

    def _show(self, held: bool) -> None:
        self._value.setText(self._full if held and self._looked() else self._masked)
