"""恢复码: shown once, big, in groups; kept sealed. Nothing on the station keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.ui.pages.entry.card import Card
from desktop.ui.theme.dress import font, unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import label
from desktop.wording import _

SEALED = "recovery_sealed"
"""Remembered once somebody said that the recovery code is kept; until then it is shown anew."""
A_LINE = 4
"""Groups in one line: eight groups make two."""


class Recovery(Card):
    """`print_code(code)` puts it on paper and says what became of it; None hides the button."""

    def __init__(
        self,
        code: str,
        print_code: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("恢复码"), across=180, parent=parent)
        self.code, self._print = code, print_code
        told = _(
            "电脑损坏或丢失时，只有它能打开备份。它只显示这一次，本机不留存。"
            "请打印或逐字抄写，装袋封存，由主管保管。"
        )
        self.inside.addWidget(label(told, wrap=True))
        self.inside.addLayout(groups(code))
        self.sealed = Switch(_("已抄写封存"))
        self.print_button = KeyButton("print_papers", _("打印"))
        self.print_button.setVisible(print_code is not None)
        self.print_button.clicked.connect(self.print_out)
        self.button = KeyButton("save_form", _("继续"), primary=True)
        self.button.clicked.connect(self.go_on)
        for widget in (self.sealed, self.print_button, self.button):
            self.inside.addWidget(widget)
        self.sealed.toggled.connect(self.button.set_ready)
        self.button.set_ready(False)

    def enter(self) -> None:
        self.sealed.setFocus()

    def print_out(self) -> None:
        if self._print is not None:
            self.banner.say(Tone.INFO, self._print(self.code))

    def go_on(self) -> None:
        """Only once somebody said that it is kept: it cannot be shown again."""
        if self.sealed.isChecked():
            self.done.emit()
            return
        self.banner.say(Tone.WARN, _("请先抄写或打印封存，再勾选「已抄写封存」（空格）。"))
        self.sealed.setFocus()


def groups(code: str) -> QGridLayout:
    """A code as it is read out: large, group by group."""
    grid = QGridLayout()
    grid.setSpacing(unit(4))
    for place, group in enumerate(code.split("-")):
        shown = QLabel(group)
        shown.setFont(font(1.75, bold=True))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(" ".join(group))
        grid.addWidget(shown, place // A_LINE, place % A_LINE)
    return grid
