"""Rows and tables that several papers share, as strips."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.documents.layout.cells import Both, Choices
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import Column, Pair, table, titled
from desktop.domain.cases.draft import Channel, Way
from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.tick import Check
from desktop.domain.identity.party import PartyKind
from desktop.wording import _
from desktop.wording.english import in_english
from desktop.wording.labels import label
from desktop.wording.papers import (
    COURT,
    KEPT_AS,
    REMEDIES,
    REVIEW_ORGAN,
    agent_text,
    form_text,
    moment_text,
    open_text,
    party_text,
    receiver_text,
    spared_text,
)


def said(facts: PaperFacts, text: str) -> str:
    """The text, on a bilingual paper with its rendition under each line."""
    if not facts.bilingual:
        return text
    return Both(text, [in_english(facts, line) for line in text.split("\n")])


def applicant(facts: PaperFacts) -> list[Pair]:
    """申请人, and the legal representative of an organisation."""
    party = facts.applicant
    told = party_text(party)
    if party.kind is PartyKind.ORGANISATION and party.legal_representative:
        told += "　" + _("法定代表人　{name}").format(name=party.legal_representative)
    return [(_("申请人"), told)]


def agent(facts: PaperFacts) -> list[Pair]:
    """代理人及权限; an applicant who came alone is told so."""
    return [(_("代理人及权限"), agent_text(facts.agent))]


def item(facts: PaperFacts, code: bool = False) -> list[Pair]:
    """事项 with its type and, where the paper wants it, its code."""
    kind = f"（{facts.item_type}）" if facts.item_type else ""
    rows: list[Pair] = [(_("事项"), facts.item_name + kind)]
    if code and facts.item:
        rows.append((_("事项编码"), facts.item))
    return rows


def situation(facts: PaperFacts) -> list[Pair]:
    """情形: every question with its answer; a default that nobody confirmed says so."""
    told = [
        f"{ask.rstrip('？?')}：{answer}" + (_("（按默认情形）") if ask in facts.assumed else "")
        for ask, answer in facts.situation
        if answer
    ]
    return [(_("情形"), "\n".join(told))] if told else []


def received(facts: PaperFacts) -> list[Pair]:
    """When and how the materials came."""
    told = [f"{moment_text(facts.received_at)}　{_way(facts.channel, facts.waybill)}".strip()]
    later = facts.supplied
    if later is not None:
        at = moment_text(later.at.isoformat())
        told.append(_("补收 {at}　{way}").format(at=at, way=_way(later.channel, later.waybill)))
    return [(_("收到时刻·渠道"), "\n".join(told))]


def _way(channel: Channel, waybill: str) -> str:
    """寄递 with its waybill; its moment is that of the signing, whenever it was opened."""
    way = label(channel)
    if waybill:
        way += _("（运单 {waybill}）").format(waybill=waybill)
    if channel is Channel.LATE_ENTRY:
        way += _("（收到时以纸质登记，事后录入）")
    return way


def pickup(facts: PaperFacts) -> list[Pair]:
    """领取方式: both ways stand there, the chosen one is ticked."""
    way = facts.delivery.way
    ticks = Choices(tuple((way is one, label(one)) for one in (Way.PICKUP, Way.COURIER)))
    rows: list[Pair] = [(_("领取方式"), ticks)]
    if way is Way.COURIER and facts.delivery.receiver:
        rows.append((_("寄送到"), receiver_text(facts)))
    return rows


def handed_in(facts: PaperFacts) -> list[SheetLine]:
    """Lines whose material lies with the hall, right or wrong."""
    return [line for line in facts.lines if line.tick.check is Check.RECEIVED]


def spared(facts: PaperFacts) -> list[SheetLine]:
    """Lines that need not be handed in."""
    return [line for line in facts.lines if line.tick.check is Check.EXEMPT]


def not_in(facts: PaperFacts) -> list[SheetLine]:
    """Lines still open, in whatever way."""
    return [line for line in facts.lines if line.tick.check not in (Check.RECEIVED, Check.EXEMPT)]


def materials(page: Page, facts: PaperFacts, title: str) -> list[Strip]:
    """材料表: number, name, form, copies, pages, kept or given back."""
    lines = handed_in(facts)
    rows = [
        (
            str(number),
            line.name,
            form_text(line),
            str(line.tick.copies or line.copies),
            str(line.tick.pages) if line.tick.pages else "—",
            KEPT_AS[line.tick.kept],
        )
        for number, line in enumerate(lines, 1)
    ]
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("材料名称"), share=1),
        Column(_("原件/复印件/电子"), fixed=29),
        Column(_("份"), fixed=8, align="right"),
        Column(_("页"), fixed=8, align="right"),
        Column(_("留存/退还"), fixed=29),
    )
    return titled(page, title, table(page, columns, rows)) if rows else []


def reasons(
    page: Page,
    title: str,
    lines: Iterable[SheetLine],
    column: str,
    why: str = "spared",
    say: Callable[[str], str] = str,
) -> list[Strip]:
    """Number, name and one text: why it is spared, or what is still open."""
    text = spared_text if why == "spared" else open_text
    rows = [(str(number), say(line.name), say(text(line))) for number, line in enumerate(lines, 1)]
    columns = (
        Column(say(_("序")), fixed=7, align="centre"),
        Column(say(_("材料名称")), share=1),
        Column(say(column), share=1),
    )
    return titled(page, say(title), table(page, columns, rows)) if rows else []


def remedies(organ: str = "", court: str = "") -> list[Pair]:
    """复议 60 calendar days (复议法 20), 诉讼 6 months (行诉法 46)."""
    text = REMEDIES.format(organ=organ or REVIEW_ORGAN, court=court or COURT)
    return [(_("复议和诉讼"), text)]


def names(facts: PaperFacts, keys: Iterable[str]) -> str:
    """Materials by their names; a key that no line has stands for itself."""
    known = {line.key: line.name for line in facts.lines}
    known |= {defect.key: defect.name for defect in facts.defects}
    return "、".join(known.get(key, key) for key in keys)
