"""个人信息查阅告知书, 个人信息更正答复书: what is held, for what, how long, who looked, what was done."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling.rows import stated
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.identity.masking import mask_number
from desktop.domain.supervision.retention.facts import HeldCase, PersonFacts
from desktop.wording import _
from desktop.wording.labels import carrier_label, label
from desktop.wording.papers import NONE, moment_text
from desktop.wording.supervision.retention import (
    NOTHING,
    PARTS,
    PURPOSE,
    ROLES,
    SEEN,
    THINGS,
    day_or_empty,
    field_text,
    until_text,
)


def sees(page: Page, facts: PaperFacts) -> list[Strip]:
    """Everything that is held of the person, and who looked at it."""
    told = stated(facts, facts.person)
    lead = SEEN if told.cases or told.things else NOTHING
    return [
        *pairs(page, _who(told)),
        blank(page.size * 0.5),
        *paragraph(page, lead),
        *titled(page, _("办件"), _cases(page, told.cases)),
        *titled(page, _("其他记录"), _things(page, told)),
        *titled(page, _("谁查看过被掩码的信息"), _looks(page, told)),
        blank(page.size * 0.5),
        *paragraph(page, PURPOSE),
        *(paragraph(page, told.answer) if told.answer else []),
    ]


def corrects(page: Page, facts: PaperFacts) -> list[Strip]:
    """What was asked, where it stands, what came of it."""
    told = stated(facts, facts.person)
    answered: list[Pair] = [
        (_("请求更正"), told.said or NONE),
        (_("处理结果"), label(told.outcome)),
        (_("说明"), told.answer or NONE),
    ]
    return [
        *pairs(page, _who(told)),
        *titled(page, _("请求与答复"), pairs(page, answered)),
        *titled(page, _("涉及的办件"), _cases(page, told.cases)),
        blank(page.size * 0.5),
        *paragraph(page, PURPOSE),
    ]


def _who(told: PersonFacts) -> list[Pair]:
    return [
        (_("姓名"), told.name or NONE, _("证件号码"), mask_number(told.id_number) or NONE),
        (_("身份核实"), told.proof, _("请求"), label(told.wish)),
    ]


def _cases(page: Page, cases: tuple[HeldCase, ...]) -> list[Strip]:
    columns = (
        Column(_("办件编号"), fixed=36),
        Column(_("事项"), share=1.2),
        Column(_("身份"), fixed=14),
        Column(_("保存的信息"), share=1),
        Column(_("保存至"), fixed=24),
    )
    rows = [
        (
            one.case, one.item_name, ROLES[one.role],
            "、".join(PARTS.get(part, part) for part in one.kept),
            until_text(one, day_or_empty(one.until)),
        )
        for one in cases
    ]  # fmt: skip
    return table(page, columns, rows or [(NONE, "", "", "", "")])


def _things(page: Page, told: PersonFacts) -> list[Strip]:
    columns = (
        Column(_("种类"), fixed=28), Column(_("编号"), fixed=52), Column(_("内容"), share=1)
    )  # fmt: skip
    rows = [
        (THINGS.get(one.kind, one.kind), one.number, _told(one.kind, one.told))
        for one in told.things
    ]
    return table(page, columns, rows or [(NONE, "", "")])


def _told(kind: str, told: str) -> str:
    if kind != "parcel":
        return told
    code, _blank, waybill = told.partition(" ")
    return f"{carrier_label(code)}　{waybill}".strip()


def _looks(page: Page, told: PersonFacts) -> list[Strip]:
    columns = (
        Column(_("时刻"), fixed=34), Column(_("工号"), fixed=14), Column(_("办件编号"), fixed=36),
        Column(_("查看了"), fixed=22), Column(_("理由"), share=1),
    )  # fmt: skip
    rows = [
        (
            moment_text(one.at.isoformat()), one.clerk, one.case,
            field_text(one.field), one.reason,
        )
        for one in told.looks
    ]  # fmt: skip
    return table(page, columns, rows or [(NONE, "", "", "", "")])
