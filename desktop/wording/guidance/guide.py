"""Words of the 办事指南."""

from __future__ import annotations

from desktop.domain.guidance.item import Limit, Material, ServiceItem
from desktop.domain.guidance.terms import CommitmentScope, HandlingMode
from desktop.wording import _
from desktop.wording.guidance.items import condition_text, limit_text

TITLE = _("办事指南")
NOT_TOLD = _("未提供")
NONE = _("无")
SAMPLE = _("示例，未核定，不作承诺")
NOT_APPROVED = _("本指南为示例，内容尚未核定，办理以实施机关公布的为准。")
ALWAYS = _("各种情形")
ELEMENTS = {
    "base_code": _("基本编码"),
    "level": _("行使层级"),
    "audience": _("服务对象"),
    "way": _("办理形式"),
    "visits": _("到办事现场次数"),
    "scope": _("通办范围"),
    "appointment": _("是否支持预约办理"),
    "payment": _("是否支持网上支付"),
    "courier": _("是否支持物流快递"),
    "deferral": _("是否容缺受理"),
    "standard": _("审查标准"),
    "place": _("办理地点"),
    "hours": _("办理时间"),
    "consult": _("咨询方式"),
    "complaint": _("监督投诉方式"),
    "quantity": _("数量限制"),
}
"""The labels under which a national sheet leaves these elements among the notes."""


def legal_text(limit: Limit) -> str:
    """法定办结时限; nothing where the item has none on record."""
    return limit_text(limit) + _note(limit.note) if limit != Limit() else ""


def promise_text(item: ServiceItem) -> str:
    """承诺办结时限: a promise only where it is 已核定."""
    promise = item.commitment_limit
    if promise == Limit():
        return ""
    sample = not item.approved or promise.illustrative
    return limit_text(promise) + (f"（{SAMPLE}）" if sample else _note(promise.note))


def fee_text(item: ServiceItem, basis: str) -> str:
    """收费: 不收费, or what the sheet says of it with its basis."""
    if item.fee.charged is None:
        return item.fee.note or ""
    told = _("收费") + _note(item.fee.note) if item.fee.charged else _("不收费")
    return f"{told}\n{_('收费依据')}：{basis}" if basis and item.fee.charged else told


def commitment_text(item: ServiceItem) -> str:
    """告知承诺: whether it is open."""
    known = {
        CommitmentScope.YES: _("适用"),
        CommitmentScope.PARTLY: _("部分情形适用"),
        CommitmentScope.NO: _("不适用"),
    }
    return known.get(item.notice_commitment.value, "")


def mode_text(item: ServiceItem) -> str:
    """办件类型, and who decides where more than one does."""
    told = _("即办件") if item.instant else _("承诺件")
    mode = item.handling.mode
    return told if mode is HandlingMode.SINGLE else f"{told}（{mode}）"


def when_text(material: Material, item: ServiceItem) -> str:
    """何种情形需要, in words."""
    return condition_text(material.condition, item) if material.condition else ALWAYS


def _note(note: str | None) -> str:
    return f"（{note}）" if note else ""
