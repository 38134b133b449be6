"""日结, 交班 and accounts: names of the acts, one sentence of each."""

from __future__ import annotations

from desktop.domain.halls import entries as halls
from desktop.domain.supervision.closing.entries import DayClosed, ShiftHandedOver
from desktop.domain.supervision.closing.figures import Figure, total
from desktop.wording import _
from desktop.wording.labels import label

ACTS: dict[str, str] = {
    "clerk.set": _("设置工作人员"),
    "clerk.signed_in": _("登录"),
    "clerk.secret_set": _("更换密码"),
    "day.closed": _("日结"),
    "shift.handed_over": _("交班"),
}


def clerk_set(told: halls.ClerkSet) -> str:
    parts = [
        _("{name}（{code}），{role}").format(name=told.name, code=told.code, role=label(told.role))
    ]
    if told.window:
        parts.append(_("默认 {n} 号窗口").format(n=told.window))
    if told.leave_first is not None:
        last = _(" 至 {day}").format(day=told.leave_last) if told.leave_last else _(" 起")
        parts.append(_("休假 {first}").format(first=told.leave_first) + last)
    if not told.active:
        parts.append(_("已停用"))
    return "，".join(parts)


def signed_in(told: halls.ClerkSignedIn) -> str:
    text = _("{code} 在 {window} 窗口登录").format(code=told.code, window=told.window)
    wrong = _("，此前输错 {n} 次").format(n=told.failures) if told.failures else ""
    return text + wrong + (_("，休假期间") if told.on_leave else "")


def secret_set(told: halls.ClerkSecretSet) -> str:
    return f"{told.code}：{label(told.change)}"


def day_closed(told: DayClosed) -> str:
    where = _("{n} 号窗口").format(n=told.window) if told.window else _("全厅")
    again = _("（第 {n} 次）").format(n=told.ordinal) if told.ordinal > 1 else ""
    sums = dict(zip(Figure, total(told.tallies), strict=True))
    figures = "、".join(f"{label(one)} {n}" for one, n in sums.items() if n)
    carried = _("结转 {n} 项").format(n=len(told.carried)) if told.carried else _("无结转")
    return "；".join(
        part for part in (f"{told.day} {where}{again}", figures, carried, told.paper) if part
    )


def shift_over(told: ShiftHandedOver) -> str:
    return _("{giver} 交给 {to}，{n} 项；{paper}").format(
        giver=told.giver, to=told.to, n=len(told.lines), paper=told.paper
    )


SENTENCES = (clerk_set, signed_in, secret_set, day_closed, shift_over)
