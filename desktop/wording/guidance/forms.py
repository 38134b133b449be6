"""Words of the application form: what is wrong with a value, where one is from, what is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from desktop.domain.cases.draft import Way
from desktop.domain.forms.facts import FormEdition, FormFacts
from desktop.domain.forms.filling import Entry, gaps
from desktop.domain.forms.form import FieldKind
from desktop.domain.forms.layout import chosen
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import Power
from desktop.wording import _
from desktop.wording.labels import label

FIELD_VERDICTS: Mapping[str, str] = {
    "field_ok": "",
    "field_empty": "",
    "field_missing": _("还没有填。"),
    "field_long": _("最多 {longest} 个字，现在是 {length} 个，请删减。"),
    "field_characters": _("有看不见的控制字符，请重新输入。"),
    "field_number": _("请只写整数，例如 12。"),
    "field_amount": _("请写金额，例如 100 或 100.50（{unit}），最多到分。"),
    "field_area": _("请写大于 0 的面积（平方米），例如 120 或 86.5。"),
    "field_date": _("请写日期，例如 2026-11-23。"),
    "field_phone": _("请写 11 位手机号，或带区号的电话，例如 010-12345678。"),
    "field_option": _("没有「{option}」这个选项。"),
    "field_one_only": _("只能选一项。"),
}

FORM_REASONS: Mapping[str, str] = {
    "repeated_section": _("分节 {name} 重复"),
    "repeated_field": _("表单字段 {name} 重复"),
    "empty_section": _("分节「{name}」没有字段也没有文字"),
    "unknown_source": _("不认识的预填来源「{name}」"),
    "field_options": _("「{name}」是选择的才能有选项，有选择的必须有选项"),
    "field_sample": _("示例值「{name}」不合本字段的要求"),
    "field_conflict": _("表单字段 {name} 在 {item} 与 {other} 中含义不同"),
}

SOURCE_WORDS: Mapping[str, str] = {
    "applicant": _("谁来办"),
    "agent": _("谁来办"),
    "contact": _("谁来办"),
    "delivery": _("怎么拿结果"),
    "answer": _("情形"),
    "licence": _("电子证照"),
    "renewed": _("证照登记簿"),
    "station": _("本厅"),
    "case": _("办件"),
    "today": _("今天"),
}
_MEMBERS: Mapping[str, type[IdKind] | type[Way] | type[Power]] = {
    "applicant.id_kind": IdKind,
    "agent.id_kind": IdKind,
    "delivery.way": Way,
    "agent.powers": Power,
}


EDITIONS: Mapping[FormEdition, str] = {
    FormEdition.BLANK: _("空白表"),
    FormEdition.SAMPLE: _("示例表"),
}
THEME_TITLE = _("{name}申请表")
SAMPLE_MARK = _("示例")
NOTES: Mapping[FormEdition, str] = {
    FormEdition.BLANK: _("免费提供，供申请人填写；用黑色签字笔填写，选择项在方框内打勾"),
    FormEdition.SAMPLE: _("所填内容均为虚构，仅供填表参考，不能用于申请"),
    FormEdition.FILLED: _("由窗口按申请人提供的信息填写，经申请人核对无误后签字或者盖章"),
}
PREVAILS = _("本表为示例，以主管部门公布的格式文本为准")
MATTERS = _("申请事项")
OPTIONAL = _("（选填）")
SIGN_APPLICANT = _("申请人（签字或者盖章）")
SIGN_AGENT = _("代理人（签字）")
SIGN_DAY = _("日期")
DAY_BLANK = _("　　　　年　　月　　日")
PRIVACY_OF_FORM = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "本表所填信息仅用于办理所列事项，保存至档案管理规定的期限届满。您有权查阅、复制、更正本人信息，"
    "并可就处理活动提出询问、投诉。"
)


def subtitle_of(form: FormFacts) -> str:
    """For which use this edition is."""
    prevails = PREVAILS if form.illustrative else ""
    return "；".join(part for part in (NOTES[form.edition], prevails) if part)


def edition_of(form: FormFacts | None) -> str:
    """空白表 or 示例表; empty on every paper that counts."""
    return EDITIONS.get(form.edition, "") if form else ""


def sample_mark(form: FormFacts | None) -> str:
    """示例, across a form whose values are made up; empty on all others."""
    return SAMPLE_MARK if form and form.edition is FormEdition.SAMPLE else ""


def plain(question: str) -> str:
    """A question as the name of what was answered."""
    return re.sub("[？?]|（可多选）", "", question)


def item_mark(number: int) -> str:
    """① to ⑳, and (21)."""
    return chr(0x2460 + number - 1) if number <= 20 else f"({number})"


def for_items(numbers: tuple[int, ...]) -> str:
    """Which items a part of a theme's form is for."""
    return _("用于事项 {marks}").format(marks="".join(item_mark(n) for n in numbers))


def form_words(entries: Sequence[Entry]) -> str:
    """表单 24 项：预填 18，已填 3，缺 3; empty where no form is asked for."""
    if not entries:
        return ""
    known = sum(entry.prefilled and not entry.open for entry in entries)
    left = len(gaps(entries))
    typed = sum(bool(entry.typed) and not entry.open for entry in entries)
    told = _("申请表 {all} 项：预填 {known}，已填 {typed}").format(
        all=len(entries), known=known, typed=typed
    )
    return told + (_("，缺 {n} 项").format(n=left) if left else _("，齐了"))


def source_words(source: str) -> str:
    """Where a prefilled value came from, as a clerk calls the place."""
    head = source.partition(":")[0].partition(".")[0]
    return _(SOURCE_WORDS.get(head, source))


def value_text(kind: FieldKind, value: str, source: str = "") -> str:
    """A value as people read it: members of enums and options in words, a day as 2026年11月23日.

    What was typed and cannot be read stands as it was typed.
    """
    members = _MEMBERS.get(source)
    if members is not None:
        return "；".join(_member(members, part) for part in chosen(value))
    if kind is FieldKind.DATE:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return _("{0}年{1}月{2}日").format(day.year, day.month, day.day)
    if kind is FieldKind.CHOICES:
        return "、".join(chosen(value))
    return value


def _member(members: type[IdKind] | type[Way] | type[Power], part: str) -> str:
    try:
        return label(members(part))
    except ValueError:
        return part
