"""Acts of arrivals, each in one sentence for histories and logs, and what may be refused."""

from __future__ import annotations

from desktop.domain.courier.arrivals import entries as arrivals
from desktop.domain.courier.arrivals.entries import Condition
from desktop.domain.days import BEIJING
from desktop.wording import _
from desktop.wording.labels import label

ACTS: dict[str, str] = {
    "shipment.registered": _("到件登记"),
    "shipment.matched": _("到件认领"),
    "shipment.unmatched": _("撤销认领"),
    "shipment.sent_on": _("到件退转"),
}
REFUSALS: dict[str, str] = {
    "parcel_registered": _("运单 {waybill} 已由 {clerk} 于 {at} 登记为到件 {shipment}，不用再登。"),
    "parcel_is_ours": _(
        "运单 {waybill} 是本厅寄出的快递 {shipment}，退回来了：请打开它，按 F3 登记「已退回」。"
    ),
    "no_pieces": _("件数至少是 1，请核对。"),
    "not_registered": _("快递 {shipment} 还没有到件登记，请先登记。"),
    "already_claimed": _("到件 {shipment} 已认领到办件 {case}。"),
    "not_claimed": _("这项认领不在，或材料已收入办件，不能撤销。"),
    "parcel_gone": _("到件 {shipment} 已{way}，不在本厅。"),
    "parcel_claimed": _("到件 {shipment} 已认领，不能退转；认错了请先撤销认领。"),
    "sender_unknown": _("到件 {shipment} 没有寄件人，请按面单补上再退回。"),
    "hall_missing": _("请写明转交给哪个大厅。"),
}


def registered(told: arrivals.ParcelRegistered) -> str:
    at = told.signed_at.astimezone(BEIJING)
    parts = [_("{at} 签收，{n} 件").format(at=f"{at:%Y-%m-%d %H:%M}", n=told.pieces)]
    if told.received_by:
        parts.append(_("签收人 {name}").format(name=told.received_by))
    if told.condition is not Condition.INTACT:
        parts.append(_("外包装{condition}").format(condition=label(told.condition)))
    parts.append(_("事先建单") if told.announced else _("未事先建单"))
    return "；".join(parts)


def matched(told: arrivals.ParcelMatched) -> str:
    where = _("办件 {case}").format(case=told.case) if told.case else _("在办草稿")
    why = "、".join(map(label, told.reasons))
    done = _("材料已收入") if told.taken else ""
    return "；".join(part for part in (where, why, done) if part)


def unmatched(told: arrivals.ParcelUnmatched) -> str:
    where = _("办件 {case}").format(case=told.case) if told.case else _("在办草稿")
    return "；".join(part for part in (where, told.reason) if part)


def sent_on(told: arrivals.ParcelSentOn) -> str:
    out = _("快递 {number}").format(number=told.shipment) if told.shipment else ""
    return "；".join(part for part in (label(told.way), told.hall, out, told.reason) if part)


SENTENCES = (registered, matched, unmatched, sent_on)
