"""复核 in place of the list: what the notice said, what the law says, and what was found of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.domain.cases.entries import CorrectionNoticed, Defect
from desktop.domain.days import BEIJING
from desktop.domain.guidance.terms import ItemType
from desktop.domain.handling.changes import ActReviewed, Finding
from desktop.domain.handling.oversight import Why
from desktop.domain.handling.rows import OversightRow
from desktop.services.cases.acts import load
from desktop.services.handling.oversight import look_at
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

ARTICLES: dict[Why, str] = {
    Why.ADDED: _(
        "行政许可法第七十二条第四项：申请材料不齐全、不符合法定形式，不一次告知申请人必须补正的全部内容的，"
        "由其上级行政机关或者监察机关责令改正。"
    ),
    Why.LATE: _(
        "行政许可法第七十二条第三项：在受理、审查、决定过程中，未向申请人履行法定告知义务的，"
        "由其上级行政机关或者监察机关责令改正。"
    ),
    Why.ALONE: _(
        "行政许可法第三十四条第三款：需要对申请材料的实质内容进行核实的，应当指派两名以上工作人员进行核查。"
    ),
}
NOTICED = _("{item}　{at} 由 {clerk} 告知补正")
SINGLE = _("{item}　{at} 由 {clerk} 一人审查")
OTHERWISE = _("优化营商环境条例第三十六条：应当一次性告知需要补正的材料。")
"""For every type but 行政许可, whose law article 72 is."""


class ReviewPanel(QFrame):
    """`perform()` journals what was found; `case_asked(number)` opens the case."""

    case_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self._desk = desk
        self._case = self._entry = ""
        self._notice: CorrectionNoticed | None = None
        self._title = label("", "title")
        self._about = label("", "quiet", wrap=True)
        self.article = label("", wrap=True)
        self.number = QPushButton()
        self.pane = RowsPane(
            self._columns(), all_of(self._defects), lambda one: str(one.key), _("告知的内容"),
            (_("没有告知内容"), ""),
        )  # fmt: skip
        self.finding = Pick(_("结论"), [(one, word(one)) for one in Finding])
        self.note = Field(_("说明"), _("为什么这样认定，要不要整改"))
        self.button = KeyButton("finish", _("保存复核"), primary=True)
        self._build()

    def open(self, asked: OversightRow) -> None:
        """Read the notice that the entry is."""
        self._case, self._entry = asked.case, asked.entry
        facts = self._desk.office.store.journal.facts(f"case:{asked.case}")
        found = next((fact.payload for fact in facts if fact.entry.id == asked.entry), None)
        self._notice = found if isinstance(found, CorrectionNoticed) else None
        case = load(self._desk.office, asked.case)
        licence = case.item_type == ItemType.LICENCE
        self._title.setText(_("复核 · {why}").format(why=word(asked.why)))
        self._about.setText(
            (SINGLE if asked.why is Why.ALONE else NOTICED).format(
                item=asked.item_name,
                at=f"{asked.at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
                clerk=asked.clerk,
            )
        )
        self.article.setText(ARTICLES[asked.why] if licence else OTHERWISE)
        self.number.setText(asked.case)
        self.finding.set_value(Finding.PROPER)
        self.note.set_text("")
        self.pane.reload()
        self.finding.setFocus()

    def perform(self) -> Callable[[], bool]:
        """The verb, with what stands on the screen."""
        told = ActReviewed(entry=self._entry, finding=self.finding.value, note=self.note.text)

        def verb() -> bool:
            look_at(self._desk.office, self._desk.acting, self._case, told)
            return True

        return verb

    def _columns(self) -> tuple[Column, ...]:
        def new(one: Defect) -> bool:
            return self._notice is not None and one.key in self._notice.added

        return (
            Column(_("材料"), lambda one: one.name),
            Column(_("问题"), lambda one: word(one.fault), 4),
            Column(_("要求"), lambda one: one.demand or _("按规定补齐"), 16),
            Column(
                _("此前"),
                lambda one: _("▲ 没有告知过") if new(one) else "—",
                8,
                tone=lambda one: "warn" if new(one) else "quiet",
            ),
        )

    def _defects(self) -> tuple[Defect, ...]:
        return self._notice.defects if self._notice else ()

    def _build(self) -> None:
        inside = column(self, gap=2)
        top = row(gap=3)
        top.addWidget(self._title, 1)
        top.addWidget(self.number)
        inside.addLayout(top)
        inside.addWidget(self._about)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.article)
        foot = row(gap=3)
        foot.addWidget(self.finding)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        inside.addWidget(
            label(_("复核不改变已作出的告知，只记下看过的人和结论。Esc 返回"), "quiet")
        )
        self.number.clicked.connect(lambda: self.case_asked.emit(self._case))
