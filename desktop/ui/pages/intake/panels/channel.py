"""渠道: at the counter or by courier; then under which waybill, and when the hall signed for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.domain.cases.draft import Channel, Draft
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.days import BEIJING
from desktop.domain.days.counting import day_zero
from desktop.domain.identity.verdict import Level
from desktop.services.courier.arrivals import taking_in
from desktop.services.courier.arrivals.registering import registered_as
from desktop.services.office import Office
from desktop.ui.pages.intake.session import Session
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.moment import MomentField
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.guidance.items import verdict_sentence
from desktop.wording.labels import label as word

CHANNELS = tuple((one.value, word(one)) for one in (Channel.COUNTER, Channel.COURIER))


class ChannelPart(QWidget):
    """A part of 谁来办. `chips` and `waybill` are stops of the panel's walk."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chips = Chips()
        self.chips.setAccessibleName(_("材料怎么来的？"))
        self.waybill = Field(_("运单号"), _("扫码或手输"))
        self.at = MomentField(_("签收时刻"))
        self._told = label("", "quiet", wrap=True)
        inside = column(self, gap=2)
        self._courier = QWidget()
        fields = column(self._courier, gap=1)
        pair = row(gap=3)
        pair.addWidget(self.waybill, 1)
        pair.addWidget(self.at)
        fields.addLayout(pair)
        fields.addWidget(self._told)
        inside.addWidget(self._courier)
        self.chips.answered.connect(self._chosen)
        self.waybill.edited.connect(self._typed)
        self.at.edit.editingFinished.connect(self._timed)

    def refresh(self) -> None:
        """The draft changed, perhaps by undo: show what it holds."""
        draft = self._session.draft
        if draft is None:
            return
        courier = draft.channel is Channel.COURIER
        shown = draft.channel.value if courier else Channel.COUNTER.value
        self.chips.offer(CHANNELS, (shown,))
        self._courier.setVisible(courier)
        if not courier:
            return
        self.waybill.set_text(draft.waybill)
        if not self.at.edit.hasFocus():
            self.at.start(draft.happened_at or self._session.desk.office.now())
        self.at.setVisible(not draft.parcel)
        self._judge(draft)

    def _judge(self, draft: Draft) -> None:
        if draft.parcel:
            self.waybill.warn(Level.OK, _("已登记到件"))
        elif draft.waybill:
            verdict = check_waybill(draft.waybill)
            self.waybill.warn(verdict.level, verdict_sentence(verdict))
        else:
            self.waybill.warn(None)
        told = received_words(self._session.desk.office, draft)
        at = draft.happened_at or self._session.desk.office.now()
        more = (
            _("{at:%m-%d %H:%M} 签收").format(at=at.astimezone(BEIJING))
            if draft.parcel
            else _("这个运单没有到件登记，请核对签收时刻")
        )
        self._told.setText(_("收到日　{told}　{more}。").format(told=told, more=more))

    def _chosen(self, chosen: tuple[str, ...]) -> None:
        draft = self._session.draft
        if draft is None:
            return
        if chosen[0] == Channel.COUNTER:
            after = taking_in.without_parcel(draft)
        else:
            after = replace(draft, channel=Channel.COURIER)
        self._session.change(_("渠道：{how}").format(how=word(after.channel)), after)

    def _typed(self, text: str) -> None:
        """A waybill that was registered brings its day along."""
        draft, office = self._session.draft, self._session.desk.office
        if draft is None:
            return
        known = registered_as(office, text)
        if known and known != draft.parcel:
            after = taking_in.with_parcel(office, draft, known)
        elif known:
            return
        else:
            at = None if draft.parcel else draft.happened_at
            after = replace(draft, waybill=self.waybill.text, parcel="", happened_at=at)
        self._session.change(_("运单号"), after, merge=True)

    def _timed(self) -> None:
        draft, at = self._session.draft, self.at.moment
        if draft is not None and at is not None and not draft.parcel:
            self._session.change(_("签收时刻"), replace(draft, happened_at=at), merge=True)


def received_words(office: Office, draft: Draft) -> str:
    """`11月20日（快递签收日）`: day 0 of what the draft takes in."""
    at: datetime = draft.happened_at or office.now()
    zero = day_zero(at, office.rule)
    courier = draft.channel is Channel.COURIER
    why = _("快递签收日") if courier else _("窗口收件日")
    if zero != at.astimezone(BEIJING).date():
        why = _("闭门后签收，次日起算") if courier else _("闭门后收件，次日起算")
    if draft.channel is Channel.LATE_ENTRY:
        why = _("补录")
    return _("{day:%m月%d日}（{why}）").format(day=zero, why=why)
