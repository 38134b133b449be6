"""What carriers answered, in words; and how the asking stands, in one quiet line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from desktop.domain.courier.tracking import Poll, Polls, TrackOutcome
from desktop.domain.days import BEIJING
from desktop.wording import _

_O = TrackOutcome
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
}

REFUSALS: dict[str, str] = {
    "push_unsigned": _("这条推送的签名不对，没有采用。请核对推送密钥（salt）是否与订阅时一致。"),
    "push_unreadable": _("这条推送看不懂，没有采用。请把它存下来交给技术人员。"),
    "no_carrier_service": _(
        "没有设置承运人查询，请手工登记进度（F3），或请主管用 ./run courier credentials 设置。"
    ),
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
    """`承运人查询：上次 14:05，失败 2 次（超时），14:35 再试`."""
    line = _("上次 {time}").format(time=_time(poll.asked_at, at))
    if poll.failures and poll.outcome:
        why = CARRYING[TrackOutcome][poll.outcome]
        line += _("，失败 {n} 次（{why}），{time} 再试").format(
            n=poll.failures, why=why, time=_time(poll.next_at, at)
        )
    return _("承运人查询：") + line


def _time(moment: datetime, at: datetime) -> str:
    """With its day where that is not today."""
    local, today = moment.astimezone(BEIJING), at.astimezone(BEIJING).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%m-%d %H:%M}"
