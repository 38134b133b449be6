"""Given to whom, or let go, and why: one card below the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.halls.roles import Right, may
from desktop.services.supervision.review.giving import HeldDraft
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.supervision.oversight import lost_text


class WorkCard(QFrame):
    """`draft` or a case's number; `releasing` lets the draft go. `answered` with its button."""

    answered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self.draft: HeldDraft | None = None
        self.releasing = False
        self.title = label("", "heading", wrap=True)
        self.told = label("", "quiet", wrap=True)
        self.case = Field(_("办件编号"))
        self.to = Pick(_("交给"), [])
        self.reason = Field(_("理由"), _("如：原经办人休假；不要写姓名、证件号码"))
        self.button = KeyButton("save_form", "", primary=True)
        inside = column(self, margin=3)
        inside.addWidget(self.title)
        inside.addWidget(self.told)
        across = row(gap=3)
        across.addWidget(self.case, 1)
        across.addWidget(self.to)
        across.addWidget(self.reason, 1)
        across.addWidget(self.button)
        across.addWidget(label(_("Esc 不办了"), "quiet"))
        inside.addLayout(across)
        self.button.clicked.connect(self.answered)
        self.reason.finished.connect(self.answered)
        self.hide()

    def give_draft(self, draft: HeldDraft) -> None:
        self._open(draft, _("改派草稿"), _("草稿原样到另一人名下，什么都不丢。"), "quiet")

    def give_case(self, case: str) -> None:
        told = _("从现在起由另一人负责；谁收的件，日志里不变。")
        self._open(None, _("改派办件"), told, "quiet")
        self.case.set_text(case)
        if not case:
            self.case.line.setFocus()

    def release(self, draft: HeldDraft) -> None:
        lost = lost_text(draft.lost)
        told = _("会丢，不能恢复：{lost}。已收件的材料、已出的文书不受影响。").format(lost=lost)
        if not lost:
            told = _("草稿里没有未保存的内容，什么都不丢。")
        known = self._desk.office.store.views.clerk(draft.clerk)
        name = known.name if known else draft.clerk
        self._open(draft, _("释放 {clerk} 的草稿").format(clerk=name), told, "warn")
        self.releasing = True
        self.to.hide()
        self.button.set_words(_("释放"))
        self.reason.line.setFocus()

    def put_away(self) -> bool:
        """True when there was something to put away."""
        shown = not self.isHidden()
        self.hide()
        return shown

    def _open(self, draft: HeldDraft | None, title: str, told: str, role: str) -> None:
        self.draft, self.releasing = draft, False
        holder = draft.clerk if draft else ""
        people = self._desk.office.store.views.clerks()
        self.to.offer(
            [
                (one.code, f"{one.name}（{one.code}）")
                for one in people
                if may(one, Right.SERVE) and one.code != holder
            ]
        )
        self.title.setText(title)
        self.told.setText(told)
        wear(self.told, role)
        self.case.setVisible(draft is None)
        self.to.show()
        self.reason.set_text("")
        self.button.set_words(_("改派"))
        self.show()
        self.to.setFocus()
