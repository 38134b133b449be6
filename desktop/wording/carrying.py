"""What carriers answered, in words; and how the asking stands, in one quiet line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from desktop.domain.courier.carrying import pickups
from desktop.domain.courier.carrying.pickups import Pickup, PickupState
from desktop.domain.courier.carrying.tracking import Poll, Polls, TrackOutcome
from desktop.domain.days import BEIJING
from desktop.wording import _

_O, _P = TrackOutcome, PickupState
CARRYING: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    TrackOutcome: {
        _O.TOLD: _("有答复"),
        _O.NOTHING: _("还查不到"),
        _O.LOCKED: _("单号被锁，半小时后再查"),
        _O.DENIED: _("客户号或密钥不被接受"),
        _O.REJECTED: _("单号、承运人或电话对不上"),
        _O.NO_PHONE: _("这家要收寄件人电话才查得到"),
        _O.FAILED: _("对方系统出错"),
        _O.TIMED_OUT: _("超时"),
        _O.UNREACHABLE: _("连不上"),
        _O.UNREADABLE: _("答复看不懂"),
        _O.OTHER_NUMBER: _("答的不是所问的单号"),
    },
    PickupState: {
        _P.ASKED: _("已发出，等答复"),
        _P.PLACED: _("下单成功"),
        _P.TAKEN: _("已接单"),
        _P.COMING: _("收件中"),
        _P.PICKED_UP: _("已取件"),
        _P.MOVING: _("运输中"),
        _P.FAILED: _("揽货失败"),
        _P.RETURNED: _("已退回"),
        _P.SIGNED: _("已签收"),
        _P.SIGNED_ODDLY: _("异常签收"),
        _P.WITHDRAWN: _("用户已取消"),
        _P.CANCELLED: _("已取消"),
        _P.REFUSED: _("没有接受"),
    },
}
ACTS: dict[str, str] = {
    "shipment.pickup_ordered": _("约上门取件"),
    "shipment.pickup_told": _("取件进展"),
    "shipment.pickup_cancelled": _("取消取件"),
}

REFUSALS: dict[str, str] = {
    "push_unsigned": _("这条推送的签名不对，没有采用。请核对推送密钥（salt）是否与订阅时一致。"),
    "push_unreadable": _("这条推送看不懂，没有采用。请把它存下来交给技术人员。"),
    "no_waybill": _(
        "快件 {shipment} 还没有运单号，或这家承运人不能查询，订阅不了。请先补运单号（F8）。"
    ),
    "no_carrier_service": _(
        "没有设置承运人查询，请手工登记进度（F3），或请主管用 ./run courier credentials 设置。"
    ),
    "pickup_by_hand": _("这家承运人不能在这里约取件，请打电话约，再按 F3 登记。"),
    "pickup_open": _("已经约过取件（{order}），不能再约。要改时间，先取消。"),
    "pickup_over": _("没有可以取消的取件（{order}）。"),
    "pickup_stage": _("快件已经是“{stage}”，不能约上门取件。"),
    "pickup_address": _("约取件要有收寄双方的姓名、电话和地址，请新建快递时填全。"),
    "pickup_past": _("取件时间不能早于现在，请改晚一点。"),
    "pickup_window": _("取件时段要在同一天，从早到晚，今天、明天或后天。"),
    "pickup_hours": _("这家承运人 {opens} 至 {closes} 上门取件，请改时段。"),
    "pickup_reason": _("请写明为什么取消取件。"),
    "carrier_credentials": _("还没有填全承运人查询的客户号和密钥，请一并填写。"),
}


def polls_text(polls: Polls, at: datetime) -> str:
    """`承运人查询：上次 14:05，在查 31 件；失败 2 件（超时），14:35 再试`."""
    parts = []
    if polls.asked_at is not None:
        parts.append(_("上次 {time}").format(time=_time(polls.asked_at, at)))
    parts.append(_("在查 {n} 件").format(n=polls.waiting))
    line = _("承运人查询：") + "，".join(parts)
    worst = polls.worst
    if worst is not None:
        why = CARRYING[TrackOutcome][worst.outcome] if worst.outcome else ""
        line += _("；{n} 件没有查到（{why}），{time} 再试").format(
            n=polls.failing, why=why, time=_time(worst.next_at, at)
        )
    if polls.kept:
        line += _("；收到 {n} 条对不上运单号的推送").format(n=polls.kept)
    return line


def poll_text(poll: Poll, at: datetime) -> str:
    """`上次 14:05，失败 2 次（超时），14:35 再试`."""
    line = _("上次 {time}").format(time=_time(poll.asked_at, at))
    if poll.failures and poll.outcome:
        why = CARRYING[TrackOutcome][poll.outcome]
        line += _("，失败 {n} 次（{why}），{time} 再试").format(
            n=poll.failures, why=why, time=_time(poll.next_at, at)
        )
    return line


def _time(moment: datetime, at: datetime) -> str:
    """With its day where that is not today."""
    local, today = moment.astimezone(BEIJING), at.astimezone(BEIJING).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%m-%d %H:%M}"


def pickup_text(pickup: Pickup) -> str:
    """`11-25 09:00–11:00，已接单，快递员 …`; a code nobody reads stays as written."""
    parts = [window_text(pickup.begins, pickup.ends), CARRYING[PickupState][pickup.state]]
    if pickup.cancelling and pickup.open:
        parts.append(_("正在取消"))
    if pickup.courier and pickup.open:
        parts.append(_("快递员 {who}").format(who=pickup.courier))
    if pickup.reason and not pickup.open:
        parts.append(pickup.reason)
    return "，".join(parts)


def window_text(begins: datetime, ends: datetime) -> str:
    first, last = begins.astimezone(BEIJING), ends.astimezone(BEIJING)
    return f"{first:%m-%d %H:%M}–{last:%H:%M}"


def pickup_ordered(told: pickups.PickupOrdered) -> str:
    return _("{window}，单号 {order}").format(
        window=window_text(told.begins, told.ends), order=told.order
    )


def pickup_told(told: pickups.PickupTold) -> str:
    known = CARRYING[PickupState][told.state] if told.state else ""
    state = known or _("未识别（{code}）").format(code=told.code or "—")
    return "：".join(part for part in (state, told.reason) if part)


def pickup_cancelled(told: pickups.PickupCancelled) -> str:
    return _("理由：{reason}").format(reason=told.reason or "—")


SENTENCES = (pickup_ordered, pickup_told, pickup_cancelled)
