"""A theme case: where each member stands, days used against planned, what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.domain.themes.gantt import gantt
from desktop.domain.themes.progress import MemberState, Progress, State, days_used
from desktop.services.themes import stages
from desktop.ui.desk import Desk
from desktop.ui.pages.themes.columns import MEMBERS, applicant
from desktop.ui.pages.themes.overview import Overview
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.themes.words import stage_text

ROLES = {State.READY: "warn", State.HELD: "bad", State.CLOSED: "good", State.WITHDRAWN: "quiet"}


class ThemeCasePanel(QFrame):
    """`pressed(verb)` of the buttons, `opened(case)` a member's case."""

    pressed = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.shown: Progress | None = None
        self._number, self._state = label("", "title"), label("")
        self._next = label("", wrap=True)
        self.members = RowsPane(
            MEMBERS, all_of(self._members), lambda one: str(one.member.key), _("事项"),
            (_("没有事项"), ""),
        )  # fmt: skip
        self.overview = Overview()
        self.reason = Field(_("撤回的理由"), _("申请人为什么撤回"))
        self.buttons = {
            "withdraw": KeyButton("withdraw", _("撤回一件事")),
            "print_papers": KeyButton("print_papers", _("打印方案")),
            "send_together": KeyButton("send_together", _("一并送达")),
            "open_case": KeyButton("open_case", _("打开办件")),
            "finish": KeyButton("finish", _("开始下一阶段"), primary=True),
        }
        self._build()

    @property
    def member(self) -> MemberState | None:
        found: MemberState | None = self.members.current
        return found

    @property
    def to_send(self) -> Case | None:
        """The first member whose result waits to be handed out."""
        cases = (one.case for one in self.shown.members) if self.shown else ()
        return next((case for case in cases if case and case.stage is Stage.PRODUCED), None)

    def show_case(self, number: str) -> Progress:
        """Read it anew."""
        office = self._desk.office
        found = stages.load(office, number)
        self.shown = found
        told = found.theme.told
        used = days_used(found, office.calendar, office.today())
        self._number.setText(found.theme.number)
        self._state.setText(word(found.state))
        wear(self._state, ROLES.get(found.state, ""))
        self._next.setText(next_words(found))
        self.members.reload()
        texts = (
            (_("申请人"), applicant(found)),
            (_("怎么拿结果"), way_text(found)),
            (_("各阶段"), "\n".join(stage_text(one) for one in used)),
            (_("情形"), "；".join(f"{ask} {chosen}" for ask, chosen in told.situation if chosen)),
        )
        picture = gantt(told.members, found, used)
        self.overview.show_theme(told.name, "", picture, told.savings, texts)
        self.reason.hide()
        self.buttons["send_together"].setVisible(self.to_send is not None)
        over = found.theme.ended is not None or found.state is State.CLOSED
        self.buttons["withdraw"].setVisible(not over)
        self.buttons["finish"].setVisible(found.state is State.READY)
        return found

    def take_focus(self) -> None:
        self.members.take_focus()

    def offered(self, verb: str) -> bool:
        """Whether the button of this verb is shown."""
        return not self.buttons[verb].isHidden()

    def ask_reason(self) -> bool:
        """First press of 撤回 asks why; True once a reason stands there."""
        if self.reason.isHidden():
            self.reason.set_text("")
            self.reason.show()
            self.reason.setFocus()
            return False
        return bool(self.reason.text.strip())

    def _members(self) -> list[MemberState]:
        return list(self.shown.members) if self.shown else []

    def _build(self) -> None:
        left, right = column(gap=2), column(gap=2)
        top = row(gap=3)
        top.addWidget(self._number)
        top.addWidget(self._state)
        top.addStretch(1)
        left.addLayout(top)
        left.addWidget(self._next)
        left.addWidget(self.members, 1)
        left.addWidget(self.reason)
        right.addWidget(self.overview)
        across = row(gap=4)
        across.addLayout(left, 58)
        across.addLayout(right, 42)
        inside = column(self, margin=3)
        inside.addLayout(across, 1)
        inside.addLayout(foot(self.buttons.values(), self.pressed))
        self.reason.hide()
        opened: Callable[[MemberState], None] = self._open
        self.members.opened.connect(opened)

    def _open(self, one: MemberState) -> None:
        if one.case is not None:
            self.opened.emit(one.case.number)


def way_text(found: Progress) -> str:
    """One way for all results, told once."""
    case = next((one.case for one in found.members if one.case), None)
    return _("{way}，各事项的结果一并送达").format(way=word(case.delivery.way)) if case else ""


def next_words(found: Progress) -> str:
    """What the theme waits for now."""
    match found.state:
        case State.READY:
            names = "、".join(one.item_name for one in found.theme.stage(found.next))
            return _("可以开始第 {n} 阶段：{names}。按 F9。").format(n=found.next, names=names)
        case State.HELD:
            names = "、".join(one.member.item_name for one in found.failed)
            return _("「{names}」没有办成，后面的阶段不能开始。").format(names=names)
        case State.WITHDRAWN:
            return _("已撤回：{why}").format(why=found.theme.ended or "")
        case State.CLOSED:
            return _("全部事项都有结果，一并送达。")
    return _("本阶段的事项还在办理，结果出来后开始下一阶段。")
