"""One act: what it was, why it is listed, its entries, and what a supervisor finds of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.handling.changes import Finding
from desktop.domain.supervision.review.watch import WatchRow
from desktop.domain.trust.entry import Fact
from desktop.services.supervision.review import looking
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name, detail
from desktop.wording.labels import label as word
from desktop.wording.supervision.review import WHY, told_text

ENTRIES: tuple[Column, ...] = (
    Column(_("发生"), lambda fact: moment(fact.happened_at), 7),
    Column(_("记录"), lambda fact: moment(fact.recorded_at), 7),
    Column(_("经办"), lambda fact: fact.entry.clerk, 4),
    Column(_("行为"), lambda fact: act_name(fact.entry.kind), 8),
    Column(_("内容"), lambda fact: detail(fact.payload)),
)


class One(QFrame):
    """`pressed(verb)`. A digit takes the finding and goes on to the words."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.row: WatchRow | None = None
        self._facts: Sequence[Fact] = ()
        self.title = label("", "title")
        self.about = label("", wrap=True)
        self.why = label("", "quiet", wrap=True)
        self.outcome = label("", wrap=True)
        self.pane = RowsPane(
            ENTRIES, all_of(lambda: self._facts), lambda fact: str(fact.entry.id), _("日志里的条目"),
            (_("这一件由其他大厅记录"), _("本机没有它的条目。")),
        )  # fmt: skip
        self.finding = Chips()
        self.finding.setAccessibleName(_("结论"))
        self.note = Field(_("说明"), _("为什么这样认定，要不要整改"))
        self.form = QWidget()
        self._build()

    def open(self, row: WatchRow) -> bool:
        self.row = row
        self._facts = looking.told_of(self._desk.office, row)
        self.title.setText(_("复核 · {why}").format(why=word(row.why)))
        told = (moment(row.at), self._name(row.clerk), told_text(row), row.case, row.item_name)
        self.about.setText("　".join(part for part in told if part))
        self.why.setText(WHY[row.why])
        self.finding.offer([(one.value, word(one)) for one in Finding])
        self.note.set_text("")
        self.form.setVisible(row.finding is None)
        self.outcome.setVisible(row.finding is not None)
        if row.finding is not None:
            parts = (word(row.finding), row.note, self._name(row.reviewer))
            self.outcome.setText("　".join(part for part in parts if part))
        self.pane.reload()
        return True

    def take_focus(self) -> None:
        if self.form.isHidden():
            self.pane.take_focus()
        else:
            self.finding.setFocus()

    def perform(self) -> Callable[[], bool]:
        """The verb with what stands on the screen; without a finding chosen it is 属实合理."""
        row, note = self.row, self.note.text
        chosen = self.finding.chosen or (Finding.PROPER.value,)

        def verb() -> bool:
            assert row is not None
            office, clerk = self._desk.office, self._desk.acting
            looking.look(office, clerk, row, Finding(chosen[0]), note)
            return True

        return verb

    def _name(self, code: str) -> str:
        """Name and 工号, as other pages call a clerk."""
        known = self._desk.office.store.views.clerk(code)
        return f"{known.name}（{code}）" if known else code

    def _build(self) -> None:
        inside = column(self, margin=3)
        for line in (self.title, self.about, self.why, self.outcome):
            inside.addWidget(line)
        inside.addWidget(self.pane, 1)
        asked = column(self.form, gap=2)
        asked.addWidget(label(_("结论（按数字选，不选即属实合理）"), "quiet"))
        asked.addWidget(self.finding)
        asked.addWidget(self.note)
        inside.addWidget(self.form)
        buttons = (
            KeyButton("see_case", _("打开办件")),
            KeyButton("save_form", _("保存复核"), primary=True),
        )
        hint = label(_("复核不改变已办的事，只记下谁看过、怎么认定。Esc 返回"), "quiet")
        inside.addLayout(foot(buttons, self.pressed, hint))
        self.finding.answered.connect(lambda _ids: self.note.line.setFocus())
        self.note.finished.connect(lambda: self.pressed.emit("save_form"))
