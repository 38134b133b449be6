"""One disagreement: both acts side by side, which stands, what was done, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.exchange.disagreement import Disagreement
from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.exchange.rows import DisagreementRow
from desktop.domain.trust.entry import Fact
from desktop.services.exchange.crossing import disagreements
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.disagreements import columns
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.acts import act_name, detail

KEPT = _("两个动作都留在日志里，谁也不会被删掉。Esc 返回")


class Settling(QFrame):
    """`pressed(verb)`; `perform()` is the verb with what stands on the screen."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.row: DisagreementRow | None = None
        self.title = label("", "title")
        self.sides = (label("", wrap=True), label("", wrap=True))
        self.further = label("", "quiet", wrap=True)
        self.outcome = label("", wrap=True)
        self.choice = Pick(_("以哪个为准"), [("first", _("在先的")), ("second", _("在后的"))])
        self.done = Field(_("怎样处理的"), _("例如：已电话告知申请人，收回后一份通知书"))
        self.reason = Field(_("理由"), _("为什么以它为准"))
        self.form = QWidget()
        self._build()

    def open(self, told: DisagreementRow) -> bool:
        self.row = told
        found = disagreements.load(self._desk.office, told.entity, told.id)
        self.title.setText(_("分歧 · {what}").format(what=columns.what(told.entity)))
        for place, words, side, fact in (
            (0, _("在先"), told.first, found.first),
            (1, _("在后"), told.second, found.second),
        ):
            hall = side.hall or _("设备 {device}").format(device=side.device)
            self.sides[place].setText(f"{words}　{hall}\n{_said(fact)}")
        number = len(found.further)
        self.further.setText(_("在后的一方随后还做了 {n} 个动作，一并处理。").format(n=number))
        self.further.setVisible(bool(number))
        self._show(found)
        return True

    def perform(self) -> Callable[[], Disagreement]:
        told = self.row
        assert told is not None
        chosen = told.first if self.choice.value == "first" else told.second
        entry = DisagreementSettled(
            first=told.first.entry, second=told.second.entry, stands=chosen.entry,
            done=self.done.text, reason=self.reason.text,
        )  # fmt: skip
        office, clerk = self._desk.office, self._desk.acting
        return lambda: disagreements.settle(office, clerk, told.entity, entry)

    def take_focus(self) -> None:
        self.choice.setFocus()

    def _show(self, found: Disagreement) -> None:
        """Open: the form. Settled: what was settled, when, by whom."""
        settled = found.settled
        self.form.setVisible(settled is None)
        self.outcome.setVisible(settled is not None)
        if settled is not None:
            who = f"{moment(settled.happened_at)}　{settled.entry.clerk}"
            self.outcome.setText(f"{who}\n{detail(settled.payload)}")
            return
        self.choice.set_value("second" if found.both else "first")
        self.done.set_text("")
        self.reason.set_text("")

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self.title)
        both = row(gap=3)
        for side in self.sides:
            frame = QFrame()
            frame.setProperty("role", "plain")
            column(frame, margin=2).addWidget(side)
            both.addWidget(frame, 1)
        inside.addLayout(both)
        inside.addWidget(self.further)
        inside.addWidget(self.outcome)
        rows = column(self.form, gap=2)
        for field in (self.choice, self.done, self.reason):
            rows.addWidget(field)
        buttons = (KeyButton("save_form", _("保存处理"), primary=True),)
        rows.addLayout(foot(buttons, self.pressed))
        inside.addWidget(self.form)
        inside.addStretch(1)
        inside.addWidget(label(KEPT, "quiet"))


def _said(fact: Fact) -> str:
    head = f"{act_name(fact.entry.kind)}　{moment(fact.happened_at)}　{fact.entry.clerk}"
    return f"{head}\n{detail(fact.payload)}"
