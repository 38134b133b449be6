"""A new parcel, or one corrected: carrier and waybill, both ends, what is inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.carriers import CARRIERS, DEFAULT_CARRIER, Direction, carrier
from desktop.domain.courier.entries import Address, ShipmentAmended, ShipmentCreated
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.halls.roles import Right
from desktop.domain.identity.verdict import Level
from desktop.services.courier import coverage, shipments
from desktop.services.courier.shipments import Sent
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import WAYS
from desktop.ui.pages.courier.sending.contents import Contents
from desktop.ui.pages.courier.sending.parties import AddressFields
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, frame, label, row, wear
from desktop.wording import _
from desktop.wording.guidance.items import verdict_sentence
from desktop.wording.parcels.coverage import COVERED, not_covered

LAW = _(
    "决定书、通知书、证照由邮政企业（EMS）寄出：快递企业不得寄递国家机关公文（邮政法 第五十五条）。"
)
FREE_CHOICE = _("寄入可用任何有许可的快递，费用由大厅承担。")


class Form(QWidget):
    """`open` a new parcel, `correct` a known one; `verb()` is what F9 does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shipment: Shipment | None = None
        self.title = label("", "title")
        self.direction = Pick(_("方向"), [(one, told) for one, told in WAYS.items()])
        self.carrier = Pick(_("承运人"), [(one.code, one.name) for one in CARRIERS])
        self._law = label("", "quiet", wrap=True)
        self.reason = Field(_("不用邮政的理由（主管填写）"))
        self.waybill = Field(_("运单号"), _("扫码或手输；没有就先空着"))
        self.pickup = Field(_("上门取件时间"), _("如：明天 9:00–12:00"))
        self.weight = Field(_("重量（克）"), _("可不填"))
        self.person = AddressFields(desk)
        self.reach = label("", "good", wrap=True)
        self.exception = Field(_("超出范围仍要寄的理由（主管填写）"))
        self._here = label("", "quiet", wrap=True)
        self._hall = Address()
        self.contents = Contents(desk)
        self.button = KeyButton("save_form", _("保存"), primary=True)
        self._build()
        self._connect()

    def open(self, told: ShipmentCreated, case: str = "") -> None:
        """A new parcel, filled with what is known."""
        self._shipment = None
        self.title.setText(_("新建快递"))
        self._show(told, [case] if case else [])
        for widget in (self.direction, self.pickup, self.person, self._here):
            widget.setVisible(True)
        self.waybill.line.setFocus()

    def correct(self, shipment: Shipment) -> None:
        """Carrier, waybill number and contents may be corrected; the ends stay."""
        self._shipment = shipment
        self.title.setText(_("更正快递 {number}").format(number=shipment.number))
        told = ShipmentCreated(
            direction=shipment.direction, carrier=shipment.carrier, contents=shipment.contents,
            waybill=shipment.waybill, justification=shipment.justification,
            weight=shipment.weight, coverage_reason=shipment.coverage_reason,
        )  # fmt: skip
        self._show(told, list(shipment.cases))
        for widget in (self.direction, self.pickup, self.person, self._here):
            widget.setVisible(False)
        self.waybill.line.setFocus()

    def verb(self) -> Callable[[], Sent]:
        """Create or amend, with what stands on the screen."""
        office, clerk, known = self._desk.office, self._desk.acting, self._shipment
        if known is None:
            told = self._created()
            return lambda: shipments.create(office, clerk, told)
        amended = self._amended(known)
        return lambda: shipments.amend(office, clerk, known.number, amended)

    def take_waybill(self, text: str) -> None:
        """What a scanner read while the form was in front."""
        self.waybill.set_text(text)
        self._check_waybill()

    def _created(self) -> ShipmentCreated:
        inbound = self.direction.value is Direction.INBOUND
        return ShipmentCreated(
            direction=self.direction.value,
            carrier=self.carrier.value,
            contents=self.contents.chosen,
            waybill=self.waybill.text,
            pickup=self.pickup.text,
            justification=self.reason.text if not self.reason.isHidden() else "",
            sender=self.person.address if inbound else self._hall,
            receiver=self._hall if inbound else self.person.address,
            weight=self._grams,
            coverage_reason="" if self.exception.isHidden() else self.exception.text,
        )

    def _amended(self, known: Shipment) -> ShipmentAmended:
        chosen = self.contents.chosen
        return ShipmentAmended(
            waybill=self.waybill.text if self.waybill.text != known.waybill else None,
            carrier=self.carrier.value if self.carrier.value != known.carrier else None,
            contents=chosen if chosen != known.contents else None,
            justification=self.reason.text if not self.reason.isHidden() else "",
            weight=self._grams if self._grams != known.weight else None,
            coverage_reason="" if self.exception.isHidden() else self.exception.text,
        )

    @property
    def _grams(self) -> int:
        """0 where nobody weighed it, or what was typed is no number."""
        told = self.weight.text
        return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else 0

    def look(self) -> None:
        """Whether the free service takes this, before anything is saved."""
        told = replace(self._created(), coverage_reason="")
        if self._shipment is not None:
            told = replace(told, sender=self._shipment.sender, receiver=self._shipment.receiver)
        but = self._shipment.number if self._shipment else ""
        found = self._desk.perform(lambda: coverage.reach(self._desk.office, told, but))
        if found is None:
            return
        self.reach.setText(not_covered(found.gaps) or COVERED)
        wear(self.reach, "warn" if found.gaps else "good")
        self.exception.setVisible(bool(found.gaps) and self._desk.may(Right.COVERAGE))

    def _show(self, told: ShipmentCreated, cases: list[str]) -> None:
        self.direction.set_value(told.direction)
        self.carrier.set_value(told.carrier or DEFAULT_CARRIER)
        self.waybill.set_text(told.waybill)
        self.pickup.set_text(told.pickup)
        self.reason.set_text(told.justification)
        inbound = told.direction is Direction.INBOUND
        self._hall = told.receiver if inbound else told.sender
        self.person.show_address(told.sender if inbound else told.receiver)
        self.contents.start(told.direction, told.contents, cases)
        self.weight.set_text(str(told.weight) if told.weight else "")
        self.exception.set_text(told.coverage_reason)
        self.explain()
        self._check_waybill()

    def explain(self) -> None:
        """Why this carrier; the reason is asked only of those who may give one."""
        outbound = self.direction.value is Direction.OUTBOUND
        self._law.setText(LAW if outbound else FREE_CHOICE)
        self.person.set_title(_("收件人") if outbound else _("寄件人"))
        here = (
            _("由 {name} 寄出　{phone}　{street}")
            if outbound
            else _("寄到 {name}　{phone}　{street}")
        )
        hall = self._hall
        self._here.setText(here.format(name=hall.name, phone=hall.phone, street=hall.street))
        other = outbound and not carrier(self.carrier.value).postal
        self.reason.setVisible(other and self._desk.may(Right.CARRIER_EXCEPTION))
        self.look()

    def _check_waybill(self) -> None:
        if not self.waybill.text:
            self.waybill.warn(None)
            return
        verdict = check_waybill(self.waybill.text)
        self.waybill.warn(verdict.level, verdict_sentence(verdict))
        if verdict.level is Level.ERROR:
            return
        owner = shipments.waybill_owner(self._desk.office, self.carrier.value, self.waybill.text)
        if owner and (self._shipment is None or owner != self._shipment.number):
            self.waybill.warn(Level.ERROR, _("已用于 {number}").format(number=owner))

    def _turned(self, direction: Direction) -> None:
        """The hall and the applicant change ends."""
        self.contents.turn(direction)
        self.explain()

    def _connect(self) -> None:
        self.direction.picked.connect(self._turned_once)
        self.carrier.picked.connect(lambda _value: self._carrier_changed())
        self.waybill.edited.connect(lambda _text: self._check_waybill())
        self.waybill.finished.connect(self.waybill.line.focusNextChild)
        self.person.changed.connect(self.look)
        self.weight.line.editingFinished.connect(self.look)

    def _turned_once(self, direction: Direction) -> None:
        if direction is not self.contents.direction:
            self._turned(direction)

    def _carrier_changed(self) -> None:
        self.explain()
        self._check_waybill()

    def _build(self) -> None:
        left = QWidget()
        fields = column(left, gap=2)
        pair = row(gap=3)
        pair.addWidget(self.direction, 1)
        pair.addWidget(self.carrier, 1)
        fields.addLayout(pair)
        for widget in (self._law, self.reason, self.waybill):
            fields.addWidget(widget)
        when = row(gap=3)
        when.addWidget(self.pickup, 2)
        when.addWidget(self.weight, 1)
        fields.addLayout(when)
        parts: tuple[QWidget, ...] = (self.person, self._here)
        for part in parts:
            fields.addWidget(part)
        fields.addStretch(1)
        one, other = frame("panel"), frame("panel")
        beside = column(one, margin=3)
        beside.addWidget(self.title)
        beside.addWidget(scroll_over(left), 1)
        inside = column(other, margin=3)
        inside.addWidget(self.contents, 1)
        inside.addWidget(self.exception)
        foot = row()
        foot.addWidget(self.reach, 1)
        foot.addWidget(label(_("Esc 不保存"), "quiet"))
        foot.addWidget(self.button)
        inside.addLayout(foot)
        across = row(self, gap=2.5)
        across.addWidget(one, 5)
        across.addWidget(other, 6)
        one.setMinimumWidth(unit(90))
