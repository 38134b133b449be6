"""How a station stands with its hub, in the status strip and on the page."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.days import BEIJING
from desktop.domain.exchange.membership import Contact, Standing
from desktop.domain.exchange.rows import PastRound
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.refusals import sentence


def moment_text(at: datetime | None, now: datetime) -> str:
    """`14:05` today, else `11-23 14:05`, of another year the day alone; empty for never."""
    if at is None:
        return ""
    there, here = at.astimezone(BEIJING), now.astimezone(BEIJING)
    if there.date() == here.date():
        return f"{there:%H:%M}"
    return f"{there:%m-%d %H:%M}" if there.year == here.year else f"{there:%Y-%m-%d}"


def strip_text(contact: Contact, waiting: int, standing: Standing, now: datetime) -> str:
    """`在线 · 12 条待同步 · 上次 14:05`; alone says only that."""
    parts = [label(contact)]
    if contact is Contact.ALONE:
        return parts[0]
    parts.append(_("{n} 条待同步").format(n=waiting) if waiting else _("已同步"))
    if standing.whole_at is not None:
        parts.append(_("上次 {at}").format(at=moment_text(standing.whole_at, now)))
    return " · ".join(parts)


def as_of_text(at: datetime | None, now: datetime) -> str:
    """Of a list that the main hall publishes: how new it is here at the least."""
    if at is None:
        return _("主厅发布的内容还没有交换过。")
    return _("主厅发布的内容截至 {at} 的交换。").format(at=moment_text(at, now))


def why_text(standing: Standing) -> str:
    """The sentence of the refusal that the last round ended with; empty where it went through."""
    return sentence(Refusal(standing.why, **standing.data)) if standing.why else ""


def next_text(standing: Standing, now: datetime) -> str:
    """When it is tried again by itself."""
    if standing.stopped:
        return _("不会自动再试，处理后按 F5。")
    at = standing.next_at()
    if at is None or at <= now:
        return _("马上再试。")
    return _("{at} 自动再试。").format(at=f"{at.astimezone(BEIJING):%H:%M:%S}")


def past_text(told: PastRound) -> str:
    """What a round moved, or why it did not go."""
    if told.why:
        words = sentence(Refusal(told.why, **(told.data or {})))
    elif told.pushed or told.pulled:
        words = _("发出 {pushed} 条，收到 {pulled} 条").format(
            pushed=told.pushed, pulled=told.pulled
        )
    else:
        words = _("没有新内容")
    return (
        words if told.times == 1 else _("{words}（连续 {n} 次）").format(words=words, n=told.times)
    )
