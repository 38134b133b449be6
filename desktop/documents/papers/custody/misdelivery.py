"""错寄处置记录 for the file, and the 告知书 to each person (个人信息保护法 55–57)."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling.rows import stated
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.custody.misdelivery import Misdelivered, MisdeliveryFollowed
from desktop.wording import _
from desktop.wording.custody import ARTICLE_57, NOTICE_LEAD, label_of
from desktop.wording.papers import NONE, content_text, day_text, moment_text


def record(page: Page, facts: PaperFacts) -> list[Strip]:
    """What happened, whose data, how grave, what was done and told, until the papers are back."""
    custody = stated(facts, facts.custody)
    told = stated(facts, custody.misdelivered)
    before: list[Pair] = [
        (_("快件编号"), custody.shipment, _("承运人"), facts.carrier),
        (_("运单号"), facts.waybill or NONE, _("寄出时刻"), moment_text(custody.sent_at) or NONE),
        (_("发现日期"), day_text(told.found_on), _("补寄快件"), custody.resend or NONE),
        (_("误收人"), told.to),
        (_("材料所属的人"), told.owner),
        (_("内件"), _inside(told)),
    ]
    judged: list[Pair] = [
        *_fifty_seven(told),
        (_("危害程度"), label_of(told.harm)),
        (_("不告知理由"), told.not_told or NONE),
    ]
    return [
        *pairs(page, before),
        *titled(page, _("个人信息保护法第五十七条所列事项"), pairs(page, judged)),
        *titled(page, _("处置经过"), _steps(page, custody.steps)),
        blank(page.size * 0.5),
        *paragraph(page, ARTICLE_57),
    ]


def notice(page: Page, facts: PaperFacts) -> list[Strip]:
    """To the person whose papers they are: 57(1) to (3), in plain words."""
    custody = stated(facts, facts.custody)
    told = stated(facts, custody.misdelivered)
    about: list[Pair] = [
        (_("发现日期"), day_text(told.found_on), _("运单号"), facts.waybill or NONE),
        (_("涉及的材料"), _inside(told)),
        *_fifty_seven(told),
    ]
    return [
        *paragraph(page, f"{told.owner}："),
        *paragraph(page, NOTICE_LEAD),
        *pairs(page, about),
    ]


def _fifty_seven(told: Misdelivered) -> list[Pair]:
    """种类 · 原因 · 可能造成的危害 · 补救措施 · 可采取的减轻措施 · 联系方式."""
    return [
        (_("信息种类"), "、".join(map(label_of, told.kinds))),
        (_("原因"), told.cause),
        (_("可能造成的危害"), told.consequence),
        (_("补救措施"), told.measures),
        (_("减轻措施"), told.relief),
        (_("联系方式"), told.contact),
    ]


def _inside(told: Misdelivered) -> str:
    return "\n".join(map(content_text, told.contents)) or NONE


def _steps(page: Page, steps: tuple[MisdeliveryFollowed, ...]) -> list[Strip]:
    columns = (
        Column(_("日期"), fixed=30),
        Column(_("处置"), fixed=30),
        Column(_("说明"), share=1),
    )
    rows = [
        (day_text(one.on), label_of(one.step), "　".join(p for p in (one.resend, one.note) if p))
        for one in steps
    ]
    return table(page, columns, rows or [(NONE, "", "")])
