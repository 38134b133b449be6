"""What was done about a parcel's trouble, in one sentence each; nothing that was said stands there."""

from __future__ import annotations

from decimal import Decimal

from desktop.domain.courier.troubles import entries as troubles
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.papers import day_text

ACTS: dict[str, str] = {
    "shipment.followed_up": _("跟进快件"),
    "shipment.complained": _("投诉、查询快件"),
    "shipment.claimed": _("快件索赔"),
    "shipment.appealed": _("快件申诉"),
    "shipment.answered": _("快件答复"),
    "shipment.trouble_settled": _("快件问题了结"),
    "courier.terms_set": _("设置快件天数"),
}
REFUSALS: dict[str, str] = {
    "no_such_trouble": _(
        "快件 {shipment} 现在没有「{trouble}」这个问题，可能已由别人处理，请刷新。"
    ),
    "no_trouble_terms": _("没有快件问题的天数表，请重新安装本程序。"),
    "trouble_days_wrong": _("天数 {days} 不对，应在 0 至 {most} 之间。"),
    "trouble_reason_missing": _("请写明理由。"),
    "nothing_said": _("请写明情况：说了什么，要对方做什么。"),
    "put_off_wrong": _("{until} 不行：从明天起，最多延后 {most} 天。"),
    "nothing_asked": _("没有等待答复的「{remedy}」。"),
    "answer_day_wrong": _("答复日 {on} 早于提出的日期或还没有到，请核对。"),
    "amount_below_nothing": _("金额 {amount} 不能小于零。"),
    "amount_unread": _("金额「{text}」看不明白，请只写数字，如 12.50。"),
    "asked_already": _("「{remedy}」已经提出，正等待答复。"),
    "carrier_not_asked": _("申诉前应先向承运人投诉或索赔；还没有提出过。"),
    "claim_too_late": _("索赔应在交寄之日起一年内提出，已于 {last} 届满。"),
    "not_to_resend": _("快件 {shipment} 现在是「{stage}」，不用补寄。"),
}


def followed(told: troubles.FollowedUp) -> str:
    parts = [label(told.trouble)]
    parts.append(_("问了{whom}").format(whom=label(told.whom)) if told.whom else _("暂缓"))
    if told.until:
        parts.append(_("{day} 再看").format(day=day_text(told.until)))
    return "，".join(parts)


def complained(told: troubles.Complained) -> str:
    return _asked(told)


def claimed(told: troubles.Claimed) -> str:
    amount = _("，请求赔偿 {n} 元").format(n=yuan(told.wanted)) if told.wanted else ""
    return _asked(told) + amount


def appealed(told: troubles.Appealed) -> str:
    to = _("，向{to}").format(to=told.to) if told.to else ""
    return _asked(told) + to


def answered(told: troubles.Answered) -> str:
    verdict = _("接受") if told.content else _("不接受")
    credit = _("，赔付 {n} 元").format(n=yuan(told.credited)) if told.credited else ""
    return _("{remedy} {day} 答复，{verdict}").format(
        remedy=label(told.remedy), day=day_text(told.on), verdict=verdict
    ) + credit  # fmt: skip


def settled(told: troubles.TroubleSettled) -> str:
    return f"{label(told.trouble)}：{label(told.how)}"


def terms_set(told: troubles.TermsSet) -> str:
    near = _("，同城 {n} 天").format(n=told.near_days) if told.near_days is not None else ""
    return _("{trouble}：{days} 天{near}，{within} 个工作日内处理，由{owner}；{reason}").format(
        trouble=label(told.trouble), days=told.days, near=near, within=told.within,
        owner=label(told.owner), reason=told.reason,
    )  # fmt: skip


def yuan(amount: Decimal) -> str:
    """Two places, as money is written."""
    return f"{amount:.2f}"


def _asked(told: troubles.Complained | troubles.Claimed | troubles.Appealed) -> str:
    paper = f"，{told.paper}" if told.paper else ""
    return _("{trouble}，答复期至 {due}{paper}").format(
        trouble=label(told.trouble), due=day_text(told.due), paper=paper
    )


SENTENCES = (followed, complained, claimed, appealed, answered, settled, terms_set)
