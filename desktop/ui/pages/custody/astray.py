"""错寄: what article 57 asks, on one form; afterwards the steps until the papers are back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.custody.misdelivery import (
    DataKind,
    Follow,
    Harm,
    Misdelivery,
    MisdeliveryFollowed,
)
from desktop.services.custody import misdeliveries
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.custody.columns import short
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.PAPERS, Topic.LOG})
TEXTS = (
    ("to", _("误收人（召回自）"), _("姓名、地点，如代收点")),
    ("owner", _("材料是谁的"), ""),
    ("cause", _("原因"), _("如：两件面单贴反")),
    ("consequence", _("可能造成的危害"), _("如：姓名、住址可能被他人知悉")),
    ("measures", _("已采取的补救措施"), _("如：已电话联系，上门取回")),
    ("relief", _("本人可以采取的减轻措施"), _("如：留意陌生来电")),
    ("contact", _("联系方式"), ""),
    ("not_told", _("不告知本人的理由"), _("只有已有效避免危害时才可以不告知")),
)


class Astray(QFrame):
    """`recorded(number, papers)`, papers joined by commas."""

    recorded = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.number = ""
        self._known: Misdelivery | None = None
        self._title = label("", "title")
        self.found_on = DayField(_("发现日期"), desk.office.today())
        self.harm = Pick(_("危害"), [(one, word(one)) for one in Harm])
        self.kinds = {one: Switch(word(one)) for one in DataKind}
        self.texts = {name: Field(words, hint) for name, words, hint in TEXTS}
        self.step = Pick(_("处置进展"), [])
        self.on = DayField(_("哪一天"), desk.office.today())
        self.resend = Field(_("补寄的快件编号"), _("补寄时填"))
        self.note = Field(_("说明"))
        self._form, self._follow = frame("plain"), frame("card")
        self._done = label("", wrap=True)
        self.button = KeyButton("save_form", _("登记错寄，出处置记录"), primary=True)
        self._build()

    def open(self, number: str) -> bool:
        """A new record for this parcel, or the steps of the one there is."""
        office = self._desk.office
        self._known = misdeliveries.misdelivery(office, number)
        told = self._known.told if self._known else misdeliveries.blank(office, number)
        self.number = number
        self._title.setText(_("错寄　快件 {n}").format(n=short(number)))
        self.found_on.set_day(told.found_on)
        self.harm.set_value(told.harm)
        for kind, switch in self.kinds.items():
            switch.setChecked(kind in told.kinds)
        for name, field in self.texts.items():
            field.set_text(str(getattr(told, name)))
            field.line.setCursorPosition(0)
        self._form.setEnabled(self._known is None)
        self._follow.setVisible(self._known is not None)
        self._show_steps()
        return True

    def take_focus(self) -> None:
        if self._known is None:
            self.texts["to"].line.setFocus()
        else:
            self.step.setFocus()

    def finish(self) -> None:
        office, clerk, number = self._desk.office, self._desk.acting, self.number
        if self._known is not None:
            self._finish_step()
            return
        texts: dict[str, Any] = {name: field.text for name, field in self.texts.items()}
        told = replace(
            misdeliveries.blank(office, number),
            found_on=self.found_on.day, harm=self.harm.value,
            kinds=tuple(kind for kind, on in self.kinds.items() if on.isChecked()),
            **texts,
        )  # fmt: skip
        done = self._desk.perform(
            lambda: misdeliveries.record(office, clerk, number, told), CHANGED
        )
        if done is not None:
            self.recorded.emit(number, ",".join(done.papers))

    def _finish_step(self) -> None:
        office, clerk, number = self._desk.office, self._desk.acting, self.number
        if self.step.value is None:
            return
        told = MisdeliveryFollowed(
            step=self.step.value, on=self.on.day, note=self.note.text,
            resend=self.resend.text.upper() if self.step.value is Follow.RESENT else "",
        )  # fmt: skip
        done = self._desk.perform(
            lambda: misdeliveries.follow(office, clerk, number, told), CHANGED
        )
        if done is not None:
            self.open(number)
            self.recorded.emit(number, ",".join(done.papers))

    def _show_steps(self) -> None:
        known = self._known
        if known is None:
            self.button.set_words(_("登记错寄，出处置记录"))
            self.button.show()
            return
        done = [f"{one.on.isoformat()} {word(one.step)} {short(one.resend) if one.resend else ''}"
                for one in known.steps]  # fmt: skip
        left = "、".join(map(word, known.open_steps))
        closed = known.on(Follow.CLOSED)
        told = _("还要：{steps}").format(steps=left) if left else _("可以结案")
        self._done.setText("　".join([*done, _("✓ 已结案") if closed else told]))
        taken = {one.step for one in known.steps}
        self.step.offer([(one, word(one)) for one in Follow if one not in taken])
        if known.open_steps:
            self.step.set_value(known.open_steps[0])
        elif not closed:
            self.step.set_value(Follow.CLOSED)
        self.on.set_day(self._desk.office.today())
        self.note.set_text("")
        self.resend.set_text("")
        self.button.set_words(_("登记进展"))
        self.button.setVisible(closed is None)
        self._follow.setEnabled(closed is None)

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self._title)
        form = column(self._form)
        form.addWidget(label(_("涉及哪些个人信息（可多选）"), "quiet"))
        flow = Flow()
        for switch in self.kinds.values():
            flow.add(switch)
        form.addWidget(flow)
        top = row(gap=3)
        top.addWidget(self.found_on)
        top.addWidget(self.harm)
        top.addStretch(1)
        form.addLayout(top)
        fields = list(self.texts.values())
        for left, right in zip(fields[::2], fields[1::2], strict=True):
            across = row(gap=3)
            across.addWidget(left, 1)
            across.addWidget(right, 1)
            form.addLayout(across)
        form.addStretch(1)
        inside.addWidget(scroll_over(self._form), 1)
        follow = column(self._follow, margin=3)
        follow.addWidget(self._done)
        across = row(gap=3)
        for widget in (self.step, self.on, self.resend):
            across.addWidget(widget)
        across.addWidget(self.note, 1)
        follow.addLayout(across)
        inside.addWidget(self._follow)
        foot = row(gap=3)
        law = _("个人信息保护法第五十七条：立即补救，并告知。记录加密保存，不少于三年。")
        foot.addWidget(label(law, "quiet", wrap=True), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.button.clicked.connect(self.finish)
