"""寄递送达: the waybill under which the result travels, and how far it has come."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.days import BEIJING
from desktop.ui.pages.courier.columns import TONES, stage_text
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, label, wear
from desktop.wording import _
from desktop.wording.guidance.items import verdict_sentence


class Post(QWidget):
    """By post it is served on the day on which it is signed for, not the day it is sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waybill = Field(_("运单号"), _("扫码或手输；没有快递按 F5 建"))
        self.receiver = Field(_("收件人"))
        self.button = KeyButton("ship", _("免费寄递"))
        self._way = label("", wrap=True)
        inside = column(self, gap=2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(3))
        grid.addWidget(self.waybill, 0, 0)
        grid.addWidget(self.receiver, 0, 1)
        for place in range(2):
            grid.setColumnStretch(place, 1)
        inside.addLayout(grid)
        inside.addWidget(self._way)
        grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignBottom)
        self.waybill.edited.connect(lambda _text: self.judge())
        for field in (self.waybill, self.receiver):
            field.finished.connect(field.line.focusNextChild)

    def open(self, case: Case) -> None:
        self.waybill.set_text("")
        self.receiver.set_text(case.delivery.receiver or case.applicant.name)

    def take_parcel(self, parcel: Shipment | None) -> date | None:
        """The parcel that holds the result; answers the day it was signed for. What was typed
        stays.
        """
        if parcel is None:
            self._say(_("○ 还没有装着结果的快递，按 F5 免费寄递。"), "warn")
            return None
        if not self.waybill.text:
            self.waybill.set_text(parcel.waybill)
        self.judge()
        if parcel.stage is not ShipmentStage.SIGNED:
            told = _("快递 {number}：{stage}。签收之日才是送达之日，请签收后再登记。")
            self._say(
                told.format(number=parcel.number, stage=stage_text(parcel.stage)),
                TONES[parcel.stage][1],
            )
            return None
        moment = parcel.moved_at or parcel.created_at
        signed = moment.astimezone(BEIJING).date()
        told = _("快递 {number} 已于 {day} 签收，送达日期按这一天。")
        self._say("✓ " + told.format(number=parcel.number, day=signed), "good")
        return signed

    def take_number(self, text: str) -> None:
        """What a scanner read."""
        self.waybill.set_text(text)
        self.judge()

    def judge(self) -> None:
        """The verdict on the number while it is typed."""
        if not self.waybill.text:
            self.waybill.warn(None)
            return
        verdict = check_waybill(self.waybill.text)
        self.waybill.warn(verdict.level, verdict_sentence(verdict))

    def _say(self, words: str, role: str) -> None:
        self._way.setText(words)
        wear(self._way, role)
