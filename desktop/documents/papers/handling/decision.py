"""准予决定书 and 不予决定书 (许可法 38, 44); of 行政许可 they say so in their title."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, table, titled
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.course import Course, Technical
from desktop.domain.handling.entries import Decided, Produced
from desktop.wording import _
from desktop.wording.handling.papers import (
    AS_ISSUED,
    DENIED,
    DENIED_BY_LAW,
    GRANTED,
    GRANTED_BY_LAW,
    serve_by,
)
from desktop.wording.labels import label
from desktop.wording.papers import cited, day_of, day_text, is_licence


def grant(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 请求, 审查情况, 决定, 依据, 附条件, 结果和有效期, 送达期限, 经办·签发, 找一人."""
    course = rows.course(facts)
    told = rows.stated(facts, course.decided)
    lines: list[Pair] = [
        (_("决定"), GRANTED_BY_LAW if is_licence(facts) else GRANTED),
        *rows.basis(facts, "", told.article or "；".join(facts.legal_basis)),
        *([(_("附条件"), told.conditions)] if told.conditions else []),
        *_result(facts, course.produced),
        *_served(facts, told),
        *parts.pickup(facts),
        *enquiry(facts),
    ]
    return [*_opening(page, facts, course), *pairs(page, lines)]


def denial(page: Page, facts: PaperFacts) -> list[Strip]:
    """As the grant; with facts and reasons, the provision, and what can be done against it (38)."""
    course = rows.course(facts)
    told = rows.stated(facts, course.decided)
    article = cited(facts, told.article) or "；".join(facts.legal_basis)
    lines: list[Pair] = [
        (_("事实和理由"), told.reasons),
        *([(_("条文"), article)] if article else []),
        (_("决定"), DENIED_BY_LAW if is_licence(facts) else DENIED),
        *_served(facts, told),
        *parts.remedies(told.review_organ, told.court),
        *enquiry(facts),
    ]
    return [*_opening(page, facts, course), *pairs(page, lines)]


def _opening(page: Page, facts: PaperFacts, course: Course) -> list[Strip]:
    """Who asked for what, and how it was reviewed."""
    asked = _("{day}申请办理「{item}」").format(day=day_of(facts.received_at), item=facts.item_name)
    if facts.accepted_on:
        asked += _("，{day}受理").format(day=day_text(facts.accepted_on))
    return [
        *pairs(page, [*parts.applicant(facts), *parts.item(facts, code=True), (_("请求"), asked)]),
        *titled(page, _("审查情况"), _reviews(page, course)),
        blank(page.size, keep=True),
    ]


def _reviews(page: Page, course: Course) -> list[Strip]:
    """Steps and technical reviews with conclusion and persons; opinions stay in the file."""
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("审查内容"), share=1),
        Column(_("审查机构和人员"), share=1),
        Column(_("结论"), fixed=21),
        Column(_("日期"), fixed=31),
    )
    found = [
        (one.step, _who(one.organ, one.persons), label(one.conclusion), day_text(one.reviewed_on))
        for one in course.reviews
    ]
    found += [_technical(one) for one in course.technical]
    lines = [(str(number), *row) for number, row in enumerate(found, 1)]
    return table(page, columns, lines) if lines else []


def _who(organ: str, persons: tuple[str, ...]) -> str:
    return "\n".join(part for part in (organ, "、".join(persons)) if part)


def _technical(one: Technical) -> tuple[str, str, str, str]:
    subject = _("技术审查：{subject}").format(subject=one.asked.subject)
    if one.given is None:
        return subject, one.asked.to, "—", "—"
    return subject, one.asked.to, label(one.given.conclusion), day_text(one.given.given_on)


def _result(facts: PaperFacts, made: Produced | None) -> list[Pair]:
    """The document that follows; its number and validity where it is made already (补办)."""
    if made is None:
        told = f"{facts.result}（{AS_ISSUED}）" if facts.result else ""
    else:
        until = day_text(made.valid_until) or _("长期")
        told = _("{name}　{number}\n有效期：{first} 至 {until}").format(
            name=made.name, number=made.number, first=day_text(made.valid_from), until=until
        )
    return [(_("决定的结果"), told)] if told else []


def _served(facts: PaperFacts, told: Decided) -> list[Pair]:
    """决定日, 送达期限 and the two who sign (北京市优化营商环境条例 35)."""
    by = serve_by(told.delivery, is_licence(facts)) if told.delivery.due else ""
    return [
        (_("决定日"), day_text(told.decided_on)),
        *([(_("送达期限"), by)] if by else []),
        (_("经办人"), told.handler, _("签发人"), told.signer),
    ]
