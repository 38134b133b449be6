"""Labels of a theme's enums, and the rule behind each difference, in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.themes.ledger import Cut, Figure, Measure, Rule
from desktop.domain.themes.progress import Standing, State
from desktop.wording import _

THEMES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Measure: {
        Measure.SUBMISSIONS: "提交次数",
        Measure.MATERIALS: "材料份数",
        Measure.VISITS: "到场次数",
        Measure.DAYS: "办理天数",
    },
    Rule: {
        Rule.ONE_SUBMISSION: "一次提交",
        Rule.ONE_FORM: "表单合并",
        Rule.ONCE: "材料共用",
        Rule.PRODUCED_INSIDE: "内部产生",
        Rule.SPARED: "免予提交",
        Rule.ONE_VISIT: "一次到场",
        Rule.PARALLEL: "并联办理",
    },
    Standing: {
        Standing.WAITING: "未开始",
        Standing.RUNNING: "办理中",
        Standing.DONE: "已有结果",
        Standing.FAILED: "未办成",
    },
    State: {
        State.RUNNING: "办理中",
        State.READY: "可以开始下一阶段",
        State.HELD: "有事项未办成",
        State.CLOSED: "全部办结",
        State.WITHDRAWN: "已撤回",
    },
}

RULES: Mapping[Rule, str] = {
    Rule.ONE_SUBMISSION: _(
        "一次告知、一次受理、一次送达，不再逐项提交（北京市优化营商环境条例 第五十六条）"
    ),
    Rule.ONE_FORM: _("各事项的申请表合并为一张《一件事申请表》"),
    Rule.ONCE: _("同一份材料只交一次，各事项共用"),
    Rule.PRODUCED_INSIDE: _("前面的事项办出来的，后面的事项不再要"),
    Rule.SPARED: _("已持有的电子证照或共享数据，由本厅调取，免予提交"),
    Rule.ONE_VISIT: _("一次收齐、一次取回；单独办理按每件两次、即办件一次推定，未经实测"),
    Rule.PARALLEL: _("同一阶段的事项同时办，只等最长的一件；天数按承诺时限，多为示例"),
}
UNITS: Mapping[Measure, str] = {
    Measure.SUBMISSIONS: _("次"),
    Measure.MATERIALS: _("份"),
    Measure.VISITS: _("次"),
    Measure.DAYS: _("天"),
}


def figure_text(figure: Figure) -> str:
    """24 → 14 份; an assumed one says so."""
    told = f"{figure.before} → {figure.after} {UNITS[figure.measure]}"
    return told + (_("（推定）") if figure.measure is Measure.VISITS else "")


def cut_text(cut: Cut) -> str:
    """少 5 份：前面的事项办出来的，后面的事项不再要（营业执照）."""
    details = "、".join(dict.fromkeys(cut.details))
    told = _("少 {by}：{rule}").format(by=cut.by, rule=RULES[cut.rule])
    return f"{told}（{details}）" if details else told
