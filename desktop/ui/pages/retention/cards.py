"""What is asked below the lists, one card at a time: to destroy, to hold, to set a term."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.supervision.retention.entries import HoldGround, HoldSet, RetentionSet
from desktop.domain.supervision.retention.terms import ItemTerm
from desktop.services.supervision.retention.destroying import words
from desktop.ui.pages.custody.second import Second
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

NUMBER_UNREAD = -1
"""What a field says that holds no number: the rule refuses it by its own sentence."""


class Card(QFrame):
    """Hidden until it is opened; `answered` with its button (F9 is the page's)."""

    answered = Signal()

    def __init__(self, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.inside = column(self, margin=3)
        self.title = label("", "heading", wrap=True)
        self.inside.addWidget(self.title)
        self.button = KeyButton("save_form", button, primary=True)
        self.button.clicked.connect(self.answered)
        self.hide()

    def put_away(self) -> bool:
        """True when there was something to put away."""
        shown = not self.isHidden()
        self.hide()
        return shown

    def ended(self, *widgets: QWidget, hint: str = "") -> None:
        """A last line of fields with the button behind them."""
        across = row(gap=3)
        for widget in widgets:
            across.addWidget(widget, 1)
        if not widgets:
            across.addWidget(label(hint, "quiet", wrap=True), 1)
        across.addWidget(self.button)
        across.addWidget(label(_("Esc 不办了"), "quiet"))
        self.inside.addLayout(across)


class DestroyCard(Card):
    """Reason, the words typed again, the second person; what happens afterwards stands above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("销毁"), parent)
        self.cases: tuple[str, ...] = ()
        self.told = label("", "warn", wrap=True)
        self.inside.addWidget(self.told)
        self.second = Second()
        self.inside.addWidget(self.second)
        self.reason, self.typed = Field(_("销毁理由")), Field("")
        self.ended(self.reason, self.typed)

    def open(self, cases: Sequence[str], two: bool, alone: bool, until: str) -> None:
        self.cases = tuple(cases)
        self.title.setText(_("销毁 {n} 件办件的个人信息").format(n=len(cases)))
        self.told.setText(
            _(
                "密钥一经销毁，谁也恢复不了；日志条数不变，姓名、证件、电话、地址无法再读出。"
                "今天以前的备份最迟 {until} 全部过期。"
            ).format(until=until)
        )
        self.reason.set_text(_("保存期满"))
        self.typed.set_words(_("照样输入「{words}」").format(words=words(cases)))
        self.typed.set_text("")
        self.second.open(two, alone)
        self.show()
        self.typed.line.setFocus()


class HoldCard(Card):
    """Which case, on what ground, why; or that the hold is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("记下"), parent)
        self.title.setText(_("暂停清除：投诉、诉讼等了结以前，到期也不清除"))
        self.case = Field(_("办件编号"))
        self.ground = Pick(_("事由"), [(one, word(one)) for one in HoldGround])
        self.over = Switch(_("解除"))
        self.note = Field(_("说明"), _("来文号、谁提出、何时"))
        across = row(gap=3)
        across.addWidget(self.case, 1)
        across.addWidget(self.ground)
        across.addWidget(self.over)
        self.inside.addLayout(across)
        self.ended(self.note)

    def open(self, case: str, held: bool) -> None:
        self.case.set_text(case)
        self.over.setChecked(held)
        self.note.set_text("")
        self.show()
        (self.note if case else self.case).line.setFocus()

    @property
    def told(self) -> HoldSet:
        return HoldSet(
            held=not self.over.isChecked(), ground=self.ground.value, note=self.note.text
        )


class TermCard(Card):
    """Years for one item, and what holds for all: two persons, how long a backup is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("发布"), parent)
        self.item = ""
        self._now = RetentionSet()
        self.years = Field(_("保存年限（0 为永久）"))
        self.backups = Field(_("备份最长保存几日"))
        self.two = Switch(_("销毁须两人"))
        self.reason = Field(_("依据"), _("档案主管部门审定的保管期限表"))
        across = row(gap=3)
        for widget in (self.years, self.backups, self.two):
            across.addWidget(widget)
        across.addStretch(1)
        self.inside.addLayout(across)
        self.ended(self.reason)

    def open(self, one: ItemTerm, now: RetentionSet) -> None:
        self.item, self._now = one.item, now
        self.title.setText(f"{one.item}　{one.name}")
        self.years.set_text(str(one.years))
        self.backups.set_text(str(now.backup_days))
        self.two.setChecked(now.two_persons)
        self.reason.set_text("")
        self.show()
        self.years.line.setFocus()
        self.years.line.selectAll()

    @property
    def told(self) -> RetentionSet:
        return RetentionSet(
            years={**self._now.years, self.item: _number(self.years)},
            two_persons=self.two.isChecked(),
            backup_days=_number(self.backups),
            reason=self.reason.text,
        )


def _number(field: Field) -> int:
    return int(field.text) if field.text.isdecimal() and len(field.text) < 6 else NUMBER_UNREAD
