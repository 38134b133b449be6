"""Short texts of a theme that the window, the picture and the paper share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.themes.entries import ThemeMember
from desktop.domain.themes.gantt import Bar, Gantt
from desktop.domain.themes.progress import DaysUsed
from desktop.wording import _
from desktop.wording.labels import label


def days_text(days: int) -> str:
    """7 天; a limit of no day is 当场."""
    return _("{n} 天").format(n=days) if days else _("当场")


def bar_text(bar: Bar) -> str:
    """7 天 · 关键; of a theme case, how it stands."""
    parts = [days_text(bar.days)]
    if bar.critical and bar.days:
        parts.append(_("关键"))
    if bar.optional:
        parts.append(_("可选"))
    if bar.standing is not None:
        parts.append(label(bar.standing))
    return " · ".join(parts)


def total_text(told: Gantt) -> str:
    return _("一件事办理 {n} 天").format(n=told.total)


def serial_text(told: Gantt) -> str:
    return _("逐项办理 {n} 天").format(n=told.serial)


def used_text(told: Gantt) -> str:
    """已用 3 天 of a theme case; empty of a plan."""
    return "" if told.used is None else _("已用 {n} 天").format(n=told.used)


def picture_text(told: Gantt) -> str:
    """The picture for those who do not see it."""
    bars = "；".join(
        _("第 {order} 阶段 {name} {told}").format(order=b.order, name=b.name, told=bar_text(b))
        for b in told.bars
    )
    parts = (total_text(told), serial_text(told), used_text(told), bars)
    return "，".join(part for part in parts if part)


def users_text(uses: Iterable[str], members: Mapping[str, ThemeMember], most: int = 3) -> str:
    """The members that a document serves, by name; many are counted."""
    names = [members[key].item_name for key in uses if key in members]
    if len(names) <= most:
        return "、".join(names)
    return _("{names} 等 {n} 项").format(names="、".join(names[: most - 1]), n=len(names))


def stage_text(one: DaysUsed) -> str:
    """第 2 阶段 承诺 7 天，已用 3 天."""
    told = _("第 {order} 阶段 测算 {days}").format(order=one.order, days=days_text(one.promised))
    if one.used is None:
        return told + _("，未开始")
    return told + _("，已用 {n} 天").format(n=one.used)
