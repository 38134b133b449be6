"""One parcel: who, what, where it is; a step told by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.courier.progress import Passed
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import STEPS, ShipmentStage, SignedBy
from desktop.domain.identity import masking
from desktop.services.courier import shipments
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.courier import columns
from desktop.ui.pages.courier.lists import FREE
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.moment import MomentField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word


class Step(QFrame):
    """登记进度: which step, when, signed by whom, a note. Only steps that may follow are offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.stage = Pick(_("到了哪一步"), [])
        self.signed = Pick(_("谁签收"), [(one, word(one)) for one in SignedBy])
        self.at = MomentField(_("时刻"))
        self.note = Field(_("说明"), _("可不填"))
        self.button = KeyButton("save_form", _("登记"), primary=True)
        inside = row(self, margin=3, gap=3)
        for widget in (self.stage, self.signed, self.at):
            inside.addWidget(widget)
        inside.addWidget(self.note, 1)
        inside.addWidget(self.button)
        self.stage.picked.connect(self._staged)
        self.hide()

    @property
    def signed_by(self) -> SignedBy | None:
        told: SignedBy = self.signed.value
        return told if self.stage.value is ShipmentStage.SIGNED else None

    def open(self, shipment: Shipment, desk: Desk) -> None:
        self.stage.offer([(one, columns.stage_text(one)) for one in STEPS[shipment.stage]])
        self.at.start(desk.office.now())
        self.note.set_text("")
        self._staged(self.stage.value)
        self.show()
        self.stage.setFocus()

    def _staged(self, stage: ShipmentStage) -> None:
        self.signed.setVisible(stage is ShipmentStage.SIGNED)


class Detail(QWidget):
    """`pressed(verb)`; `case_opened(number)` with Enter on a line."""

    pressed = Signal(str)
    case_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shipment: Shipment | None = None
        self.facts = Facts()
        self._number = label("", "title")
        self._stage = label("")
        self.step = Step()
        self.inside = RowsPane(
            columns.INSIDE, all_of(lambda: self._lines()), lambda line: str(line.key),
            _("内件"), (_("还没有内件"), _("按 F8 更正，补上内件。")),
        )  # fmt: skip
        self.steps = RowsPane(
            columns.STEPS, all_of(self._passed), lambda one: str(one.event.key), _("进度"),
            (_("还没有动静"), _("按 F3 登记快递走到哪一步。")),
        )  # fmt: skip
        self.buttons = {
            "print_label": KeyButton("print_label", _("打印面单")),
            "amend_parcel": KeyButton("amend_parcel", _("更正")),
            "move_parcel": KeyButton("move_parcel", _("登记进度"), primary=True),
        }
        self._build()

    def show_shipment(self, number: str) -> Shipment:
        """Read the parcel anew."""
        told = shipments.load_shipment(self._desk.office, number)
        self.shipment = told
        self._number.setText(number)
        self._stage.setText(columns.stage_text(told.stage))
        wear(self._stage, columns.TONES[told.stage][1])
        self.facts.show_facts(self._facts(told))
        self.inside.reload()
        self.steps.reload()
        self.buttons["move_parcel"].setVisible(bool(STEPS[told.stage]))
        self.step.hide()
        return told

    def take_focus(self) -> None:
        self.inside.take_focus()

    def _facts(self, told: Shipment) -> list[tuple[str, str | QWidget]]:
        ends = (("寄件人", told.sender), ("收件人", told.receiver))
        people = [
            (_(words), f"{masking.mask_name(end.name)} {masking.mask_phone(end.phone)}".strip())
            for words, end in ends
        ]
        return [
            (_("方向"), word(told.direction)),
            (_("承运人"), carrier_label(told.carrier)),
            (_("运单号"), told.waybill or _("待填，按 F8 补上")),
            *people,
            (_("寄到"), masking.mask_address(told.receiver.street)),
            (_("上门取件"), told.pickup),
            (_("不用邮政的理由"), told.justification),
            (_("谁签收"), word(told.signed_by) if told.signed_by else ""),
            (_("重量"), _("{n} 克").format(n=told.weight) if told.weight else ""),
            (_("补寄自"), told.resend_of),
            (_("建单"), f"{moment(told.created_at)} · {told.clerk}"),
            (_("费用"), FREE),
        ]

    def _passed(self) -> tuple[Passed, ...]:
        """The last that was told stands first."""
        return self.shipment.progress.passed[::-1] if self.shipment else ()

    def _lines(self) -> list[columns.Line]:
        return [columns.Line(one) for one in self.shipment.contents] if self.shipment else []

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._number)
        top.addWidget(self._stage)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(label(_("内件"), "heading"))
        inside.addWidget(self.inside, 3)
        inside.addWidget(label(_("进度"), "heading"))
        inside.addWidget(self.steps, 2)
        inside.addWidget(self.step)
        inside.addLayout(foot(self.buttons.values(), self.pressed))
        self.inside.opened.connect(lambda line: self.case_opened.emit(line.content.case))
