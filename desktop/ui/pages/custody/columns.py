"""Columns of custody's lists, and how urgent things look."""

from __future__ import annotations

from desktop.domain.custody.alarm import Urgency
from desktop.domain.custody.entries import Counted, Found
from desktop.domain.custody.moves import HOME, Whereabouts
from desktop.domain.custody.rows import MisdeliveryRow, PieceRow
from desktop.services.custody.alarms import Away
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word

MARKS: dict[Urgency, tuple[str, str]] = {
    Urgency.OVERDUE: ("▲", "bad"),
    Urgency.SOON: ("●", "warn"),
    Urgency.QUIET: ("○", "quiet"),
}
FOUND: dict[Found, tuple[str, str]] = {
    Found.AS_TOLD: ("✓", "quiet"),
    Found.MISSING: ("×", "bad"),
    Found.EXTRA: ("▲", "warn"),
    Found.OTHER_COUNT: ("▲", "warn"),
    Found.DAMAGED: ("▲", "bad"),
}
TRAVELS = (Whereabouts.BAG, Whereabouts.COURIER, Whereabouts.ASTRAY)
TROUBLE = (Whereabouts.LOST, Whereabouts.ASTRAY)


def short(number: str) -> str:
    """`20261123-A07-P0001`: the hall's own letters are known here."""
    return number.partition("-")[2] or number or "—"


def _place(row: PieceRow) -> str:
    inside = (row.bag or short(row.shipment)) if row.at in TRAVELS else ""
    return f"{word(row.at)} {inside}".strip()


def _tone(row: PieceRow) -> str:
    if row.at in TROUBLE:
        return "bad"
    return "quiet" if row.at in HOME else ""


def _due(one: Away) -> str:
    mark = MARKS[one.alarm.urgency][0]
    day = f"{one.alarm.due:%m-%d}" if one.alarm.due else _("办结后")
    return f"{mark} {day}"


PIECES: tuple[Column, ...] = (
    Column(_("件号"), lambda row: short(row.number), 10),
    Column(_("名称"), lambda row: row.name),
    Column(_("种类"), lambda row: word(row.kind), 5, spare=True),
    Column(_("在哪里"), _place, 13, tone=_tone),
    Column(_("自何时"), lambda row: moment(row.since), 7),
    Column(_("办件"), lambda row: short(row.case), 10, spare=True),
)
AWAY: tuple[Column, ...] = (
    Column(_("期限"), _due, 5, tone=lambda one: MARKS[one.alarm.urgency][1]),
    Column(_("轮到谁"), lambda one: word(one.alarm.turn) if one.alarm.turn else "", 5),
    Column(_("名称"), lambda one: one.row.name),
    Column(_("申请人"), lambda one: one.row.party, 5),
    Column(_("在哪里"), lambda one: _place(one.row), 13, tone=lambda one: _tone(one.row)),
    Column(_("自何时"), lambda one: moment(one.row.since), 7),
    Column(_("件号"), lambda one: short(one.row.number), 10, spare=True),
)


def _stand(row: MisdeliveryRow) -> str:
    if row.closed_on:
        return _("✓ 已结案")
    if row.recalled:
        return _("● 已召回，待结案")
    return _("▲ 待召回") if row.told else _("▲ 待告知、召回")


ASTRAY: tuple[Column, ...] = (
    Column(_("状态"), _stand, 8, tone=lambda row: "quiet" if row.closed_on else "bad"),
    Column(_("快件"), lambda row: short(row.shipment), 10),
    Column(_("承运人"), lambda row: carrier_label(row.carrier), 7, spare=True),
    Column(_("运单号"), lambda row: row.waybill or "—", 9),
    Column(_("收件人"), lambda row: row.party),
    Column(_("发现"), lambda row: f"{row.found_on:%m-%d}", 4),
    Column(_("补寄"), lambda row: short(row.resend), 10),
)
ALONE: tuple[Column, ...] = (
    Column(_("何时"), lambda row: moment(row.at), 7),
    Column(_("做了什么"), lambda row: _("开拆清点") if row.opened else _("封袋或拆封"), 6),
    Column(_("快件"), lambda row: short(row.shipment), 10),
    Column(_("经手人"), lambda row: row.clerk, 4),
    Column(_("单人理由"), lambda row: row.reason),
)
PASSAGES: tuple[Column, ...] = (
    Column(_("时刻"), lambda one: moment(one.at), 7),
    Column(_("经过"), lambda one: word(one.motion), 7),
    Column(_("到了"), lambda one: word(one.to), 5),
    Column(_("经手人"), lambda one: "、".join(p for p in (one.clerk, one.second) if p), 6),
    Column(_("封签、快件、说明"),
           lambda one: "　".join(p for p in (one.bag, short(one.shipment) if one.shipment else "",
                                           one.note) if p)),
)  # fmt: skip


def amount(copies: int, pages: int) -> str:
    if not copies:
        return "—"
    return _("{n} 份").format(n=copies) + (_(" {n} 页").format(n=pages) if pages else "")


def found_text(line: Counted, looked: bool) -> str:
    return f"{FOUND[line.found][0]} {word(line.found)}" if looked else _("○ 待点")
