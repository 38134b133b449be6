"""材料交接单: materials of several cases from the window to the back office. No personal data."""

from __future__ import annotations

from desktop.documents.layout.cells import Bars, Cell
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.batches import BatchLine
from desktop.wording import _
from desktop.wording.handling.papers import BLANK, COUNTED
from desktop.wording.papers import NONE, moment_text


def materials(page: Page, facts: PaperFacts) -> list[Strip]:
    """One row per case, 合计, 备注, 交出人 and room for what the count shows; the receiver signs
    in the foot.
    """
    told = rows.stated(facts, facts.batch)
    before: list[Pair] = [
        (_("移送给"), told.to),
        (_("移送时刻"), moment_text(facts.issued_at)),
    ]
    after: list[Pair] = [
        (_("合计"), _total(told.lines)),
        (_("备注"), told.note or NONE),
        (_("清点差异"), BLANK * 2),
        (_("交出人"), facts.issuer.clerk, _("签字·时刻"), BLANK),
    ]
    return [
        *pairs(page, before),
        *titled(page, _("移送的材料"), _lines(page, told.lines)),
        blank(page.size, keep=True),
        *pairs(page, after),
        blank(page.size * 0.5),
        *paragraph(page, COUNTED),
    ]


def _lines(page: Page, lines: tuple[BatchLine, ...]) -> list[Strip]:
    """On A4 there is room for each number's Code128, at a width that hand scanners read."""
    wide = page.name == "A4"
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("办件编号"), fixed=64 if wide else 45),
        Column(_("事项·材料"), share=1),
        Column(_("件"), fixed=7, align="right"),
        Column(_("份"), fixed=7, align="right"),
        Column(_("页"), fixed=9, align="right"),
    )
    return table(page, columns, [_row(n, line, wide) for n, line in enumerate(lines, 1)])


def _row(number: int, line: BatchLine, wide: bool) -> tuple[Cell, ...]:
    inside = "\n".join([line.item_name, *(f"· {name}" for name in line.materials)])
    code: Cell = Bars(line.case) if wide else line.case
    counts = (len(line.materials), line.copies, line.pages)
    return (str(number), code, inside, *(str(count) if count else "—" for count in counts))


def _total(lines: tuple[BatchLine, ...]) -> str:
    return _("办件 {cases} 件，材料 {kinds} 件、{copies} 份、{pages} 页").format(
        cases=len(lines),
        kinds=sum(len(line.materials) for line in lines),
        copies=sum(line.copies for line in lines),
        pages=sum(line.pages for line in lines),
    )
