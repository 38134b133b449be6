"""Acts of halls together, each in one sentence for histories and logs."""

from __future__ import annotations

from desktop.domain.exchange import entries as exchange
from desktop.wording import _

ACTS: dict[str, str] = {
    "hub.joined": _("加入联网中心"),
    "hub.code_issued": _("发放注册码"),
    "hub.device_revoked": _("停用设备"),
    "hub.order_retold": _("中心重排次序"),
    "bundle.written": _("写出交换包"),
    "bundle.taken": _("收入交换包"),
    "disagreement.settled": _("处理分歧"),
}


def joined(told: exchange.HubJoined) -> str:
    return _("{hall_name}（{hall}），设备 {device}").format(
        hall_name=told.hall_name, hall=told.hall, device=told.device
    )


def code_issued(told: exchange.CodeIssued) -> str:
    return _("{hall_name}（{hall}），{until} 前有效").format(
        hall_name=told.hall_name, hall=told.hall, until=f"{told.until:%Y-%m-%d %H:%M}"
    )


def device_revoked(told: exchange.DeviceRevoked) -> str:
    return _("{device}：{reason}").format(device=told.device, reason=told.reason)


def order_retold(told: exchange.OrderRetold) -> str:
    return _("{hall} 自第 {place} 条起按恢复后的中心重新确认，没有丢失").format(
        hall=told.hall, place=told.place + 1
    )


def written(told: exchange.BundleWritten) -> str:
    return _("{n} 条，给 {halls}").format(n=told.entries, halls="、".join(told.recipients))


def taken(told: exchange.BundleTaken) -> str:
    return _("来自设备 {device}，新收 {n} 条").format(device=told.device, n=told.new)


def settled(told: exchange.DisagreementSettled) -> str:
    kept = _("以在先的为准") if told.stands == told.first else _("以在后的为准")
    return _("{kept}；{done}；理由：{reason}").format(kept=kept, done=told.done, reason=told.reason)


SENTENCES = (joined, code_issued, device_revoked, order_retold, written, taken, settled)
