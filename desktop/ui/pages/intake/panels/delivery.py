"""怎么拿结果: 自取 or 免费寄递. Name, telephone and address are asked for the courier alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.domain.cases.draft import Delivery, Draft, Way
from desktop.domain.identity.party import Presence
from desktop.services.courier import coverage
from desktop.ui.pages.intake.panels.form import Walk
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import column, label, wear
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.parcels.coverage import COVERED, not_covered

WAYS = tuple((way.value, word(way)) for way in (Way.PICKUP, Way.COURIER))


class DeliveryPanel(QScrollArea):
    """`finished` once the way is known with all it needs."""

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.way = Chips()
        self.way.setAccessibleName(_("怎么拿结果？"))
        self.receiver = Field(_("收件人"))
        self.phone = Field(_("收件电话"))
        self.address = Field(_("收件地址"))
        self._note = label(role="quiet", wrap=True)
        self.reach = label(role="quiet", wrap=True)
        self._looked = ("", "")
        self.setWidgetResizable(True)
        sheet = QWidget()
        inside = column(sheet, gap=3)
        inside.setContentsMargins(0, 0, unit(2), 0)
        inside.addWidget(label(_("怎么拿结果？"), "heading"))
        inside.addWidget(self.way)
        inside.addWidget(self._note)
        for field in (self.receiver, self.phone, self.address):
            inside.addWidget(field)
            field.edited.connect(lambda _text: self._typed())
        inside.addWidget(self.reach)
        inside.addStretch(1)
        self.setWidget(sheet)
        let_through(self)
        self.way.answered.connect(self._answered)
        self._walk = Walk((self.way, self.receiver, self.phone, self.address), self)
        self._walk.finished.connect(self.finished)

    def focus(self, field: str = "") -> None:
        """The way, or the field that a jump names."""
        fields = {
            "delivery.receiver": self.receiver,
            "delivery.phone": self.phone,
            "delivery.address": self.address,
        }
        fields.get(field, self.way).setFocus()

    def choose_courier(self) -> None:
        """F5: the result is to be sent."""
        self._answered((Way.COURIER.value,))
        self._walk.after(self.way)

    def refresh(self) -> None:
        """The draft changed."""
        draft = self._session.draft
        if draft is None:
            return
        delivery = draft.delivery
        chosen = () if delivery.way is Way.UNASKED else (delivery.way.value,)
        self.way.offer(WAYS, chosen, chosen or (Way.PICKUP.value,))
        courier = delivery.way is Way.COURIER
        for field, text in (
            (self.receiver, delivery.receiver),
            (self.phone, delivery.phone),
            (self.address, delivery.address),
        ):
            field.setVisible(courier)
            field.set_text(text)
        if courier:
            told = _("寄递对申请人免费，由大厅付费。通知书、决定书和证照走邮政（EMS）。")
        else:
            told = _("两种方式都不收申请人的钱。")
        self._note.setText(told)
        self.reach.setVisible(courier and bool(delivery.address.strip()))
        self._reach(draft.item, delivery.address)

    def _reach(self, item: str, address: str) -> None:
        """Whether the free service goes there; looked up again only where something changed."""
        if self.reach.isHidden() or self._looked == (item, address):
            return
        self._looked = (item, address)
        found = coverage.reach_of_case(self._session.desk.office, "", item, address)
        self.reach.setText(not_covered(found.gaps) or COVERED)
        wear(self.reach, "warn" if found.gaps else "quiet")

    def _answered(self, chosen: tuple[str, ...]) -> None:
        draft = self._session.draft
        if draft is None:
            return
        way = Way(chosen[0])
        told = _suggested(draft) if way is Way.COURIER else draft.delivery
        words = _("怎么拿结果：{way}").format(way=word(way))
        self._session.change(words, replace(draft, delivery=replace(told, way=way)))

    def _typed(self) -> None:
        draft = self._session.draft
        if draft is not None:
            delivery = replace(
                draft.delivery,
                receiver=self.receiver.text,
                phone=self.phone.text,
                address=self.address.text,
            )
            self._session.change(_("收件信息"), replace(draft, delivery=delivery), merge=True)


def _suggested(draft: Draft) -> Delivery:
    """Whoever is at the counter is the likely receiver; what was typed before stays."""
    agent = draft.presence is Presence.AGENT
    name = draft.agent.name if agent else draft.applicant.name
    phone = draft.agent.phone if agent else draft.applicant.phone
    told = draft.delivery
    return replace(
        told,
        receiver=told.receiver or name,
        phone=told.phone or phone,
        address=told.address or draft.applicant.address,
    )
