"""FolderField, where files go, and FileAsk, which file: typed, or chosen in the system's dialogue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QWidget

from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import label, row
from desktop.wording import _


class FolderField(QWidget):
    """A path may be typed as well."""

    def __init__(self, words: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(words)
        self.field.set_text(str(folder))
        self.change = QPushButton(_("换文件夹"))
        inside = row(self)
        inside.addWidget(self.field, 1)
        inside.addWidget(self.change)
        self.change.clicked.connect(self._choose)

    @property
    def folder(self) -> Path:
        return Path(self.field.text).expanduser()

    def _choose(self) -> None:
        told = QFileDialog.getExistingDirectory(self, _("存到哪个文件夹"), self.field.text)
        if told:
            self.field.set_text(told)


class FileAsk(QFrame):
    """A file asked for in place; `chosen(path)` with Enter, F9 or when the dialogue names one; hidden until `ask`."""

    chosen = Signal(Path)

    def __init__(
        self,
        words: str,
        button: str,
        kinds: str = "JSON (*.json)",
        new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._kinds, self._new = kinds, new
        self.field = Field(words)
        self.browse = QPushButton(_("选文件…"))
        self.button = KeyButton("save_form", button, primary=True)
        inside = row(self, margin=3, gap=3)
        inside.addWidget(self.field, 1)
        inside.addWidget(self.browse)
        inside.addWidget(self.button)
        inside.addWidget(label(_("Esc 不办了"), "quiet"))
        self.field.finished.connect(self.answer)
        self.button.clicked.connect(self.answer)
        self.browse.clicked.connect(self._browse)
        self.hide()

    def ask(self) -> None:
        self.show()
        self.field.line.setFocus()
        self.field.line.selectAll()

    def answer(self) -> None:
        if self.field.text:
            self.chosen.emit(Path(self.field.text).expanduser())

    def put_away(self) -> bool:
        """True when there was something to put away."""
        shown = not self.isHidden()
        self.hide()
        return shown

    def _browse(self) -> None:
        told = self._named()
        if told:
            self.field.set_text(told)
            self.answer()

    def _named(self) -> str:
        """What the system's dialogue names: a file there is, a new one, or without kinds a folder."""
        title, at = self.browse.text(), self.field.text
        if not self._kinds:
            return QFileDialog.getExistingDirectory(self, title, at)
        ask = QFileDialog.getSaveFileName if self._new else QFileDialog.getOpenFileName
        return str(ask(self, title, at, self._kinds)[0])
