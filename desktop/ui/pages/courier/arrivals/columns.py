"""Columns of arrivals and of what they may belong to."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.arrivals.owed import Owed
from desktop.domain.handling.alert import Alert
from desktop.services.courier.arrivals.matching import Candidate
from desktop.services.courier.arrivals.waiting import Waiting
from desktop.ui.pages.cases.columns import moment, stage_text
from desktop.ui.widgets.alerts import ALERTS
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

_A = ArrivalState
TONES: dict[ArrivalState, tuple[str, str]] = {
    _A.WAITING: ("○", "warn"),
    _A.CLAIMED: ("●", "info"),
    _A.TAKEN: ("✓", "good"),
    _A.RETURNED: ("→", "quiet"),
    _A.FORWARDED: ("→", "quiet"),
}


def state_text(state: ArrivalState) -> str:
    """`○ 待认领`."""
    return f"{TONES[state][0]} {word(state)}"


def left_text(told: Owed) -> str:
    """`◆ 11-27 剩 1 天`: the last day to tell what lacks, with its alert; never colour alone."""
    left = _("剩 {n} 天").format(n=told.left) if told.left else _("今天")
    if told.alert is Alert.OVERDUE:
        left = _("已过")
    return f"{ALERTS[told.alert][0]} {told.due:%m-%d} {left}"


def _left(one: Waiting) -> str:
    return left_text(one.owed) if one.answerable else "—"


def _tone(one: Waiting) -> str:
    return ALERTS[one.owed.alert][1] if one.answerable else "quiet"


WAITING: tuple[Column, ...] = (
    Column(_("签收"), lambda one: moment(one.row.signed_at), 6),
    Column(_("寄件人"), lambda one: one.row.sender or _("未写"), 4),
    Column(_("运单号"), lambda one: one.row.waybill, spare=True),
    Column(_("告知期限"), _left, 8, tone=_tone),
    Column(_("下一步"), lambda one: word(one.owed.step), 8),
    Column(_("登记人"), lambda one: one.row.clerk, 3, spare=True),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a parcel may belong, or (`claimed`) does; `taken`: its contents are in the case."""

    candidate: Candidate
    claimed: bool = False
    taken: bool = False
    names: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        return self.candidate.key


def _where(one: Place) -> str:
    return one.candidate.case or _("草稿")


def _standing(one: Place) -> str:
    if one.taken:
        return _("✓ 材料已收入")
    if one.claimed:
        return _("● 已认领")
    return "、".join(word(reason) for reason in one.candidate.reasons)


PLACES: tuple[Column, ...] = (
    Column(_("办件"), _where, 12),
    Column(_("事项"), lambda one: one.candidate.item_name),
    Column(_("办到哪"), lambda one: stage_text(one.candidate.stage), 5),
    Column(
        _("依据"), _standing, 10,
        tone=lambda one: "good" if one.taken or one.claimed else "",
    ),
)  # fmt: skip
