"""The moves a case may make now, as buttons: read from `MOVES` and from the clerk's rights."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import open_lines
from desktop.domain.cases.moves import Move, possible
from desktop.domain.halls.roles import Right
from desktop.domain.handling.clock import silence
from desktop.domain.handling.steps import next_move, open_steps
from desktop.services.packs.in_force import item_of
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.moves.table import offered
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.labels import label as word

PRINT_FORM = "print_form"
"""Offered for a case that was received with one."""
BUTTONS: tuple[tuple[str, str, Move | None, Right], ...] = (
    ("print_papers", _("打印"), None, Right.SERVE),
    (PRINT_FORM, _("申请表"), None, Right.SERVE),
    ("ship", _("免费寄递"), None, Right.SHIP),
    ("notify", _("补正告知"), Move.NOTIFY, Right.SERVE),
    ("supplement", _("补收"), Move.SUPPLEMENT, Right.SERVE),
    ("refuse", _("不予受理"), Move.REFUSE, Right.REFUSE),
    ("withdraw", _("撤回"), Move.WITHDRAW, Right.SERVE),
)
RIGHTS: dict[Move, Right] = {
    Move.REVIEW: Right.REVIEW,
    Move.RESUME: Right.REVIEW,
    Move.DECIDE: Right.DECIDE,
    Move.OPINE: Right.TECHNICAL,
}
"""Who may do what F9 stands for; the counter's own moves are for everybody there."""
COUNTER = frozenset({Move.ACCEPT, Move.SETTLE, Move.COLLECT})
"""Moves that want every material in."""
WAITS: dict[Right, str] = {
    Right.REVIEW: _("等审批人员审查"),
    Right.DECIDE: _("审查已完成，等首席代表决定"),
}
"""Verb, words, the move it stands for (None: always), the right it needs."""


VERBS = (*(verb for verb, *_rest in BUTTONS), "more", "finish")


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
            wanted = bool(case.form) if verb == PRINT_FORM else move is None or move in able
            if wanted and self._desk.may(right) and not case.purged:
                self._offer(KeyButton(verb, words))
        if offered(self._desk, case):
            self._offer(KeyButton("more", _("更多")))
        self._left.setText(self._show_finish(case))
        self._left.setVisible(bool(self._left.text()))

    def wanted(self, case: Case) -> Move | None:
        """What F9 stands for, for whoever is signed in."""
        onward = next_move(case, item_of(self._desk.office, case))
        opine = case.course.open_technical and self._desk.may(Right.TECHNICAL)
        if opine and Move.OPINE in possible(case.stage):
            return Move.OPINE
        return onward

    def _show_finish(self, case: Case) -> str:
        """The button of the next move; what is still missing for it, in words."""
        move = self.wanted(case)
        if move is None or case.purged:
            return ""
        right = RIGHTS.get(move, Right.SERVE)
        if not self._desk.may(right):
            return WAITS.get(right, "")
        by_law = silence(case, self._desk.office.today()) is not None
        lacking = open_lines(case) if move in COUNTER and not by_law else ()
        finish = KeyButton("finish", word(move), primary=True)
        finish.set_ready(not lacking)
        self._offer(finish)
        if lacking:
            names = "、".join(f"{line.number} {line.name}" for line in lacking)
            return _("还差：{names}").format(names=names)
        if by_law:
            return _("逾期未告知补正，已视为受理，请出受理通知书。")
        return self._steps(case) if move is Move.REVIEW else ""

    def _steps(self, case: Case) -> str:
        item = item_of(self._desk.office, case)
        names = "、".join(step.name for step in open_steps(case, item))
        return _("待审查：{names}").format(names=names) if names else ""

    def _offer(self, button: KeyButton) -> None:
        verb = button.verb
        button.clicked.connect(lambda: self.pressed.emit(verb))
        self.buttons[verb] = button
        self._row.add(button)
