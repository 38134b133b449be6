"""不予受理决定书 (许可法 32(2), 38) and the separate 不受理告知书 of 32(1)."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import Pair, pairs
from desktop.documents.papers import parts
from desktop.domain.cases.entries import CaseRefused, RefusalGround
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.papers import (
    NONE,
    NOT_NEEDED,
    NOT_NEEDED_BY_LAW,
    REFUSED,
    cited,
    day_of,
    is_licence,
)


def refusal(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 请求, 事实, 理由·条文, 主管机关, 退还材料, 复议和诉讼."""
    told = _told(facts)
    reason = label(told.ground) + "。"
    article = cited(facts, told.article)
    if article:
        reason += _("依据：{article}。").format(article=article)
    rows: list[Pair] = [*_request(facts), (_("事实"), told.facts)]
    rows += [
        (_("理由和条文"), reason + REFUSED),
        *_organ(told),
        *_returned(facts, told),
        *parts.remedies(told.review_organ, told.court),
    ]
    return pairs(page, rows)


def not_needed(page: Page, facts: PaperFacts) -> list[Strip]:
    """依法不需要取得许可: told at once, and nothing is decided."""
    told = _told(facts)
    reason = NOT_NEEDED_BY_LAW if is_licence(facts) else NOT_NEEDED
    rows: list[Pair] = [*_request(facts), (_("事实"), told.facts)]
    rows += [(_("理由和条文"), reason), *_organ(told), *_returned(facts, told)]
    return pairs(page, [*rows, *parts.remedies(told.review_organ, told.court)])


def _told(facts: PaperFacts) -> CaseRefused:
    if facts.refusal is None:
        raise Refusal("paper_without_facts", paper=facts.number)
    return facts.refusal


def _request(facts: PaperFacts) -> list[Pair]:
    asked = _("{day}申请办理「{item}」").format(day=day_of(facts.received_at), item=facts.item_name)
    return [*parts.applicant(facts), (_("请求"), asked), *parts.situation(facts)]


def _organ(told: CaseRefused) -> list[Pair]:
    """The organ that is in charge; it must be named where the ground is 32(2)."""
    if not told.competent_organ:
        missing = told.ground is RefusalGround.NO_JURISDICTION
        return [(_("主管机关"), _("请向本大厅咨询"))] if missing else []
    lines = [told.competent_organ]
    if told.competent_address:
        lines.append(_("地址：{text}").format(text=told.competent_address))
    if told.competent_phone:
        lines.append(_("电话：{text}").format(text=told.competent_phone))
    return [(_("主管机关"), "\n".join(lines))]


def _returned(facts: PaperFacts, told: CaseRefused) -> list[Pair]:
    return [(_("退还材料"), parts.names(facts, told.returned) or NONE)]
