"""Invented examples of a theme's entries."""

from __future__ import annotations

from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.identity.party import Presence
from desktop.domain.savings.saving import Measure, Part, Rule, Saving
from desktop.domain.themes.entries import (
    ThemeEnded,
    ThemeLine,
    ThemeMember,
    ThemeReceived,
    ThemeStageBegun,
)

LEASE = SheetLine(
    key="LEASE", name="房屋租赁协议", type="复印件", need="submit", reason="always",
    basis=("公司登记管理办法 第八条",), tick=Tick(check=Check.RECEIVED), number=1,
)  # fmt: skip
LICENCE = SheetLine(
    key="BL", name="营业执照", type="原件", need="submit", reason="always", basis=(), tick=Tick()
)

RECEIVED = ThemeReceived(
    theme="ZT02",
    name="开餐馆",
    visit="v1",
    window="3",
    members=(
        ThemeMember(key="QY01", item="QY01", item_name="公司设立登记", order=1, days=1),
        ThemeMember(
            key="SP01", item="SP01", item_name="食品经营许可", order=2, days=7, optional=True
        ),
    ),
    lines=(
        ThemeLine(line=LEASE, uses=("QY01", "SP01")),
        ThemeLine(line=LICENCE, uses=("SP01",), producer="QY01"),
    ),
    savings=(
        Saving(
            measure=Measure.MATERIALS,
            before=3,
            after=1,
            parts=(
                Part(rule=Rule.ONCE, count=1, names=("房屋租赁协议",)),
                Part(rule=Rule.PRODUCED, count=1, names=("营业执照",)),
            ),
        ),
    ),
    cases={"QY01": "KFQ-20261123-A01-0001"},
    answers={"q_site": ("租赁",)},
    situation=(("住所来源？", "租赁"),),
    licences=("E2",),
    presence=Presence.SELF,
    unknown=("ZZ99",),
)
PAYLOADS = (
    RECEIVED,
    ThemeStageBegun(order=2, cases={"SP01": "KFQ-20261124-A01-0001"}),
    ThemeEnded(reason="申请人撤回"),
)
