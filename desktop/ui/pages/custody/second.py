"""第二人: the code and PIN of who stands beside, or why nobody does."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.custody.rule import NOBODY, Signature
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import row
from desktop.wording import _


class Second(QWidget):
    """Hidden where the hall wants one person; `signature` is what was typed, and is forgotten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = Field(_("第二人工号"))
        self.secret = Field(_("第二人 PIN 或密码"))
        self.secret.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.alone = Field(_("只有一人时写明理由"), _("事后由主管复核"))
        inside = row(self, gap=3)
        inside.addWidget(self.code, 1)
        inside.addWidget(self.secret, 1)
        inside.addWidget(self.alone, 2)
        self.code.finished.connect(self.secret.line.setFocus)

    def open(self, wanted: bool, alone: bool) -> None:
        for field in (self.code, self.secret, self.alone):
            field.set_text("")
        self.alone.setVisible(alone)
        self.setVisible(wanted)

    @property
    def signature(self) -> Signature:
        if self.isHidden():
            return NOBODY
        return Signature(self.code.text, self.secret.line.text(), self.alone.text)
