"""到件登记: scan, look, F9. What the number and an announcement tell is filled in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.arrivals.entries import Condition
from desktop.domain.courier.arrivals.waybill_forms import likely_carrier
from desktop.domain.courier.carriers import CARRIERS
from desktop.domain.courier.entries import Address
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.identity.verdict import Level, normal
from desktop.domain.refusal import Refusal
from desktop.services.courier.arrivals import registering
from desktop.services.courier.arrivals.registering import Parcel
from desktop.ui.desk import Desk
from desktop.ui.pages.courier.sending.parties import AddressFields
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.moment import MomentField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.guidance.items import verdict_sentence
from desktop.wording.labels import label as word
from desktop.wording.refusals import sentence

PIECES = tuple((n, _("{n} 件").format(n=n)) for n in range(1, 21))


class ArrivalForm(QWidget):
    """`verb()` is what F9 does; `start` clears it for the next parcel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: Shipment | None = None
        self.waybill = Field(_("运单号"), _("扫码或手输"))
        self.carrier = Pick(_("承运人"), [(one.code, one.name) for one in CARRIERS])
        self.at = MomentField(_("签收时刻"))
        self.by = Field(_("签收人"))
        self.pieces = Pick(_("件数"), PIECES)
        self.condition = Pick(_("外包装"), [(one, word(one)) for one in Condition])
        self.person = AddressFields(desk)
        self.note = Field(_("备注"), _("可不填"))
        self.button = KeyButton("save_form", _("登记到件"), primary=True)
        self._build()
        self.waybill.edited.connect(lambda _text: self.look())
        self.waybill.finished.connect(self.person.name.line.setFocus)
        self.note.finished.connect(self.button.setFocus)

    def start(self, waybill: str = "") -> None:
        """For the next parcel: signed for now, by whoever is at the desk, whole."""
        self._known = None
        self.person.set_title(_("寄件人（照面单）"))
        self.person.show_address(Address())
        self.at.start(self._desk.office.now())
        self.by.set_text(self._desk.acting.name)
        self.pieces.set_value(1)
        self.condition.set_value(Condition.INTACT)
        self.note.set_text("")
        self.take_waybill(waybill)

    def take_waybill(self, text: str) -> None:
        """What a scanner read; then the sender is next."""
        self.waybill.set_text(normal(text))
        self.look()
        target = self.person.name.line if text else self.waybill.line
        target.setFocus()

    def look(self) -> None:
        """What the number tells: its check, a likely carrier, an announcement, a double."""
        text = self.waybill.text
        self._known = None
        if not text:
            self.waybill.warn(None)
            return
        verdict = check_waybill(text)
        self.waybill.warn(verdict.level, verdict_sentence(verdict))
        if verdict.level is Level.ERROR:
            return
        code = likely_carrier(text)
        if code:
            self.carrier.set_value(code)
        known = registering.look_up(self._desk.office, verdict.value, code)
        if isinstance(known, Refusal):
            self.waybill.warn(Level.ERROR, sentence(known))
        elif known is not None:
            self._fill(known)

    def verb(self) -> Callable[[], Shipment]:
        """Register, with what stands on the screen."""
        told = Parcel(
            waybill=self.waybill.text,
            carrier=str(self.carrier.value),
            sender=self.person.address,
            signed_at=self.at.moment or self._told_at(),
            received_by=self.by.text,
            pieces=int(self.pieces.value),
            condition=self.condition.value,
            note=self.note.text,
        )
        return lambda: registering.register(self._desk.office, self._desk.acting, told)

    def _told_at(self) -> datetime | None:
        """Unchanged, the carrier's own moment of signing where it told one; else now."""
        known = self._known
        signed = known is not None and known.stage is ShipmentStage.SIGNED
        return known.moved_at if known is not None and signed else None

    def _fill(self, known: Shipment) -> None:
        self._known = known
        self.carrier.set_value(known.carrier)
        if not self.person.name.text:
            self.person.show_address(known.sender)
        if known.stage is ShipmentStage.SIGNED and known.moved_at is not None:
            self.at.start(known.moved_at)
        cases = "、".join(known.cases)
        told = _("已建单 {number}").format(number=known.number)
        self.waybill.warn(Level.OK, f"{told}　{cases}" if cases else told)

    def _build(self) -> None:
        sheet = QWidget()
        fields = column(sheet, gap=2)
        fields.addWidget(self.waybill)
        first, second = row(gap=3), row(gap=3)
        first.addWidget(self.carrier, 1)
        first.addWidget(self.at, 1)
        second.addWidget(self.by, 2)
        second.addWidget(self.pieces, 1)
        second.addWidget(self.condition, 1)
        fields.addLayout(first)
        fields.addWidget(self.person)
        fields.addLayout(second)
        fields.addWidget(self.note)
        fields.addStretch(1)
        inside = column(self, gap=2)
        inside.addWidget(label(_("到件登记"), "title"))
        inside.addWidget(scroll_over(sheet), 1)
        foot = row(gap=2)
        foot.addWidget(label(_("收到日从签收时刻算"), "quiet"), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
