"""A fetched licence in one line: on the row it spares, in the panel, on the receipt."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Sheet
from desktop.domain.guidance.checklist import Need
from desktop.domain.licences.fetched import LicenceAnswer, Outcome
from desktop.domain.licences.sparing import (
    Evidence,
    Standing,
    best,
    standing,
    unverified,
    used,
)
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.licences.register import until_text
from desktop.wording.licences.used import used_text

GLYPHS = {Outcome.FOUND: "✓", Outcome.NONE: "○", Outcome.UNAVAILABLE: "◇"}


class RowTold(NamedTuple):
    """What a material's row says of its e-licence; `waits`: 待核."""

    text: str
    waits: bool


def rows_told(draft: Draft, sheet: Sheet, today: date) -> dict[str, RowTold]:
    """By material, of those whose e-licence was asked for."""
    told = {}
    for row in sheet.rows:
        material, spared = row.line.material, row.line.need is Need.EXEMPT
        categories = (row.line.reason.licence,) if spared else (
            material.e_licence, material.data_share,
        )  # fmt: skip
        for category in categories:
            text = row_text(draft.evidence, category, today)
            if text:
                one = used(draft.evidence, category or "")
                told[row.key] = RowTold(text, spared and one is not None and one.unverified)
                break
    return told


def row_text(evidence: Evidence, category: str | None, today: date) -> str:
    """What stands in the row of a material that this category could spare; empty where nobody
    asked.
    """
    answer = evidence.answer(category) if category else None
    if answer is None:
        return ""
    told = used(evidence, answer.category)
    return used_text(told) if told else refused_text(answer, evidence, today)


def refused_text(answer: LicenceAnswer, evidence: Evidence, today: date) -> str:
    """Why it spares nothing, and what to do."""
    found = best(answer, evidence.holder, today)
    if found is None:
        if answer.outcome is Outcome.NONE:
            return _("电子证照查无，按材料收取或请申请人先办证")
        why = label(answer.why) if answer.why else label(answer.outcome)
        return _("电子证照未采用：{why}").format(why=why)
    stands = standing(found, evidence.holder, today)
    if stands is Standing.GOOD:
        return ""
    told = _("▲ 电子证照{standing}（有效至 {until}，{issuer}），不免交：请申请人换证或提交有效证件")
    return told.format(
        standing=label(stands), until=until_text(found.valid_until), issuer=found.issuer
    )


def answer_text(answer: LicenceAnswer, evidence: Evidence, name: str, today: date) -> str:
    """A line of the panel: the category by name, then what came of it."""
    glyph = GLYPHS[answer.outcome]
    if not used(evidence, answer.category) and answer.licences:
        glyph = "×"
    if answer.outcome is Outcome.UNAVAILABLE and not unverified(answer):
        glyph = "×"
    return f"{glyph} {name}：{row_text(evidence, answer.category, today)}"
