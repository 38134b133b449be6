"""The acts of a theme: their names, and one sentence of each for histories and the log."""

from __future__ import annotations

from desktop.domain.savings.saving import Measure
from desktop.domain.themes.entries import ThemeEnded, ThemeReceived, ThemeStageBegun
from desktop.wording import _

ACTS: dict[str, str] = {
    "theme.received": _("一件事受理"),
    "theme.stage_begun": _("一件事开始下一阶段"),
    "theme.ended": _("一件事撤回"),
}


def received(told: ThemeReceived) -> str:
    """开餐馆，6 个事项，材料 24 → 14 份；本次办件 …."""
    materials = next((f for f in told.savings if f.measure is Measure.MATERIALS), None)
    words = _("{name}（{theme}），{n} 个事项，一次收齐").format(
        name=told.name, theme=told.theme, n=len(told.members)
    )
    if materials:
        words += _("，材料 {before} → {after} 项").format(
            before=materials.before, after=materials.after
        )
    return words + _("；办件 {cases}").format(cases="、".join(told.cases.values()))


def stage_begun(told: ThemeStageBegun) -> str:
    return _("第 {order} 阶段；办件 {cases}").format(
        order=told.order, cases="、".join(told.cases.values())
    )


def ended(told: ThemeEnded) -> str:
    return told.reason


SENTENCES = (received, stage_begun, ended)
REFUSALS: dict[str, str] = {
    "unknown_theme_case": _("没有编号为 {number} 的一件事。"),
    "theme_without_members": _("「{theme}」的事项都不在目录里，不能受理；请先导入这些事项。"),
    "member_not_ready": _("「{item}」自己的材料还不齐，一件事没有受理。请核对它在清单里的材料。"),
    "theme_changed": _("「{theme}」的目录在受理之后改过，这一阶段的事项对不上，请逐项单独收件。"),
    "theme_held": _("「{names}」没有办成，后面的阶段不能开始。可以撤回一件事，其余事项单独办理。"),
    "theme_running": _("「{theme}」前一阶段还在办理，结果出来后再开始下一阶段。"),
    "theme_over": _("「{theme}」已经办结或者撤回。"),
    "theme_forgotten": _("{number} 的个人信息已清除，不能再开始下一阶段。"),
}
