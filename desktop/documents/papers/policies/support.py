"""政策测算单: conditions as answered, figures, the ceiling with its formula, source and doubts."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.policies.sheet import PolicySheet
from desktop.wording import _
from desktop.wording.papers import moment_text


def support(page: Page, facts: PaperFacts) -> list[Strip]:
    """Nothing is printed that the clerk did not see; an amount is never without its caution."""
    sheet = facts.policy
    if sheet is None:
        return [blank(page.size)]
    head: list[Pair] = [
        (_("政策"), f"{sheet.name}（{sheet.policy}）"),
        (_("条文"), sheet.text),
        (_("测算时刻"), moment_text(facts.issued_at)),
    ]
    return [
        *pairs(page, head),
        *titled(page, _("条件"), [*_conditions(page, sheet), *pairs(page, _verdict(sheet))]),
        *titled(page, _("测算"), pairs(page, _worked_out(sheet))),
        *titled(page, _("来源和疑点"), pairs(page, _behind(sheet))),
        blank(page.size * 0.5),
        *paragraph(page, sheet.caution),
    ]


def _conditions(page: Page, sheet: PolicySheet) -> list[Strip]:
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("条件"), share=1),
        Column(_("回答"), fixed=18),
    )
    rows = [(str(n), text, told) for n, (text, told) in enumerate(sheet.conditions, 1)]
    return table(page, columns, rows) if rows else []


def _verdict(sheet: PolicySheet) -> list[Pair]:
    return [(_("结论"), sheet.verdict)]


def _worked_out(sheet: PolicySheet) -> list[Pair]:
    rows: list[Pair] = list(sheet.figures)
    if sheet.amount:
        rows.append((_("结果"), f"{sheet.amount_label}　{sheet.amount}"))
    rows.append((_("算式"), sheet.working))
    return [*rows, *([(_("上限"), sheet.cap_scope)] if sheet.cap_scope else [])]


def _behind(sheet: PolicySheet) -> list[Pair]:
    told = [
        (_("来源"), sheet.sources),
        (_("疑点"), sheet.doubts),
        (_("要问清"), sheet.ask),
        (_("申报事项"), sheet.apply),
    ]
    return [(name, text) for name, text in told if text]
