"""Columns of what is kept beyond its term, of lists of destruction, of terms, of what is held of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.domain.supervision.retention.facts import PersonFacts
from desktop.domain.supervision.retention.rows import DestructionRow, KeptRow
from desktop.domain.supervision.retention.terms import ItemTerm
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.supervision.oversight import hold_text, years_text
from desktop.wording.supervision.retention import (
    PARTS,
    ROLES,
    THINGS,
    day_or_empty,
    field_text,
    until_text,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A case to be purged, and whether it is chosen."""

    row: KeptRow
    chosen: bool

    @property
    def key(self) -> str:
        return self.row.case


@dataclass(frozen=True, slots=True)
class Held:
    """One thing held of a person, as the list shows it."""

    kind: str
    number: str
    told: str
    until: str


def _since(of: Callable[[], date]) -> Callable[[Line], str]:
    def text(line: Line) -> str:
        days = (of() - line.row.since).days
        return f"{line.row.since:%Y-%m-%d}" + (_("（今天）") if days <= 0 else "")

    return text


def over(today: Callable[[], date]) -> tuple[Column, ...]:
    """`today` is asked each time: a window stays open over midnight."""
    return (
        Column(_("选"), lambda line: "✓" if line.chosen else "", 2, tone=lambda _line: "good"),
        Column(_("办件编号"), lambda line: line.row.case, 13),
        Column(_("事项"), lambda line: line.row.item_name),
        Column(_("办结日"), lambda line: f"{line.row.ended_on:%Y-%m-%d}", 6),
        Column(_("保存期"), lambda line: years_text(line.row.years), 4, right=True),
        Column(_("可清除自"), _since(today), 9),
    )


HELD: tuple[Column, ...] = (
    Column(_("办件编号"), lambda row: row.case, 13),
    Column(_("事项"), lambda row: row.item_name),
    Column(_("到期"), lambda row: f"{row.since:%Y-%m-%d}", 6),
    Column(
        _("为什么不清除"), lambda row: "；".join(map(hold_text, row.holds)), 24,
        tone=lambda _row: "warn",
    ),
)  # fmt: skip


def _progress(row: DestructionRow) -> str:
    if row.paper:
        return _("已完成")
    return _("▲ 没办完，Enter 接着办") if row.done < row.cases else _("▲ 清单未出，Enter 出")


DONE: tuple[Column, ...] = (
    Column(_("清单"), lambda row: row.number, 13),
    Column(_("批准"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 9),
    Column(_("批准人"), lambda row: f"{row.clerk}{' + ' + row.second if row.second else ''}", 7),
    Column(_("销毁／列入"), lambda row: f"{row.done} / {row.cases}", 6, right=True),
    Column(_("理由"), lambda row: row.reason),
    Column(_("备份过期"), lambda row: day_or_empty(row.backups_until), 6),
    Column(_("进展"), _progress, 11, tone=lambda row: "quiet" if row.paper else "warn"),
)


def _basis(one: ItemTerm) -> str:
    if one.own:
        return _("本厅另定")
    return (_("示例　") if one.sample else "") + one.basis


TERMS: tuple[Column, ...] = (
    Column(_("事项"), lambda one: one.item, 5),
    Column(_("名称"), lambda one: one.name),
    Column(_("类型"), lambda one: one.type, 7),
    Column(_("保存期"), lambda one: years_text(one.years), 4, right=True),
    Column(_("依据"), _basis, 20, tone=lambda one: "" if one.own else "quiet", spare=True),
)
PERSON: tuple[Column, ...] = (
    Column(_("种类"), lambda one: one.kind, 6),
    Column(_("编号"), lambda one: one.number, 13),
    Column(_("内容"), lambda one: one.told),
    Column(_("保存至"), lambda one: one.until, 11),
)


def held_of(told: PersonFacts) -> list[Held]:
    """Cases first, then what else there is, then who looked."""
    cases = [
        Held(
            THINGS["case"], one.case,
            f"{one.item_name}　{ROLES[one.role]}　"
            + "、".join(PARTS.get(part, part) for part in one.kept),
            until_text(one, day_or_empty(one.until)),
        )
        for one in told.cases
    ]  # fmt: skip
    things = [
        Held(THINGS.get(one.kind, one.kind), one.number, _thing(one.kind, one.told), "")
        for one in told.things
    ]
    looks = [
        Held(THINGS["look"], one.case, f"{one.at:%Y-%m-%d %H:%M}　{one.clerk}　{field_text(one.field)}", "")
        for one in told.looks
    ]  # fmt: skip
    return [*cases, *things, *looks]


def _thing(kind: str, told: str) -> str:
    if kind != "parcel":
        return told
    code, _blank, waybill = told.partition(" ")
    return f"{carrier_label(code)}　{waybill}".strip()
