"""办件移交单: cases that go from one hall to another, with materials, originals and what is left."""

from __future__ import annotations

from desktop.documents.layout.cells import Cell
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling import rows
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.exchange.handing import HandedCase
from desktop.wording import _
from desktop.wording.exchange.disagreements import RUNS_ON
from desktop.wording.handling.papers import BLANK
from desktop.wording.labels import label
from desktop.wording.papers import NONE, day_text, moment_text


def hall_sheet(page: Page, facts: PaperFacts) -> list[Strip]:
    """移出·接收大厅, one row per case, 差异, 移出人; the receiver signs in the foot."""
    told = rows.stated(facts, facts.handing)
    before: list[Pair] = [
        (_("移出大厅"), facts.issuer.hall),
        (_("接收大厅"), f"{told.to_name}（{told.to}）"),
        (_("移交时刻"), moment_text(facts.issued_at)),
        (_("原因"), told.reason),
    ]
    originals = sum(len(one.originals) for one in told.cases)
    total = _("办件 {n} 件，原件 {m} 件").format(n=len(told.cases), m=originals)
    after: list[Pair] = [
        (_("合计"), total),
        (_("清点差异"), BLANK * 2),
        (_("移出人"), facts.issuer.clerk, _("签字·时刻"), BLANK),
    ]
    return [
        *pairs(page, before),
        *titled(page, _("移交的办件"), _cases(page, told.cases)),
        blank(page.size, keep=True),
        *pairs(page, after),
        blank(page.size * 0.5),
        *paragraph(page, RUNS_ON),
    ]


def _cases(page: Page, cases: tuple[HandedCase, ...]) -> list[Strip]:
    wide = page.name == "A4"
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("办件编号"), fixed=46 if wide else 38),
        Column(_("事项·材料"), share=1),
        Column(_("原件"), fixed=40 if wide else 26),
        Column(_("期限"), fixed=32 if wide else 24),
    )
    return table(page, columns, [_row(n, one) for n, one in enumerate(cases, 1)])


def _row(number: int, one: HandedCase) -> tuple[Cell, ...]:
    inside = "\n".join([one.item_name, *(f"· {name}" for name in one.materials)])
    code = f"{one.case}\n{label(Stage(one.stage))}"
    return (str(number), code, inside, "\n".join(one.originals) or NONE, _due(one))


def _due(one: HandedCase) -> str:
    if one.due is None:
        return "—"
    left = "" if one.left is None else "\n" + _("余 {n} 个工作日").format(n=one.left)
    return day_text(one.due) + left
