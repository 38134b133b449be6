"""What an applicant reads of a parcel: what happened, and what to do."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.cases.moves import Stage
from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.plain import Plain, Said
from desktop.wording import _
from desktop.wording.labels import carrier_label, label

HAPPENED: dict[Plain, str] = {
    Plain.TO_BE_SENT: _("您的{what}已装好，等快递员来取。"),
    Plain.TO_BE_BROUGHT: _("您要寄来的{what}还没有交给快递员。"),
    Plain.HANDED_OVER: _("您的{what}已交给{carrier}。"),
    Plain.MATERIALS_UNDER_WAY: _("您寄来的{what}正在来大厅的路上。"),
    Plain.MOVING: _("您的{what}正由{carrier}运送。"),
    Plain.DELIVERING: _("快递员正在派送您的{what}。"),
    Plain.SIGNED: _("您的{what}已签收。"),
    Plain.SIGNED_BY_OTHER: _("您的{what}由别人代签了。"),
    Plain.IN_LOCKER: _("您的{what}放进了快递柜或代收点，还不在您手里。"),
    Plain.ARRIVED_HERE: _("您寄来的{what}已送到大厅。"),
    Plain.REJECTED: _("{carrier}说收件人没有收下您的{what}。"),
    Plain.COMING_BACK: _("您的{what}没有送到，正在退回大厅。"),
    Plain.CAME_BACK: _("您的{what}没有送到，已退回大厅。"),
    Plain.TROUBLE: _("您的{what}递送遇到问题，大厅正在找快递公司查。"),
    Plain.LOST: _("{carrier}找不到您的{what}，大厅正在追查。"),
    Plain.CANCELLED: _("这一次寄送取消了。"),
}
TO_DO: dict[Plain, str] = {
    Plain.DELIVERING: _("请保持电话畅通；签收前可以先打开看一看。"),
    Plain.SIGNED_BY_OTHER: _("请向代签的人取回。您没有委托他的话，请马上告诉我们，我们去找回来。"),
    Plain.IN_LOCKER: _("请凭取件码尽快取出。没有取件码，请打快递员电话或告诉我们。"),
    Plain.REJECTED: _("如果不是您拒收的，请告诉我们，可以再送一次，免费。"),
    Plain.CAME_BACK: _("可以再寄一次，免费；也可以到大厅来取。请告诉我们您要哪一样。"),
    Plain.TROUBLE: _("您不用做什么，也不用付费；地址或电话变了请告诉我们。"),
    Plain.LOST: _("不用您付费，丢失的结果由大厅补办；丢失的原件请和我们商量怎么补。"),
    Plain.CANCELLED: _("要改地址或改为自取，请告诉我们。"),
}
WHAT: dict[ContentKind, str] = {
    ContentKind.MATERIAL: _("材料"),
    ContentKind.NOTICE: _("通知或决定书"),
    ContentKind.LICENCE: _("证照"),
    ContentKind.RETURNED: _("原件"),
}
NOTHING_SENT = _("还没有快递。")
FREE = _("寄递免费，来回都是；有人向您收费，请告诉我们。")


def happened(told: Said) -> str:
    """What is known, with the day where there is one."""
    what = "、".join(WHAT[kind] for kind in told.kinds) or _("快件")
    sentence = HAPPENED[told.plain].format(what=what, carrier=carrier_label(told.carrier))
    return (
        _("{at}，{sentence}").format(at=moment(told.at), sentence=sentence) if told.at else sentence
    )


def to_do(told: Said) -> str:
    """Empty where nothing is asked of the applicant."""
    return TO_DO.get(told.plain, "")


def carried_by(told: Said) -> str:
    """The carrier and the number to ask it by."""
    if not told.waybill:
        return carrier_label(told.carrier)
    return _("{carrier}　运单号 {waybill}").format(
        carrier=carrier_label(told.carrier), waybill=told.waybill
    )


def case_line(item: str, stage: Stage | None) -> str:
    """Empty for a parcel of no case."""
    return _("{item}：{stage}").format(item=item, stage=label(stage)) if stage else item


def moment(at: datetime) -> str:
    """11月24日 16:05."""
    return _("{month}月{day}日 {time}").format(month=at.month, day=at.day, time=f"{at:%H:%M}")
