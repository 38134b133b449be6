"""The three letters share their head and the parcel; each asks for something else."""

from __future__ import annotations

from desktop.documents.layout.cells import Bars, Cell
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.courier.troubles.entries import NOTHING
from desktop.domain.courier.troubles.facts import Letter, TroubleFacts
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.papers import NONE, content_text, day_text, moment_text
from desktop.wording.troubles import letters as words
from desktop.wording.troubles.acts import yuan


def complaint(page: Page, facts: PaperFacts) -> list[Strip]:
    """投诉、查询函: whereabouts and an answer (快递暂行条例 28)."""
    told = _trouble(facts)
    asks = words.COMPLAINT_ASKS.format(
        article=cited(told.article), days=told.days, due=day_text(told.due)
    )
    return [*_head(page, told), *_tail(page, told, asks)]


def claim(page: Page, facts: PaperFacts) -> list[Strip]:
    """查询、索赔申请: 赔偿依据, value, amount (邮政法 47, 49; 快递暂行条例 27)."""
    told = _trouble(facts)
    asks = words.CLAIM_ASKS.format(
        article=cited(told.article), days=told.days, due=day_text(told.due)
    )
    basis = "insured" if told.insured > NOTHING else "capped" if told.capped else "loss"
    rows: list[Pair] = [
        (_("保价额"), _money(told, "insured"), _("所付邮费"), _money(told, "postage")),
        (_("实际损失"), _money(told, "loss"), _("请求赔偿"), _money(told, "wanted")),
        (_("赔偿依据"), f"{cited(told.compensation_article)}　{words.COMPENSATION[basis]}"),
    ]
    return [
        *_head(page, told),
        blank(page.size * 0.6),
        *pairs(page, rows),
        *_tail(page, told, asks),
    ]


def appeal(page: Page, facts: PaperFacts) -> list[Strip]:
    """申诉书 to the postal authority, with what was asked of the carrier before (邮政法 65)."""
    told = _trouble(facts)
    asks = words.APPEAL_ASKS.format(
        article=cited(told.article), days=told.days, due=day_text(told.due)
    )
    return [*_head(page, told), *_earlier(page, told), *_tail(page, told, asks)]


def cited(article: str) -> str:
    """`邮政法 第四十九条` → `《中华人民共和国邮政法》第四十九条`."""
    law, _blank, number = article.partition(" ")
    full = {"邮政法": _("中华人民共和国邮政法")}.get(law, law)
    return f"《{full}》{number}" if number else article


def _trouble(facts: PaperFacts) -> TroubleFacts:
    if facts.trouble is None:
        raise Refusal("paper_without_facts", paper=facts.number)
    return facts.trouble


def _head(page: Page, told: TroubleFacts) -> list[Strip]:
    """To whom, which parcel, what is wrong with it, what is inside."""
    stage = label(told.stage) + (f"（{label(told.signed_by)}）" if told.signed_by else "")
    ends = "　".join(part for part in (told.receiver, told.city) if part)
    rows: list[Pair] = [
        (_("致"), told.to or words.APPEAL_TO),
        *([(_("被申诉人"), told.carrier)] if told.to != told.carrier else []),
        (_("运单"), Bars(told.waybill) if told.waybill else _("（无运单号）")),
        (_("快递编号"), told.shipment, _("交寄日"), day_text(told.posted_on) or "—"),
        (_("收件人"), ends or "—", _("重量"), _weight(told)),
        (_("问题"), label(told.trouble), _("自"), day_text(told.since)),
        (_("现在到了"), stage),
        (_("情况说明"), told.said or NONE),
    ]
    return [*pairs(page, rows), *_inside(page, told), *_passed(page, told)]


def _tail(page: Page, told: TroubleFacts, asks: str) -> list[Strip]:
    enclosed = [words.ENCLOSURES["waybill"], words.ENCLOSURES["handover"]]
    if told.wanted > NOTHING:
        enclosed.append(words.ENCLOSURES["value"])
    if told.earlier:
        enclosed.append(words.ENCLOSURES["earlier"])
    listed = "\n".join(f"{n}. {text}" for n, text in enumerate(enclosed, 1))
    return [
        blank(page.size * 0.6, keep=True),
        *paragraph(page, asks),
        *pairs(page, [(_("附件"), listed)]),
    ]


def _inside(page: Page, told: TroubleFacts) -> list[Strip]:
    rows: list[tuple[Cell, ...]] = [
        (str(n), content_text(one), label(one.kind), one.case or "—")
        for n, one in enumerate(told.contents, 1)
    ]
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("内件"), share=1),
        Column(_("种类"), fixed=24),
        Column(_("办件"), fixed=44),
    )
    return titled(page, _("内件"), table(page, columns, rows)) if rows else []


def _passed(page: Page, told: TroubleFacts) -> list[Strip]:
    rows = [(moment_text(at.isoformat()), label(stage)) for at, stage in told.passed]
    columns = (Column(_("时刻"), fixed=48), Column(_("到了哪一步"), share=1))
    return titled(page, _("经过"), table(page, columns, rows)) if rows else []


def _earlier(page: Page, told: TroubleFacts) -> list[Strip]:
    rows = [_letter(one) for one in told.earlier]
    columns = (
        Column(_("此前提出"), fixed=20),
        Column(_("文书编号"), share=1),
        Column(_("提出日·应答复日"), fixed=32),
        Column(_("答复"), fixed=25),
    )
    return titled(page, _("已向承运人提出"), table(page, columns, rows)) if rows else []


def _letter(one: Letter) -> tuple[str, ...]:
    answer = day_text(one.answered) if one.answered else _("没有答复")
    days = f"{day_text(one.on)}\n{day_text(one.due)}"
    return (label(one.remedy), one.paper or "—", days, answer)


def _weight(told: TroubleFacts) -> str:
    return _("{g} 克").format(g=told.weight) if told.weight else "—"


def _money(told: TroubleFacts, name: str) -> str:
    amount = getattr(told, name)
    return _("{n} 元").format(n=yuan(amount)) if amount > NOTHING else NONE
