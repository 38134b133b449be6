"""Acts of halls together, each in one sentence for histories and logs."""

from __future__ import annotations

from desktop.domain.exchange import entries as exchange
from desktop.wording import _

ACTS: dict[str, str] = {
    "hub.joined": _("加入联网中心"),
    "hub.code_issued": _("发放注册码"),
    "hub.device_revoked": _("停用设备"),
    "hub.device_renewed": _("更换设备代码"),
    "number.replaced": _("更换编号"),
    "hub.order_retold": _("中心重排次序"),
    "hub.healed": _("补回中心记录"),
    "bundle.written": _("写出交换包"),
    "bundle.taken": _("收入交换包"),
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


def renewed(told: exchange.DeviceRenewed) -> str:
    return _("原 {follows}，现 {device}；{n} 条改记在新代码下，{m} 个编号更换").format(
        follows=told.follows, device=told.device, n=told.entries, m=told.numbers
    )


def replaced(told: exchange.NumberReplaced) -> str:
    return _("原编号 {printed} 已印在交出的文书上，现为 {number}").format(
        printed=told.printed, number=told.number
    )


def healed(told: exchange.HubHealed) -> str:
    return _(
        "中心缺了 {n} 条已确认的记录，本机已原样补回；若中心没有恢复过备份，请查清是谁删的。"
    ).format(n=told.entries)


def order_retold(told: exchange.OrderRetold) -> str:
    return _("{hall} 自第 {place} 条起按恢复后的中心重新确认，没有丢失").format(
        hall=told.hall, place=told.place + 1
    )


def written(told: exchange.BundleWritten) -> str:
    return _("{n} 条，给 {halls}").format(n=told.entries, halls="、".join(told.recipients))


def taken(told: exchange.BundleTaken) -> str:
    return _("来自设备 {device}，新收 {n} 条").format(device=told.device, n=told.new)


SENTENCES = (
    joined, code_issued, device_revoked, renewed, replaced, order_retold, healed, written, taken,
)  # fmt: skip
