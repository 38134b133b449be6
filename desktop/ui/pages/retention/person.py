"""本人查阅、更正: who asks and how they proved it, what is held, what they are told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.supervision.retention.entries import PersonOutcome, PersonWish
from desktop.domain.supervision.retention.facts import PersonFacts
from desktop.services.supervision.retention import persons
from desktop.services.supervision.retention.persons import Answer, Who
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.retention.columns import PERSON, Held, held_of
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.supervision.retention import counts_text

CHANGED = frozenset({Topic.PAPERS, Topic.LOG})
FIND, ISSUE = _("查找"), _("出文书")


class PersonPanel(QFrame):
    """F9 first finds (`found_any`), then issues (`issued(paper)`); another person is found anew."""

    issued = Signal(str)
    found_any = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.found: PersonFacts | None = None
        self.number = Field(_("证件号码"))
        self.name = Field(_("姓名"), _("没有号码时填"))
        self.case = Field(_("其中一件办件编号"), _("没有号码时填"))
        self.proof = Field(_("怎样核实身份"), _("如：查验居民身份证原件"))
        self.wish = Pick(_("请求"), [(one, word(one)) for one in PersonWish])
        self.outcome = Pick(_("处理结果"), [(one, word(one)) for one in PersonOutcome])
        self.said = Field(_("哪里有误、应当是什么"))
        self.answer = Field(_("说明"), _("不予或转有权机关的，写明理由"))
        self.counts = label("", "heading", wrap=True)
        self.pane = RowsPane(
            PERSON, all_of(self._rows), lambda one: f"{one.kind}{one.number}{one.told}",
            _("本厅有什么"),
            (_("还没有查找"), _("核实身份以后，按 F9 查找本厅有他的什么信息。")),
        )  # fmt: skip
        self.button = KeyButton("save_form", FIND, primary=True)
        self._build()

    def open(self) -> None:
        for field in (self.number, self.name, self.case, self.proof, self.said, self.answer):
            field.set_text("")
        self.wish.set_value(PersonWish.SEE)
        self.outcome.set_value(PersonOutcome.DONE)
        self._forget()
        self._wished()
        self.number.line.setFocus()

    def take_focus(self) -> None:
        self.number.line.setFocus()

    def save(self) -> None:
        """F9."""
        office, clerk = self._desk.office, self._desk.acting
        found = self._desk.perform(
            lambda: persons.collect(office, clerk, self._who(), self._told())
        )
        if found is None:
            return
        if self.found is None:
            self._show(found)
            return
        paper = self._desk.perform(lambda: persons.tell(office, clerk, found), CHANGED)
        if paper is not None:
            self.issued.emit(paper)

    def _who(self) -> Who:
        return Who(
            name=self.name.text, id_number=self.number.text, case=self.case.text.upper(),
            proof=self.proof.text,
        )  # fmt: skip

    def _told(self) -> Answer:
        said = self.said.text if self.wish.value is PersonWish.CORRECT else ""
        return Answer(
            wish=self.wish.value, outcome=self.outcome.value, said=said, text=self.answer.text
        )

    def _show(self, found: PersonFacts) -> None:
        self.found = found
        self.counts.setText(
            _("{name}　本厅有：{counts}").format(
                name=found.name or _("（未见姓名）"), counts=counts_text(persons.counts(found))
            )
        )
        if not self.pane.reload():
            self.pane.empty.say(_("没有与他有关的个人信息"), _("仍可出告知书，如实告知没有。"))
        self.button.set_words(ISSUE)
        self.pane.take_focus()
        self.found_any.emit()

    def _forget(self) -> None:
        self.found = None
        self.counts.setText("")
        self.pane.reload()
        self.pane.empty.say(_("还没有查找"), _("核实身份以后，按 F9 查找本厅有他的什么信息。"))
        self.button.set_words(FIND)

    def _wished(self) -> None:
        self.said.setVisible(self.wish.value is PersonWish.CORRECT)

    def _rows(self) -> Sequence[Held]:
        return held_of(self.found) if self.found else ()

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(
            label(_("本人查阅、更正（个人信息保护法第四十四条至第四十六条）"), "title")
        )
        who = row(gap=3)
        for field in (self.number, self.name, self.case, self.proof):
            who.addWidget(field, 1)
            field.edited.connect(lambda _text: self._forget())
            field.finished.connect(self.save)
        inside.addLayout(who)
        inside.addWidget(self.counts)
        inside.addWidget(self.pane, 1)
        asked = row(gap=3)
        asked.addWidget(self.wish)
        asked.addWidget(self.said, 1)
        asked.addWidget(self.outcome)
        asked.addWidget(self.answer, 1)
        inside.addLayout(asked)
        foot = row(gap=3)
        foot.addWidget(
            label(_("请求和答复加密存档，日志里只有件数。Esc 返回"), "quiet", wrap=True), 1
        )
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.wish.picked.connect(lambda _value: self._wished())
        self.button.clicked.connect(self.save)
