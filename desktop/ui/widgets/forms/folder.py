"""FolderField: where files go; shown, and changed through the system's own dialogue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import row
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
