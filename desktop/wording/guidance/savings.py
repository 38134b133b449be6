"""What was saved, in words: 材料 10 → 5 项, and the rule behind each difference."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.savings.saving import Measure, Part, Rule, Saving
from desktop.domain.savings.totals import Total
from desktop.wording import _

MEASURES: dict[Measure, str] = {
    Measure.SUBMISSIONS: _("提交"),
    Measure.MATERIALS: _("材料"),
    Measure.STEPS: _("环节"),
    Measure.VISITS: _("到场"),
    Measure.DAYS: _("时限"),
}
UNITS: dict[Measure, str] = {
    Measure.SUBMISSIONS: _("次"),
    Measure.MATERIALS: _("项"),
    Measure.STEPS: _("个"),
    Measure.VISITS: _("次"),
}
RULES: dict[Rule, str] = {
    Rule.SITUATION: _("本情形不需要"),
    Rule.OPTIONAL: _("非必要材料，不要求提交"),
    Rule.E_LICENCE: _("有电子证照，免交"),
    Rule.DATA_SHARE: _("数据共享，免交"),
    Rule.COMMITMENT: _("告知承诺，免交"),
    Rule.AT_COUNTER: _("窗口核实后免交"),
    Rule.LATER: _("容缺后补，受理时不必交"),
    Rule.ON_THE_SPOT: _("当场办结"),
    Rule.PROMISE: _("承诺时限短于法定时限"),
    Rule.POSTED_IN: _("材料寄递送达，不必到场"),
    Rule.POSTED_OUT: _("结果免费寄递，不必到场领取"),
    Rule.MEASURED: _("按实际到场天数核实"),
    Rule.ONE_FORM: _("多张申请表合并为一张"),
    Rule.ONCE: _("同一材料只交一次"),
    Rule.PRODUCED: _("主题内产生的结果，不再提交"),
    Rule.PARALLEL: _("并联办理，时限按关键路径计"),
    Rule.ONE_SUBMISSION: _("一次申请、一次受理"),
}
ASSUMED = _("推定")
MEASURED = _("实际")


def unit_of(told: Saving) -> str:
    """What it is counted in; days as the limit counts them."""
    return told.unit if told.measure is Measure.DAYS else UNITS[told.measure]


def figures(told: Saving) -> str:
    """`10 → 5 项`; visits say whether they were counted."""
    text = f"{told.before} → {told.after} {unit_of(told)}"
    if told.measure is Measure.VISITS:
        text += f"（{MEASURED if told.measured else ASSUMED}）"
    return text


def summary(ledger: Iterable[Saving]) -> str:
    """Every measure in one line: 材料 10 → 5 项，环节 5 → 1 个，…"""
    return "，".join(f"{MEASURES[told.measure]} {figures(told)}" for told in ledger)


def total_text(total: Total) -> str:
    """`40 件 400 → 250 项，减 150 项`; of visits, in how many cases they were counted."""
    unit = total.unit if total.measure is Measure.DAYS else UNITS[total.measure]
    told = _("{cases} 件　{before} → {after} {unit}，减 {saved} {unit}").format(
        cases=total.cases, before=total.before, after=total.after, saved=total.saved, unit=unit
    )
    if total.measure is not Measure.VISITS:
        return told
    return told + _("（其中 {n} 件已按实际核实，其余为推定）").format(n=total.measured)


def counted_text(told: Saving) -> str:
    """`材料 10 → 6 项：本情形不需要 2（…条例第三十二条），有电子证照，免交 1`; no names."""
    reasons = "；".join(_counted(part) for part in told.parts)
    return f"{MEASURES[told.measure]} {figures(told)}：{reasons}"


def _counted(part: Part) -> str:
    basis = f"（{'、'.join(part.basis)}）" if part.basis else ""
    return f"{RULES[part.rule]} {less(part.count)}{basis}"


def less(count: int) -> str:
    """`−2`, or `+1` where more was needed than assumed."""
    return f"−{count}" if count >= 0 else f"+{-count}"


def part_text(part: Part) -> str:
    """The rule, and what it spared: 本情形不需要：授权委托书、…"""
    names = "、".join(part.names)
    return f"{RULES[part.rule]}：{names}" if names else RULES[part.rule]
