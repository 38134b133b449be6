"""封袋: one scan per paper; what is still expected stands out, what does not belong is refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.custody.seal import Expected
from desktop.domain.identity.masking import mask_name
from desktop.services.custody import sealing
from desktop.services.custody.rule import rule
from desktop.services.custody.sealing import SealingSheet
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.custody.columns import short
from desktop.ui.pages.custody.second import Second
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.LOG})


class Sealing(QFrame):
    """`sealed(number)` and `unsealed(number)` once it is done. The page hands it what was scanned."""

    sealed = Signal(str)
    unsealed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._sheet: SealingSheet | None = None
        self.done: frozenset[str] = frozenset()
        self._title, self._left = label("", "title"), label("", "warn")
        self.paper = Field(_("扫描文书、保管件标签"), _("没有扫码枪就输入编号，Enter"))
        self.bag = Field(_("封签号"), _("全部扫到以后扫封签"))
        self.reason = Field(_("拆封的理由"))
        self.second = Second()
        self.pane = RowsPane(
            self._columns(), all_of(self._rows), lambda one: str(one.id), _("应装入的文书"),
            (_("这个包裹没有内件"), _("按 Esc 返回，按 F8 更正补上内件。")),
        )  # fmt: skip
        self.button = KeyButton("save_form", _("封袋"), primary=True)
        self._build()

    def open(self, number: str) -> SealingSheet:
        """Read the parcel; nothing is scanned yet."""
        told = sealing.sheet(self._desk.office, number)
        self._sheet, self.done = told, frozenset()
        parcel = told.shipment
        who = mask_name(parcel.receiver.name)
        self._title.setText(f"{_('封袋')}　{short(number)}　{who}　{parcel.waybill}".strip())
        for field in (self.paper, self.bag, self.reason):
            field.set_text("")
        hall = rule(self._desk.office)
        self.second.open(hall.two_to_seal, hall.alone_allowed)
        closed = told.seal is not None
        self.paper.setHidden(closed)
        self.bag.setHidden(closed)
        self.reason.setVisible(closed)
        if told.seal is not None:
            self.done = frozenset(one.id for one in told.expected)
        self._again()
        self.take_focus()
        return told

    def take_focus(self) -> None:
        if not self.reason.isHidden():
            self.reason.line.setFocus()
        else:
            (self.paper if self._open_rows() else self.bag).line.setFocus()

    def take(self, text: str) -> None:
        """A scan: a paper while any is expected, then the bag's own number."""
        if self._sheet is None or self._sheet.seal is not None or not text.strip():
            return
        if not self._open_rows():
            self.bag.set_text(text.strip())
            self.button.setFocus()
            return
        office, number = self._desk.office, self._sheet.shipment.number
        found = self._desk.perform(
            lambda: sealing.scan(office, self._desk.acting, number, text, self.done),
        )
        self.paper.set_text("")
        if found is None:
            self._desk.tell(frozenset({Topic.LOG}))
            self.paper.warn_plain(_("没有装入，请看上面的说明"))
        else:
            self.done |= {found.id}
            self.paper.warn(None)
            self._again()
            self.pane.seek(found.id)
        self.take_focus()

    def finish(self) -> None:
        """F9: seal it, or open the seal again."""
        if self._sheet is None:
            return
        office, clerk, number = self._desk.office, self._desk.acting, self._sheet.shipment.number
        by = self.second.signature
        if self._sheet.seal is None:
            bag, done = self.bag.text, self.done
            made = self._desk.perform(
                lambda: sealing.close(office, clerk, number, bag, done, by), CHANGED
            )
            if made is not None:
                self.sealed.emit(number)
            return
        why = self.reason.text

        def verb() -> bool:
            sealing.unseal(office, clerk, number, why, by)
            return True

        if self._desk.perform(verb, CHANGED):
            self.unsealed.emit(number)

    def _again(self) -> None:
        self.pane.reload()
        told, left = self._sheet, len(self._open_rows())
        if told is not None and told.seal is not None:
            self._left.setText(_("已封袋，封签 {bag}").format(bag=told.seal.told.bag))
            wear(self._left, "good")
            self.button.set_words(_("拆封"))
            self.button.set_ready(True)
            return
        self._left.setText(_("还差 {n} 件").format(n=left) if left else _("✓ 全部扫到，请扫封签"))
        wear(self._left, "warn" if left else "good")
        self.button.set_words(_("封袋"))
        self.button.set_ready(not left, _("还有文书没有扫到"))

    def _rows(self) -> Sequence[Expected]:
        """What is left on top, what is done below it."""
        told = self._sheet.expected if self._sheet else ()
        return sorted(told, key=lambda one: one.id in self.done)

    def _open_rows(self) -> list[Expected]:
        return [one for one in self._rows() if one.id not in self.done]

    def _columns(self) -> tuple[Column, ...]:
        def tone(one: Expected) -> str:
            return "quiet" if one.id in self.done else ""

        return (
            Column(_("装入"), lambda one: "✓" if one.id in self.done else "○", 3,
                   tone=lambda one: "good" if one.id in self.done else "warn"),
            Column(_("文书、原件"), lambda one: one.content.name, tone=tone),
            Column(_("种类"), lambda one: word(one.content.kind), 7, tone=tone, spare=True),
            Column(_("扫哪个码"), _code, 13, tone=tone),
        )  # fmt: skip

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self._title, 1)
        top.addWidget(self._left)
        inside.addLayout(top)
        fields = row(gap=3)
        fields.addWidget(self.paper, 2)
        fields.addWidget(self.bag, 1)
        fields.addWidget(self.reason, 2)
        inside.addLayout(fields)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.second)
        foot = row(gap=3)
        foot.addWidget(label(_("一份一扫；不属于本包裹的会拒绝并记录　Esc 返回"), "quiet"), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.paper.finished.connect(lambda: self.take(self.paper.text))
        self.bag.finished.connect(self.finish)
        self.button.clicked.connect(self.finish)


def _code(one: Expected) -> str:
    told = sorted(one.numbers)
    return short(told[0]) if told else _("办件号 {n}").format(n=short(one.content.case))
