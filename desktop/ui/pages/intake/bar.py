"""The function keys at the foot of the page, each with its word."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.labels import row
from desktop.wording import _

WORDS = {
    "print_list": _("打印清单"),
    "notify": _("补正告知"),
    "read_licence": _("读证"),
    "ship": _("寄递"),
    "receive": _("收件"),
    "refuse": _("不予受理"),
    "hold": _("挂起"),
    "finish": _("受理"),
}


class FunctionBar(QWidget):
    """`asked(verb)`; what a role may not do is not offered."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, KeyButton] = {}
        inside = row(self, gap=2)
        for verb, words in WORDS.items():
            button = KeyButton(verb, words, primary=verb == "finish")
            button.clicked.connect(lambda _checked=False, v=verb: self.asked.emit(v))
            inside.addWidget(button, 3 if verb == "finish" else 2)
            self.buttons[verb] = button

    def set_words(self, verb: str, words: str) -> None:
        self.buttons[verb].set_words(words)

    def offer(self, verb: str, offered: bool) -> None:
        self.buttons[verb].setVisible(offered)

    def set_ready(self, verb: str, ready: bool, why: str = "") -> None:
        self.buttons[verb].set_ready(ready, why)
