"""Text messages to applicants: short, without name, content or number of a document."""

from __future__ import annotations

from desktop.domain.courier.messages import Message, MessagePrepared, Template
from desktop.wording import _
from desktop.wording.labels import label

TEXTS: dict[Template, str] = {
    Template.HANDED_OVER: _(
        "【{hall}】您的办理结果已于{at}交给{carrier}寄出，运单号{waybill}。寄递免费，请勿向任何人付费。"
    ),
    Template.DELIVERING: _(
        "【{hall}】您的快件{waybill}（{carrier}）正在派送，请保持电话畅通，签收前可先验视。"
    ),
    Template.LOCKER: _(
        "【{hall}】您的快件{waybill}已投入快递柜或代收点，请尽快取出；取不到请致电{phone}。"
    ),
    Template.SIGNED: _("【{hall}】您的快件{waybill}已签收。如不是您本人签收，请致电{phone}。"),
    Template.SIGNED_BY_OTHER: _(
        "【{hall}】您的快件{waybill}由他人代签。如您没有委托代收，请致电{phone}。"
    ),
    Template.ARRIVED: _("【{hall}】您寄来的材料（运单号{waybill}）已送到大厅。"),
    Template.TROUBLE: _(
        "【{hall}】您的快件{waybill}（{carrier}）递送遇到问题，大厅正在查，您不用付费；可致电{phone}。"
    ),
    Template.RETURNED: _(
        "【{hall}】您的快件{waybill}未能送达，已退回。请致电{phone}约定再次免费寄送或到大厅领取。"
    ),
}


def message_text(message: Message) -> str:
    """The whole text; without a waybill number our own stands for it."""
    at = message.event_at
    return TEXTS[message.template].format(
        hall=message.hall,
        at=_("{month}月{day}日").format(month=at.month, day=at.day),
        carrier=message.carrier,
        waybill=message.waybill or message.shipment,
        phone=message.hall_phone or message.hall,
    )


def prepared(told: MessagePrepared) -> str:
    """For histories and the log."""
    return _("{name}，发往 {phone}，快递 {number}").format(
        name=label(told.template), phone=told.phone or "—", number=told.shipment
    )
