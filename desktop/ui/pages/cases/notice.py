"""补正告知 of a case: every open line at once, each with what is wrong and what is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Defect
from desktop.domain.cases.lines import defect_of, open_lines
from desktop.domain.cases.tick import Fault
from desktop.services.cases import acts
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.papers import HAND_IN

USUAL_DAYS = 10
"""Suggested day to hand in by, after today; an agreement with the applicant, no limit of law."""

COLUMNS: tuple[Column, ...] = (
    Column(_("材料"), lambda one: one.name),
    Column(_("问题"), lambda one: f"× {word(one.fault)}", 6, tone=lambda _one: "bad"),
    Column(_("要求"), lambda one: one.demand or _("按规定补齐"), 16),
)


class Notice(QFrame):
    """`perform()` issues the notice; the page asks it to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._number = ""
        self._defects: list[Defect] = []
        self._title = label("", "title")
        self._second = label("", "warn", wrap=True)
        self.pane = RowsPane(
            COLUMNS, all_of(lambda: self._defects), lambda one: str(one.key), _("要补正的材料"),
            (_("材料齐全，应当受理"), _("按 Esc 返回，再按 F9。")),
        )  # fmt: skip
        self.demand = Field(_("对选中这一项的要求"), _("如：换成在有效期内的"))
        self.hand_in = Pick(_("怎么补交"), list(HAND_IN.items()))
        self.by = DayField(_("约定日期"), desk.office.now().date())
        self.home = Pick(_("材料去向"), [(False, _("已收的留存")), (True, _("全部带回"))])
        self.button = KeyButton("finish", _("出补正告知书"), primary=True)
        self._build()

    def open(self, case: Case) -> None:
        """Everything that is open, to be told at once (许可法 32(4))."""
        self._number = case.number
        self._defects = [defect_of(line) for line in open_lines(case)]
        self._title.setText(_("补正告知 · {name}").format(name=case.item_name))
        self._second.setText(_("此前已告知过补正。再次告知可能违反一次告知，会在文书上注明。"))
        self._second.setVisible(bool(case.notices))
        self.by.set_day(self._desk.office.now().date() + timedelta(days=USUAL_DAYS))
        self.pane.reload()
        self.pane.take_focus()

    def fault(self) -> None:
        """The next reason for the chosen line."""
        place = self._place()
        if place >= 0:
            faults = list(Fault)
            now = faults.index(self._defects[place].fault)
            self._change(
                place, replace(self._defects[place], fault=faults[(now + 1) % len(faults)])
            )

    def perform(self) -> Callable[[], acts.Done]:
        """The verb, with what stands on the screen."""
        case = acts.load(self._desk.office, self._number)
        home = [line.key for line in case.lines] if self.home.value else []
        return lambda: acts.notify(
            self._desk.office, self._desk.acting, self._number, self._defects, home,
            str(self.hand_in.value), self.by.day,
        )  # fmt: skip

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self._title)
        inside.addWidget(self._second)
        inside.addWidget(
            label(_("一次告全，只列缺的和不合的。X 换问题　Tab 填要求　Esc 不办了"), "quiet")
        )
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.demand)
        foot = row(gap=3)
        for widget in (self.hand_in, self.by, self.home):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.pane.looked_at.connect(lambda one: self.demand.set_text(one.demand))
        self.demand.edited.connect(self._demanded)
        self.demand.finished.connect(self.pane.take_focus)

    def _demanded(self, text: str) -> None:
        place = self._place()
        if place >= 0:
            self._defects[place] = replace(self._defects[place], demand=text.strip())
            self.pane.model.reload()

    def _change(self, place: int, defect: Defect) -> None:
        self._defects[place] = defect
        self.pane.reload()

    def _place(self) -> int:
        chosen = self.pane.current
        return -1 if chosen is None else self.pane.model.place_of(chosen.key)
