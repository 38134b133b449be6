"""Words for what a pack holds and changes, and for versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.condition import AllOf, AnyOf, Chosen, Not
from desktop.domain.guidance.item import (
    Authority,
    Basis,
    InstantTerms,
    Limit,
    NoticeCommitment,
    Result,
    ServiceItem,
)
from desktop.domain.packs.changes import NAMED, Change, name_of
from desktop.domain.packs.entries import (
    ItemsProposed,
    Part,
    ProposalSettled,
    PublishingRuleSet,
)
from desktop.domain.packs.versions import Version
from desktop.wording import _
from desktop.wording.guidance.items import condition_text, limit_text
from desktop.wording.labels import label

PARTS: dict[Part, str] = {
    Part.SOURCE: _("依据"),
    Part.E_LICENCE: _("电子证照"),
    Part.DATA_SHARE: _("数据共享"),
    Part.THEME: _("主题"),
    Part.POLICY: _("政策"),
}


def rule_set(told: PublishingRuleSet) -> str:
    """The log's sentence on the hall's rule."""
    return _("窗口发布事项须第二人复核") if told.second_person else _("窗口发布事项不需第二人复核")


def proposed(told: ItemsProposed) -> str:
    """The log's sentence on a piece of a proposal."""
    return _(
        "事项 {items} 项、附属内容 {parts} 条，来源 {source}（第 {n} 份，共 {all} 份）"
    ).format(items=told.items, parts=told.parts, source=told.source, n=told.piece, all=told.pieces)


def settled(told: ProposalSettled) -> str:
    """The log's sentence on what became of a proposal."""
    return _("已发布") if told.published else _("退回：{reason}").format(reason=told.reason)


def pack_counts(source: str, pack: Catalogue, changes: int, red: int, yellow: int) -> str:
    """The head of a pack that is looked at: what it holds, changes and is warned of."""
    told = _("{source}：事项 {items} 项，差别 {changes} 处；红色问题 {red} 条，黄色 {yellow} 条")
    return told.format(
        source=source, items=len(pack.items), changes=changes, red=red, yellow=yellow
    )


def version_line(number: int, version: Version | None, current: bool) -> str:
    """A version in a line; None is what ships."""
    told = f"{number:>2}  " + (version_text(version) if version else _("随程序提供"))
    return told + (_("（现行）") if current else "")


def version_text(version: Version) -> str:
    """Name, days in force, source, by whom and when."""
    name = version.label or _("未注明版本")
    days = _("自 {day} 起").format(day=version.first)
    ends = _("，至 {day} 止").format(day=version.last) if version.last else ""
    by = _("{clerk} 于 {at} 发布").format(
        clerk=version.clerk, at=version.published_at[:16].replace("T", " ")
    )
    source = _("，来源 {source}").format(source=version.source) if version.source else ""
    return _("{name}；{days}；{by}").format(name=name, days=days + ends, by=by + source)


FIELDS: Mapping[str, str] = {
    "name": _("名称"),
    "type": _("类型"),
    "group": _("分组"),
    "status": _("状态"),
    "type_confidence": _("类型把握"),
    "legal_basis": _("设定依据"),
    "authority_statutory": _("法定机关"),
    "authority_local": _("实施机关"),
    "statutory_limit": _("法定时限"),
    "commitment_limit": _("承诺时限"),
    "limit_variants": _("分情形时限"),
    "fee": _("收费"),
    "notice_commitment": _("告知承诺"),
    "instant_terms": _("当场办结"),
    "handling": _("办理方式"),
    "result": _("办理结果"),
    "post_check": _("事后核查"),
    "produces": _("结果可用作"),
    "renews": _("延续的事项"),
    "renews_if": _("延续情形"),
    "version": _("版本"),
    "in_force_from": _("施行日期"),
    "in_force_until": _("取消日期"),
    "key": _("材料代码"),
    "copies": _("份数"),
    "form": _("形式"),
    "source_channel": _("来源渠道"),
    "necessity": _("必要性"),
    "level": _("层级"),
    "e_licence": _("电子证照"),
    "data_share": _("数据共享"),
    "condition": _("条件"),
    "if_": _("条件"),
    "legal_source": _("依据"),
    "basis": _("依据"),
    "confidence": _("把握"),
    "illustrative": _("示例"),
    "note": _("说明"),
    "deferral": _("容缺期限"),
    "text": _("文字"),
    "kind": _("种类"),
    "multi": _("多选"),
    "options": _("选项"),
    "default": _("默认值"),
    "limit": _("时限"),
    "unit": _("单位"),
    "then": _("提示"),
}
LISTS: Mapping[str, str] = {
    "materials": _("材料"),
    "questions": _("情形问题"),
    "steps": _("办理环节"),
    "requirements": _("办理条件"),
    "notes": _("备注"),
    "routing": _("办理提示"),
}


def change_sentence(change: Change, old: ServiceItem | None, new: ServiceItem) -> str:
    """One difference in words: 材料「营业执照」的份数：1 → 2。"""
    if change.part == "item":
        if not change.field:
            return _("新增事项「{name}」。").format(name=new.name)
        subject = field_name(change.field)
    else:
        subject = LISTS[change.part] + _("「{name}」").format(name=_named(change, new))
        if not change.field:
            told = _("新增{subject}。") if change.before is None else _("删去{subject}。")
            return told.format(subject=subject)
        subject += _("的{field}").format(field=field_name(change.field))
    before, after = value_text(change.before, old or new), value_text(change.after, new)
    if len(before) + len(after) > LONGEST:
        return _("{subject}有改动。").format(subject=subject)
    return _("{subject}：{before} → {after}。").format(subject=subject, before=before, after=after)


LONGEST = 160
"""Longer values are not read side by side in one line; the details page shows them."""


def field_name(field: str) -> str:
    """The field's word; one that this release does not know stands for itself."""
    return FIELDS.get(field, field)


def value_text(value: object, item: ServiceItem) -> str:
    """A value of an item as people read it."""
    match value:
        case None | "" | ():
            return _("无")
        case bool():
            return _("是") if value else _("否")
        case tuple():
            return "、".join(value_text(one, item) for one in value)
        case InstantTerms() | NoticeCommitment():
            return value_text(value.value, item)
        case StrEnum():
            return label(value) if value.isascii() else str(value)
        case str() | int() | date():
            return str(value)
    return _structured(value, item)


def _structured(value: object, item: ServiceItem) -> str:
    match value:
        case Limit():
            return limit_text(value)
        case Chosen() | AllOf() | AnyOf() | Not():
            return condition_text(value, item)
        case Result() | Authority():
            return value.name
        case Basis():
            return f"{value.source} {value.article or ''}".strip()
    return _("另一内容")


def _named(change: Change, new: ServiceItem) -> str:
    """A material is named by its name, also where only its key is known."""
    value = change.before if change.after is None else change.after
    if not change.field:
        return name_of(change.part, value)
    held = (
        one for one in getattr(new, change.part) if getattr(one, NAMED[change.part]) == change.key
    )
    return name_of(change.part, next(held))
