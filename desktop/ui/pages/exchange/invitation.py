"""A one-time code: for which hall it is, and then the code itself, large and once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.ui.desk import Desk
from desktop.ui.pages.entry.card import Card
from desktop.ui.pages.entry.code_paper import print_code
from desktop.ui.pages.entry.recovery import groups
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import label, row
from desktop.wording import _

PAPER = (_("注册码"), _("只能用一次，三天内有效。交给要加入的设备，用后销毁。"))


class Invite(QFrame):
    """Which hall the device is for; `asked(hall, name)` with F9. Hidden until `ask`."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.hall, self.name = Field(_("大厅代码")), Field(_("大厅名称"))
        self.button = KeyButton("save_form", _("发注册码"), primary=True)
        inside = row(self, margin=3, gap=3)
        inside.addWidget(self.hall, 1)
        inside.addWidget(self.name, 2)
        inside.addWidget(self.button)
        inside.addWidget(label(_("Esc 不办了"), "quiet"))
        self.hall.finished.connect(self.name.line.setFocus)
        self.name.finished.connect(self.answer)
        self.button.clicked.connect(self.answer)
        self.hide()

    def ask(self, hall: str, name: str) -> None:
        """The chosen hall stands there; another one is written over it."""
        self.hall.set_text(hall)
        self.name.set_text(name)
        self.show()
        self.hall.line.setFocus()
        self.hall.line.selectAll()

    def answer(self) -> None:
        field = self.name if self.hall.text else self.hall
        if self.hall.text and self.name.text:
            self.asked.emit(self.hall.text.upper(), self.name.text)
        else:
            field.line.setFocus()

    def put_away(self) -> bool:
        """True when there was something to put away."""
        shown = not self.isHidden()
        self.hide()
        return shown


class Invitation(Card):
    """The code, until somebody has it; nothing keeps it."""

    def __init__(self, desk: Desk, code: str, hall: str, parent: QWidget | None = None) -> None:
        super().__init__(_("注册码"), across=180, parent=parent)
        self._desk, self.code = desk, code
        told = _(
            "给「{hall}」的一台新设备。只能用一次，三天内有效；它只显示这一次，本机不留存。"
            "请当面、打印或电话告知，在新设备上按 F11 填入。"
        ).format(hall=hall)
        self.inside.addWidget(label(told, wrap=True))
        self.inside.addLayout(groups(code))
        self.print_button = KeyButton("print_papers", _("打印"))
        self.copy_button = KeyButton("copy_code", _("复制"))
        self.button = KeyButton("save_form", _("已经交出"), primary=True)
        for widget in (self.print_button, self.copy_button, self.button):
            self.inside.addWidget(widget)
        self.print_button.clicked.connect(self.print_out)
        self.copy_button.clicked.connect(self.copy)
        self.button.clicked.connect(self.done.emit)

    def enter(self) -> None:
        self.button.setFocus()

    def print_out(self) -> None:
        told = print_code(self.code, self._desk.office.station.hall_name, PAPER)
        self.banner.say(Tone.INFO, told)

    def copy(self) -> None:
        QApplication.clipboard().setText(self.code)
        self.banner.say(Tone.INFO, _("已复制。用过以后请复制别的文字，把它盖掉。"))
