"""Sentences of the policies and of the business scope. 最高 is a ceiling and is never promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop.domain.guidance.catalogue import Source
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.terms import Verified
from desktop.domain.policies.assess import Assessment
from desktop.domain.policies.bound import Figure
from desktop.domain.policies.eligible import Answer, Eligibility
from desktop.domain.policies.policy import Measure, Policy, Support
from desktop.domain.policies.scope import How, Registration, ScopeMatch, ScopePermit
from desktop.domain.policies.sheet import PolicySheet
from desktop.wording import _

POLICIES: Mapping[str, str] = {
    "policy_not_computable": _("政策 {policy} 不是按公式计算的，请看文件原文。"),
    "policy_amounts": _("政策 {policy} 要给出：{wanted}，实际给了 {given} 个数。"),
    "policy_amount": _("金额「{amount}」不对，请写非负的数（元）。"),
    "unknown_condition": _("政策 {policy} 没有编号为 {condition} 的条件。"),
    "policy_day": _("不是日期，例如 2026-12-31：「{value}」"),
    "amount_missing": _("没有填金额，例如 3000万、0.3亿"),
    "amount_form": _("读不成金额，例如 3000万、0.3亿：「{value}」"),
    "amount_negative": _("金额不能是负数：「{value}」"),
    "amount_too_large": _("超过十万亿元，请核对零和单位：「{value}」"),
}

PRIVACY_OF_SUPPORT = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "打印本单不收集您的个人信息，本单不载姓名、证件和联系方式。"
)
CEILING = _("最高可申请（上限）")
BY_RULE = _("按条文测算")
NOT_DUE = _("不是应得额，以正式文件和当年申报通知为准")
NOT_DECIDED = _("只是自查，不是认定结论，以正式文件和主管部门的认定为准")
UNREAD_MEMORY = _("未读正式文件，凭记忆整理，须核对原文")
UNREAD = _("未读正式文件，依据是公开报道")
NO_ITEM = _("本目录暂无申报事项")
NOT_COMPUTED = _("没有公式，不测算，请看条文")
NOT_LISTED = _("未收录，请核对《经营范围登记规范表述目录》")
LIKELY = _("相近表述，请核对")
NOT_MET = _("有条件不符合，不测算金额")
NO_PERMIT = _("本目录里没有要办的许可或备案")
VERDICTS: Mapping[Answer, str] = {
    Answer.YES: _("条件都符合"),
    Answer.NO: _("不符合条件"),
    Answer.UNSURE: _("条件未定"),
}
REGISTRATIONS: Mapping[Registration, str] = {
    Registration.BEFORE: _("前置：先批准，后登记"),
    Registration.AFTER: _("后置：先登记，后办证"),
}
MYRIAD = Decimal(10_000)


def money(amount: Decimal) -> str:
    """`8 000 万元` where four places below the myriad say it all, else `4 999 999.99 元`."""
    myriads = amount / MYRIAD
    if amount and myriads >= 1 and myriads == round(myriads, 4):
        return _("{number} 万元").format(number=_grouped(myriads))
    return _("{number} 元").format(number=_grouped(amount))


def percent(rate: Decimal) -> str:
    """`50%`."""
    return f"{_grouped(rate * 100)}%"


def formula_text(policy: Policy, amounts: Sequence[Decimal], found: Support) -> str:
    """The formula with the numbers put in: 8 000 万元 × 50% = 4 000 万元，上限 5 000 万元."""
    cap = _("，上限 {cap}").format(cap=money(policy.cap)) if policy.cap is not None else ""
    if found.short and policy.threshold is not None:
        told = _("{amount} 不足 {threshold}（“以上”包括本数，民法典第一千二百五十九条），不支持")
        return told.format(amount=money(amounts[0]), threshold=money(policy.threshold))
    base = money(amounts[0])
    if len(amounts) > 1:
        if not found.base:
            told = _("{amount} 没有超过 {other}，没有高出部分")
            return told.format(amount=base, other=money(sum(amounts[1:], Decimal(0))))
        base = _("（{parts}）").format(parts=" − ".join(map(money, amounts)))
    rate = percent(policy.rate or Decimal(0))
    return _("{base} × {rate} = {full}{cap}").format(
        base=base, rate=rate, full=money(found.full), cap=cap
    )


def amount_label(policy: Policy, found: Support) -> str:
    """What the amount is called: a ceiling wherever 最高 stands behind it."""
    return CEILING if policy.rate_is_max or found.capped else BY_RULE


def eligibility_text(found: Eligibility) -> str:
    """The verdict, and what decides against it or is still missing."""
    parts = found.failed or found.missing
    return VERDICTS[found.verdict] + (
        _("：{parts}").format(parts="；".join(one.text for one in parts)) if parts else ""
    )


def inputs_hint(policy: Policy) -> str:
    """How the figures of this policy are written."""
    if policy.measure is Measure.DAY:
        return _("例如 2026-12-31")
    return _("例如 3000万、0.3亿")


def figure_text(figure: Figure | None) -> str:
    """An amount as money, a day as a day, — where there is none."""
    if figure is None:
        return "—"
    return money(figure) if isinstance(figure, Decimal) else f"{figure:%Y-%m-%d}"


def sheet_of(
    found: Assessment, sources: Mapping[str, Source], items: Mapping[str, ServiceItem]
) -> PolicySheet:
    """What a clerk sees of a policy, and what its paper says: the same words."""
    policy, shown = found.policy, found.support
    told = None if found.eligibility.verdict is Answer.NO else shown
    figures = zip(policy.inputs, found.entered, strict=True)
    return PolicySheet(
        policy=policy.id,
        name=policy.name,
        text=policy.seed_text,
        conditions=tuple(
            (one.text, str(found.eligibility.standing[one.id])) for one in policy.conditions
        ),
        verdict=eligibility_text(found.eligibility),
        figures=tuple((name, figure_text(one.figure)) for name, one in figures),
        amount_label=amount_label(policy, told) if told else "",
        amount=money(told.amount) if told else "",
        working=_working(found),
        cap_scope=_cap(policy),
        sources=_sources(policy, sources),
        doubts=policy.doubt or "",
        ask=policy.ask or "",
        apply=apply_text(policy, items),
        caution=caution_text(policy),
    )


def apply_text(policy: Policy, items: Mapping[str, ServiceItem]) -> str:
    """The item by which it is applied for, and what to choose there."""
    item = items.get(policy.apply_item or "")
    if item is None:
        return NO_ITEM
    note = f"；{policy.apply_note}" if policy.apply_note else ""
    return f"{item.name}（{item.id}）{note}"


def caution_text(policy: Policy) -> str:
    """What the result is not: nothing due, or, where no amount comes of it, nothing decided."""
    return NOT_DECIDED if policy.computable and policy.rate is None else NOT_DUE


def unread_text(policy: Policy, sources: Mapping[str, Source]) -> str:
    """On what it rests, as long as nobody has read the official text."""
    known = (sources.get(basis.source) for basis in policy.basis)
    memory = any(one is not None and one.verified is Verified.MEMORY for one in known)
    return UNREAD_MEMORY if memory else UNREAD


def _working(found: Assessment) -> str:
    policy = found.policy
    refused = found.eligibility.verdict is Answer.NO and policy.rate is not None
    if found.support is not None and not (refused and found.support.amount):
        return formula_text(policy, found.amounts, found.support)
    if refused:
        return NOT_MET
    if not policy.computable:
        return NOT_COMPUTED
    empty = [
        name for name, one in zip(policy.inputs, found.entered, strict=True) if one.figure is None
    ]
    if empty and policy.rate is not None:
        return _("还没有填：{names}").format(names="、".join(empty))
    return policy.formula or ""


def _cap(policy: Policy) -> str:
    if policy.rate is None:
        return ""
    if policy.cap is None:
        return policy.cap_scope or ""
    return _("{cap}，{scope}").format(cap=money(policy.cap), scope=policy.cap_scope or "")


def _sources(policy: Policy, sources: Mapping[str, Source]) -> str:
    told = "、".join(cite_all(policy.basis, sources))
    return told if policy.official_text_read else f"{told}（{unread_text(policy, sources)}）"


def permit_text(permit: ScopePermit) -> str:
    """When and why."""
    return f"{permit.when}：{permit.reason}" if permit.when else permit.reason


def scope_note(match: ScopeMatch) -> str:
    """前置或后置, permits of other organs, what else to know, how sure the match is."""
    phrase = match.phrase
    told = [LIKELY] if match.how is How.LIKELY else []
    if phrase.registration is not None:
        told.append(REGISTRATIONS[phrase.registration])
    if phrase.outside:
        told.append(_("本目录外：{names}").format(names="、".join(phrase.outside)))
    elif not phrase.permits:
        told.append(NO_PERMIT)
    return "；".join([*told, *([phrase.note] if phrase.note else [])])


def basis_text(permit: ScopePermit, sources: Mapping[str, Source]) -> str:
    """Titles and articles."""
    return "、".join(cite_all(permit.basis, sources))


def _grouped(number: Decimal) -> str:
    """Thousands apart by a blank that does not break, no idle zeros."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", "\u00a0")
