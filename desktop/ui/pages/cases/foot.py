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


VERBS = (*(verb for verb, *_rest in BUTTONS), "finish")


class Foot(QWidget):
    """`pressed(verb)`. What may not be done is not offered."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left = label("", "quiet", wrap=True)
        self._row = Flow(gap=unit(1.5))
        self.buttons: dict[str, KeyButton] = {}
        inside = column(self, gap=1.5)
        inside.addWidget(self._left)
        inside.addWidget(self._row)

    def offered(self, verb: str) -> bool:
        return verb in self.buttons

    def show_case(self, case: Case) -> None:
        self._row.remove_all()
        self.buttons = {}
        able = possible(case.stage)
        for verb, words, move, right in BUTTONS:
            if (move is None or move in able) and self._desk.may(right) and not case.purged:
                self._offer(KeyButton(verb, words))
        self._show_finish(case, able)

    def _show_finish(self, case: Case, able: frozenset[Move]) -> None:
        """受理 and its kin, as the hall's authority for the item says; what is still missing."""
        item = self._desk.office.catalogue.items.get(case.item)
        move = final_move(case.authority, bool(item and item.instant))
        lacking = open_lines(case) if move in able else ()
        if move is not None and move in able and self._desk.may(Right.SERVE):
            finish = KeyButton("finish", word(move), primary=True)
            finish.set_ready(not lacking)
            self._offer(finish)
        names = "、".join(f"{line.number} {line.name}" for line in lacking)
        self._left.setText(_("还差：{names}").format(names=names) if names else "")
        self._left.setVisible(bool(names))

    def _offer(self, button: KeyButton) -> None:
        verb = button.verb
        button.clicked.connect(lambda: self.pressed.emit(verb))
        self.buttons[verb] = button
        self._row.add(button)
