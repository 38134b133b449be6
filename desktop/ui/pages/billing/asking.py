"""What a decision on lines asks: why they are disputed, what was given back, why they are agreed to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _


@dataclass(frozen=True, slots=True)
class Question:
    """`first` and `second` are the fields' words; an empty one is not shown."""

    title: str
    button: str
    first: str
    second: str = ""


QUESTIONS = {
    "dispute_line": Question(_("提出争议"), _("提出争议"), _("向承运人说明什么（可不写）")),
    "credit_line": Question(_("承运人已退款"), _("记下退款"), _("退款单号"), _("少退的写明理由")),
    "accept_line": Question(_("认可"), _("认可"), _("为什么认可")),
    "sign_off": Question(_("对账确认"), _("确认，打印确认单"), _("承运人代表姓名（可不写）")),
}


class Asking(QFrame):
    """One question at a time, hidden until `ask`; `answered` with Enter or F9."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.verb = ""
        self._title = label("", "heading", wrap=True)
        self.amount = Field(_("退回金额（元）"))
        self.first, self.second = Field(""), Field("")
        self.button = KeyButton("save_form", "", primary=True)
        inside = column(self, margin=3)
        inside.addWidget(self._title)
        across = row(gap=3)
        across.addWidget(self.amount)
        across.addWidget(self.first, 1)
        across.addWidget(self.second, 1)
        across.addWidget(self.button)
        across.addWidget(label(_("Esc 不办了"), "quiet"))
        inside.addLayout(across)
        for field in (self.amount, self.first, self.second):
            field.finished.connect(self.answered)
        self.button.clicked.connect(self.answered)
        self.hide()

    def ask(self, verb: str, about: str, amount: str = "") -> None:
        """`amount` is offered where one line was given back; several are given back whole."""
        told = QUESTIONS[verb]
        self.verb = verb
        self._title.setText(f"{told.title}：{about}")
        self.first.set_words(told.first)
        self.second.set_words(told.second)
        self.second.setVisible(bool(told.second))
        self.amount.setVisible(bool(amount))
        self.amount.set_text(amount)
        self.first.set_text("")
        self.second.set_text("")
        self.button.set_words(told.button)
        self.show()
        self.first.line.setFocus()

    def put_away(self) -> bool:
        """True when there was something to put away."""
        shown = not self.isHidden()
        self.hide()
        self.verb = ""
        return shown
