"""Acts of parcels, each in one sentence for histories and logs (`wording.acts` knows them by their
argument's type).
"""

from __future__ import annotations

from desktop.domain.courier import entries as courier
from desktop.wording import _
from desktop.wording.labels import carrier_label, label
from desktop.wording.papers import content_text

ACTS: dict[str, str] = {
    "shipment.created": _("登记快件"),
    "shipment.amended": _("更正快件"),
    "shipment.moved": _("快件进展"),
    "shipment.tracked": _("快递动态"),
    "shipment.handed_over": _("交接快件"),
}


def shipped(told: courier.ShipmentCreated) -> str:
    parts = [label(told.direction), carrier_label(told.carrier), _waybill(told.waybill)]
    if told.contents:
        parts.append("、".join(map(content_text, told.contents)))
    if told.justification:
        parts.append(_("不经邮政的理由：{text}").format(text=told.justification))
    return "；".join(part for part in parts if part) + _("；对申请人免费")


def amended(told: courier.ShipmentAmended) -> str:
    parts = []
    if told.waybill is not None:
        parts.append(_waybill(told.waybill) or _("运单号清空"))
    if told.carrier is not None:
        parts.append(carrier_label(told.carrier))
    if told.contents is not None:
        parts.append(_("内件：{names}").format(names="、".join(map(content_text, told.contents))))
    return "；".join(parts)


def moved(told: courier.ShipmentMoved) -> str:
    by = f"（{label(told.signed_by)}）" if told.signed_by else ""
    return label(told.stage) + by


def tracked(told: courier.ShipmentTracked) -> str:
    """Codes nobody knows how to read stay as the carrier wrote them."""
    parts = []
    for one in told.events:
        by = f"（{label(one.signed_by)}）" if one.signed_by else ""
        known = label(one.stage) + by if one.stage else ""
        parts.append(known or _("未识别（{code}）").format(code=one.code or "—"))
    if told.aborted:
        parts.append(_("承运人查询已中止"))
    return "、".join(parts)


def handed_over(told: courier.ParcelsHandedOver) -> str:
    differences = _("；差异：{text}").format(text=told.differences) if told.differences else ""
    return (
        _("{carrier} {n} 件，揽收员 {courier}").format(
            carrier=carrier_label(told.carrier), n=len(told.shipments), courier=told.courier or "—"
        )
        + differences
    )


def _waybill(number: str) -> str:
    return _("运单 {number}").format(number=number) if number else ""


SENTENCES = (shipped, amended, moved, tracked, handed_over)
