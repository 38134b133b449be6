"""A line of 日结 or 交班 in words, the same on screen and on paper."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.papers import PaperKind
from desktop.domain.supervision.closing.checks import Carried, Check, Line
from desktop.domain.supervision.closing.entries import Held, Holding
from desktop.wording import _
from desktop.wording.acts import act_name
from desktop.wording.labels import label

UNSAID = _("（未写理由）")


def line_text(one: Line | Carried) -> str:
    """What it is about, by name and number."""
    key, name = one.key, one.name
    match one.check:
        case Check.DRAFT | Check.EXPORT:
            return name or key
        case Check.PRINT:
            return f"{_kind(name)} {key}"
        case Check.PARCEL | Check.PICKUP | Check.ARRIVAL:
            return parcel_text(key, name)
        case Check.UNSENT:
            return _("本机有 {n} 条记录没有传到中心").format(n=name)
        case Check.DISAGREEMENT:
            kind, _blank, entity = name.partition(" ")
            return f"{act_name(kind)} {entity.partition(':')[2]}"
    return f"{key} {name}".strip()


def held_text(one: Held) -> str:
    match one.holding:
        case Holding.DRAFT:
            return one.name
        case Holding.PRINT:
            return f"{_kind(one.name)} {one.key}"
        case Holding.PARCEL:
            return parcel_text(one.key, one.name)
    return f"{one.key} {one.name}"


def parcel_text(number: str, waybill: str) -> str:
    return number + (_("　运单 {n}").format(n=waybill) if waybill else _("　未填运单"))


def carried_text(one: Line, today: date) -> str:
    """`11-20 起结转：等申请人补材料`; empty for what is new today."""
    if one.carried_on is None or one.carried_on == today:
        return ""
    told = _("{day} 起结转").format(day=f"{one.carried_on:%m-%d}")
    return told + (f"：{one.before}" if one.before else "")


def _kind(value: str) -> str:
    known = value in {kind.value for kind in PaperKind}
    return label(PaperKind(value)) if known else value
