"""What the free service does not cover, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.courier.coverage import CoverageSet, Gap, GapKind
from desktop.wording import _
from desktop.wording.labels import label

WHY: dict[GapKind, str] = {
    GapKind.DIRECTION: _("不含「{told}」"),
    GapKind.ABROAD: _("目的地在境外（{told}）"),
    GapKind.PROVINCE: _("目的地为{told}"),
    GapKind.DISTRICT: _("目的地为{told}，只寄{limit}"),
    GapKind.WEIGHT: _("重 {told} 克，超过 {limit} 克"),
    GapKind.ITEM: _("不含事项 {told}"),
    GapKind.PARCELS: _("这件办件已寄过 {limit} 件（{told}）"),
    GapKind.BUDGET: _("本月预算 {limit} 元，已用约 {told} 元"),
}
REFUSALS: dict[str, str] = {
    "not_covered": _("不在免费寄递范围：{gaps}。可请申请人自取，或由主管写明理由后寄，仍不收费。"),
    "coverage_wrong": _("免费寄递范围的「{name}」不能是「{value}」，请核对。"),
    "coverage_unreadable": _("「{file}」不是免费寄递范围的文件：{why}。格式见 resources/courier。"),
    "identity_on_label": _(
        "面单不得有证件号码：{where}里像是有一个，请改过再打（快递条例 第二十二条）。"
    ),
    "progress_unknown": _("编号或手机尾号不对，请核对后再查。"),
    "unknown_label_size": _("没有这种面单：{size}。可用：{known}。"),
}
ACTS: dict[str, str] = {
    "courier.coverage_set": _("设定免费寄递范围"),
    "message.prepared": _("备好短信"),
}
COVERED = _("在免费寄递范围内，申请人不付费。")


def gap_text(gap: Gap) -> str:
    told = label(gap.told) if gap.kind is GapKind.DIRECTION else gap.told
    return WHY[gap.kind].format(told=told, limit=gap.limit)


def gaps_text(gaps: Iterable[Gap]) -> str:
    return "；".join(map(gap_text, gaps))


def not_covered(gaps: Iterable[Gap]) -> str:
    """The refusal's own sentence, before anything is saved; empty where all is covered."""
    told = gaps_text(gaps)
    return REFUSALS["not_covered"].format(gaps=told) if told else ""


def coverage_set(told: CoverageSet) -> str:
    parts = [told.name]
    if told.most_grams:
        parts.append(_("最重 {n} 克").format(n=told.most_grams))
    if told.monthly_budget:
        parts.append(_("月预算 {n} 元").format(n=told.monthly_budget))
    return "；".join(part for part in (*parts, _("理由：{text}").format(text=told.reason)) if part)
