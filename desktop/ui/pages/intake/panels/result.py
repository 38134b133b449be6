"""What was done: number, due date, papers; then the same person again, or the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Channel, Way
from desktop.domain.cases.entries import Term
from desktop.domain.cases.moves import Stage
from desktop.services.cases.acts import Done
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.guidance.savings import summary
from desktop.wording.labels import label as word

REPLY = _(
    "申请人不在窗口：凭证、通知书和要退的原件按 S 寄回；或按 P，在文书页存为 PDF 发给申请人。"
)


class ResultPanel(QFrame):
    """`chosen(verb)`: print_result, another, ship_result, next_person."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = label(role="title", wrap=True)
        self._number = label(role="heading", wrap=True)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._due, self._papers = label(wrap=True), label(wrap=True)
        self._delivery, self._saved = label(wrap=True), label("", "quiet", wrap=True)
        inside = column(self, margin=4, gap=4)
        for line in (
            self._head,
            self._number,
            self._due,
            self._papers,
            self._delivery,
            self._saved,
        ):
            inside.addWidget(line)
        self.buttons = {
            "print_result": KeyButton("print_result", _("预览、打印文书"), primary=True),
            "ship_result": KeyButton("ship_result", _("寄递")),
            "another": KeyButton("another", _("同一人再办一件")),
            "next_person": KeyButton("next_person", _("下一位")),
        }
        across = row(gap=3)
        for verb, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, v=verb: self.chosen.emit(v))
            across.addWidget(button)
        across.addStretch(1)
        inside.addLayout(across)
        inside.addStretch(1)

    @property
    def text(self) -> str:
        return "\n".join(
            line.text() for line in (self._head, self._number, self._due, self._papers)
        )

    def show_done(self, done: Done, papers: tuple[str, ...]) -> None:
        """`papers` are the names of the papers issued, in order."""
        case = done.case
        self._head.setText(f"{word(case.stage)}：{case.item_name}")
        self._number.setText(_("办件编号　{number}").format(number=case.number))
        self._due.setText(due_words(case))
        self._due.setVisible(bool(self._due.text()))
        self._papers.setText(_("文书　{names}").format(names=" · ".join(papers) or _("无")))
        courier = case.delivery.way is Way.COURIER
        filed = case.channel is Channel.COURIER
        told = _("怎么拿结果　{way}").format(way=word(case.delivery.way))
        self._delivery.setText(f"{told}\n{REPLY}" if filed else told)
        self._saved.setText(_("减免　{ledger}").format(ledger=summary(case.savings)))
        self._saved.setVisible(bool(case.savings))
        self.buttons["ship_result"].setVisible(courier or filed)
        self.setAccessibleName(self.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(Context.RESULT, event)
        if verb and self.buttons[verb].isVisibleTo(self):
            self.chosen.emit(verb)
        else:
            event.ignore()


def due_words(case: Case) -> str:
    """What the applicant may rely on; nothing where the law sets no day."""
    if case.stage is Stage.ACCEPTED:
        return _("到期日　{day}").format(day=day_words(case.due)) if case.due.due else ""
    if case.stage is Stage.CORRECTING and case.notices and case.notices[-1].by:
        return _("约定补交日　{day}").format(day=case.notices[-1].by)
    if case.stage is Stage.RECEIVED and case.deemed.due:
        return _("{day} 前未告知补正即视为受理").format(day=day_words(case.deemed))
    return ""


def day_words(term: Term) -> str:
    """2026-12-07, 暂按推算 where the year has no notice yet."""
    told = f"{term.due}" if term.due else ""
    return _("{day}（暂按推算）").format(day=told) if term.provisional else told
