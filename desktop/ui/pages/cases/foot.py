"""The moves a case may make now, as buttons: read from `MOVES` and from the clerk's rights."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.cases.acts import open_lines
from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Move, possible
from desktop.domain.halls.authority import final_move
from desktop.domain.halls.roles import Right
from desktop.ui.desk import Desk
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.labels import label as word

BUTTONS: tuple[tuple[str, str, Move | None, Right], ...] = (
    ("print_papers", _("打印"), None, Right.SERVE),
    ("ship", _("免费寄递"), None, Right.SHIP),
    ("notify", _("补正告知"), Move.NOTIFY, Right.SERVE),
    ("supplement", _("补收"), Move.SUPPLEMENT, Right.SERVE),
    ("refuse", _("不予受理"), Move.REFUSE, Right.REFUSE),
    ("withdraw", _("撤回"), Move.WITHDRAW, Right.SERVE),
)
"""Verb, words, the move it stands for (None: always), the right it needs."""


class Foot(QWidget):
    """`pressed(verb)`. What may not be done is not offered."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left = label("", "quiet", wrap=True)
        self._row = Flow(gap=unit(1.5))
        self.buttons = {verb: KeyButton(verb, words) for verb, words, *_rest in BUTTONS}
        self.buttons["finish"] = KeyButton("finish", _("受理"), primary=True)
        inside = column(self, gap=1.5)
        inside.addWidget(self._left)
        for verb, button in self.buttons.items():
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, told=verb: self.pressed.emit(told))
        inside.addLayout(self._row)

    def offered(self, verb: str) -> bool:
        return not self.buttons[verb].isHidden()

    def show_case(self, case: Case) -> None:
        able = possible(case.stage)
        for verb, _words, move, right in BUTTONS:
            offered = (move is None or move in able) and self._desk.may(right)
            self.buttons[verb].setVisible(offered and not case.purged)
        self._show_finish(case, able)
        while self._row.count():
            self._row.takeAt(0)
        for verb, button in self.buttons.items():
            if self.offered(verb):
                self._row.addWidget(button)

    def _show_finish(self, case: Case, able: frozenset[Move]) -> None:
        item = self._desk.office.catalogue.items.get(case.item)
        move = final_move(case.authority, bool(item and item.instant))
        finish = self.buttons["finish"]
        finish.setVisible(move in able and self._desk.may(Right.SERVE))
        if move is not None:
            finish.set_words(word(move))
        lacking = open_lines(case) if move in able else ()
        finish.set_ready(not lacking)
        names = "、".join(f"{line.number} {line.name}" for line in lacking)
        self._left.setText(_("还差：{names}").format(names=names) if names else "")
        self._left.setVisible(bool(names))
