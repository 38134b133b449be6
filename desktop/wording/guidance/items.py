"""Sentences of guidance: checks of numbers, reasons on a checklist, findings, packs, days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.days.working_days import DayWhy
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.checklist import ChecklistLine, Need, Reason, ReasonKind
from desktop.domain.guidance.citation import cite
from desktop.domain.guidance.condition import (
    AllOf,
    Answers,
    AnyOf,
    Chosen,
    Condition,
    Not,
    holds,
)
from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import Unit
from desktop.domain.identity.verdict import Verdict
from desktop.domain.packs.lint import Finding, FindingLevel
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.guidance.findings import FINDINGS as FINDINGS
from desktop.wording.guidance.forms import FIELD_VERDICTS, FORM_REASONS
from desktop.wording.guidance.sheets import FILE_REASONS, SHEET_REFUSALS, wrong_cells
from desktop.wording.labels import label

NEEDS: Mapping[Need, str] = {
    Need.SUBMIT: _("要交"),
    Need.EXEMPT: _("免交"),
    Need.DEFERRABLE: _("可容缺"),
    Need.OPTIONAL: _("可不交"),
    Need.NOT_APPLICABLE: _("不用交"),
}

DAYS: Mapping[DayWhy, str] = {
    DayWhy.WORKING_DAY: _("工作日"),
    DayWhy.ADJUSTED_WORKDAY: _("调休补班"),
    DayWhy.UNCOUNTED_WORKDAY: _("调休补班，本厅不计"),
    DayWhy.WEEKEND: _("周末"),
    DayWhy.LEGAL_HOLIDAY: _("法定节假日"),
    DayWhy.SWAPPED_HOLIDAY: _("调休放假"),
    DayWhy.DAY_ZERO: _("第 0 日，当日不计"),
    DayWhy.SUSPENDED: _("特别程序，不计入期限"),
    DayWhy.CORRECTING: _("补正中"),
    DayWhy.CALENDAR_DAY: _("自然日"),
    DayWhy.ROLLED: _("末日逢休，顺延"),
}

LEVELS: Mapping[FindingLevel, str] = {FindingLevel.RED: _("红"), FindingLevel.YELLOW: _("黄")}

VERDICTS: Mapping[str, str] = {
    "person_ok": _("公民身份号码校验通过。"),
    "person_empty": _("没有填写身份号码。"),
    "person_old_15": _("这是 15 位旧号码，新办件不能使用，请核对现用的 18 位号码。"),
    "person_length": _("身份号码应为 18 位，现在是 {length} 位。"),
    "person_characters": _("身份号码前 17 位只能是数字，最后一位是数字或 X。"),
    "person_check": _("身份号码末位校验不符，应为 {expected}，请逐位核对。"),
    "person_birth": _("身份号码里的出生日期 {birth} 不存在或还没有到。"),
    "person_birth_unlikely": _("出生日期 {birth} 少见，请与证件核对；核对无误可以继续。"),
    "person_region_unknown": _(
        "地区码 {region} 不在现行表中（可能已撤并），核对证件无误可以继续。"
    ),
    "document_ok": _("证件号码格式通过。"),
    "document_empty": _("没有填写证件号码。"),
    "document_form_unusual": _("证件号码与「{kind}」的常见格式不同，请与证件核对；无误可以继续。"),
    "document_kind_doubtful": _("这个号码更像{holder}的号码，请核对证件类型；无误可以继续。"),
    "name_ok": _("姓名可用。"),
    "name_empty": _("没有填写姓名或名称。"),
    "name_length": _("姓名太长（{length} 个字），请核对。"),
    "name_characters": _("姓名里有看不见的控制字符，请重新录入。"),
    "name_unusual": _("姓名里有数字，请与证件核对；无误可以继续。"),
    "uscc_ok": _("统一社会信用代码校验通过。"),
    "uscc_empty": _("没有填写统一社会信用代码。"),
    "uscc_length": _("统一社会信用代码应为 18 位，现在是 {length} 位。"),
    "uscc_characters": _(
        "统一社会信用代码里有不该出现的字符：{characters}（不用 I、O、S、V、Z）。"
    ),
    "uscc_check": _("统一社会信用代码末位校验不符，应为 {expected}，请逐位核对。"),
    "uscc_register_unknown": _("登记管理部门代码 {register} 少见，请与证照核对；无误可以继续。"),
    "uscc_body_check": _("其中的组织机构代码 {body} 校验不符，请与证照核对；无误可以继续。"),
    "waybill_ok": _("运单号校验通过。"),
    "waybill_empty": _("没有填写运单号。"),
    "waybill_length": _("运单号应为 6 至 32 位，现在是 {length} 位。"),
    "waybill_characters": _("运单号只能是数字和字母。"),
    "waybill_check": _("运单号校验位不符，应为 {expected}，请重扫。"),
    "waybill_unchecked": _("这类运单号没有公开的校验位，请再扫一次核对。"),
}

REASONS: Mapping[ReasonKind, str] = {
    ReasonKind.ALWAYS: _("各种情形都要交"),
    ReasonKind.CONDITION_MET: _("因为{condition}"),
    ReasonKind.CONDITION_NOT_MET: _("只在{condition}时才要"),
    ReasonKind.LICENCE_HELD: _("申请人已有电子证照「{licence}」，免于提交"),
    ReasonKind.SHARED: _("「{licence}」已由数据共享取得，免于提交"),
    ReasonKind.COMMITTED: _("按告知承诺办理，由申请人书面承诺代替，免于提交"),
    ReasonKind.DEFERRABLE: _("可以容缺，先受理后补交"),
    ReasonKind.OPTIONAL: _("不是必要材料，可以不交"),
}

PACK_REASONS: Mapping[str, str] = {
    "missing_field": _("缺少必填的「{field}」"),
    "unknown_field": _("有不认识的字段「{field}」"),
    "wrong_type": _("应为 {expected}，却是 {got}"),
    "unknown_word": _("「{value}」不是规定的用词"),
    "wrong_form": _("写法不合规定（{expected}）"),
    "wrong_length": _("长度不对（应 {expected}）"),
    "out_of_range": _("数值超出范围（应 {expected}）"),
    "malformed": _("不是完整的 JSON：{detail}"),
    "not_utf8": _("不是 UTF-8 编码"),
    "too_deep": _("嵌套太深"),
    "unreadable": _("读不懂：{detail}"),
    "file_missing": _("文件不存在"),
    "not_readable": _("文件打不开：{detail}"),
    "too_large": _("文件太大（最多 {most} 字节）"),
    "no_item_files": _("文件夹里没有事项文件"),
    "repeated_item": _("编号 {name} 重复"),
    "ends_before_it_begins": _("{name} 的失效日期早于生效日期"),
    "repeated_question": _("问题 {name} 重复"),
    "repeated_material": _("材料 {name} 重复"),
    "repeated_option": _("选项「{name}」重复"),
    "repeated_stage": _("阶段 {name} 重复"),
    "repeated_year": _("年份 {name} 重复"),
    "conflicting_repeat": _("{name} 重复且内容不同"),
    "one_default_only": _("单选问题 {question} 只能有一个默认值"),
    "figure_rule": _("金额条件要指向已有的输入项，并且只写一个界限"),
    "condition_shape": _("条件只能是 q+in、all、any、not 之一"),
}

REFUSALS: Mapping[str, str] = {
    "pack_broken": _("这个文件不能用，原有内容不变。文件：{file}；位置：{path}；原因：{reason}。"),
    "red_findings": _("有 {count} 处红色问题，不能发布：{findings}"),
    "unknown_theme": _("没有编号为 {theme} 的主题。"),
    "unknown_policy": _("没有编号为 {policy} 的政策。"),
    "unknown_licence": _("没有编号为 {licence} 的电子证照。"),
    **SHEET_REFUSALS,
}


def verdict_sentence(value: object) -> str:
    """What a check of a number found; anything but a Verdict is shown as it is."""
    if not isinstance(value, Verdict):
        return str(value)
    sentence = VERDICTS.get(value.code) or FIELD_VERDICTS.get(value.code, value.code)
    return sentence.format_map(_shown(value.data))


def reason_sentence(
    line: ChecklistLine, item: ServiceItem, catalogue: Catalogue, answers: Answers | None = None
) -> str:
    """Why the line has its need, and what could spare the material.

    With `answers`, of a condition that is met only what was really chosen is named.
    """
    reason, met = line.reason, line.reason.kind is ReasonKind.CONDITION_MET
    chosen = answers if met else None
    told = REASONS[reason.kind].format(
        condition=condition_text(reason.condition, item, chosen) if reason.condition else "",
        licence=_licence(reason.licence, catalogue),
    )
    return told + _could_spare(line.need, reason, catalogue)


def condition_text(condition: Condition, item: ServiceItem, answers: Answers | None = None) -> str:
    """The condition in words: 「主体业态」选「餐饮服务经营者」; with `answers`, what held of it."""
    match condition:
        case Chosen(question, options):
            asked = next((q.text for q in item.questions if q.id == question), question)
            chosen = "".join(f"「{o}」" for o in options if _told(question, o, answers))
            return _("「{asked}」选{chosen}").format(asked=_PLAIN.sub("", asked), chosen=chosen)
        case AllOf(parts):
            return _("，并且").join(condition_text(part, item, answers) for part in parts)
        case AnyOf(parts):
            held = [part for part in _together(parts) if answers is None or holds(part, answers)]
            return _("，或者").join(condition_text(part, item, answers) for part in held)
        case Not(part):
            return _("不是（{part}）").format(part=condition_text(part, item))


def finding_sentence(finding: Finding) -> str:
    """What the finding says, without its level."""
    return FINDINGS.get(finding.rule, finding.rule).format_map(_shown(finding.data))


def finding_article(finding: Finding, catalogue: Catalogue) -> str | None:
    """The provision that the finding rests on."""
    return cite(finding.article, catalogue.sources) if finding.article else None


def limit_text(limit: Limit) -> str:
    """A limit as people say it: 5 个工作日, 当场, 不适用."""
    if limit.value is None or limit.unit in {Unit.ON_THE_SPOT, Unit.NOT_APPLICABLE}:
        return str(limit.unit) if limit.unit is Unit.ON_THE_SPOT else str(Unit.NOT_APPLICABLE)
    measure = "" if limit.unit is Unit.CALENDAR_DAY else _("个")
    return f"{limit.value} {measure}{limit.unit}"


def guidance_refusal(refusal: Refusal) -> str | None:
    """The sentence of a refusal that belongs to guidance; None for others."""
    template = REFUSALS.get(refusal.code)
    if template is None:
        return None
    data = dict(refusal.data)
    if refusal.code == "pack_broken":
        reasons = {**PACK_REASONS, **FORM_REASONS, **FILE_REASONS}
        reason = reasons.get(str(data["reason"]), str(data["reason"]))
        data["reason"] = reason.format_map(_shown(data))
    found = data.get("findings")
    if isinstance(found, tuple):
        data["findings"] = "".join(
            f"[{one.item}] {finding_sentence(one)}" for one in found[:5] if isinstance(one, Finding)
        )
    return template.format_map(_shown(data)) + wrong_cells(refusal)


def _could_spare(need: Need, reason: Reason, catalogue: Catalogue) -> str:
    if need in {Need.EXEMPT, Need.NOT_APPLICABLE}:
        return ""
    told = ""
    if reason.licence:
        licence = _licence(reason.licence, catalogue)
        told += _("；持有电子证照「{licence}」的可免交").format(licence=licence)
    if reason.shareable:
        licence = _licence(reason.shareable, catalogue)
        told += _("；「{licence}」拟共享").format(licence=licence)
    return told


def _licence(id: str | None, catalogue: Catalogue) -> str:
    known = catalogue.e_licences.get(id or "") or catalogue.data_shares.get(id or "")
    return known.name if known else id or ""


_PLAIN = re.compile("[？?]|（可多选）")


def _told(question: str, option: str, answers: Answers | None) -> bool:
    return answers is None or option in answers.get(question, ())


def _together(parts: tuple[Condition, ...]) -> list[Condition]:
    """Alternatives that ask the same question, as one."""
    options: dict[str, tuple[str, ...]] = {}
    others: list[Condition] = []
    for part in parts:
        if isinstance(part, Chosen):
            options[part.question] = options.get(part.question, ()) + part.options
        else:
            others.append(part)
    return [*(Chosen(name, chosen) for name, chosen in options.items()), *others]


class _Shown(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "？"


def _shown(data: Mapping[str, object]) -> _Shown:
    """Data as a sentence shows it; what is missing is shown as a gap, never an error."""
    return _Shown(
        {name: label(v) if isinstance(v, StrEnum) else str(v) for name, v in data.items()}
    )
