"""清点差异记录: what a parcel held beside what its slip announced, signed by those who opened it."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling.rows import stated
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.custody.count import differences
from desktop.domain.custody.entries import Counted
from desktop.wording import _
from desktop.wording.custody import COUNTED, label_of
from desktop.wording.handling.papers import BLANK
from desktop.wording.papers import NONE, moment_text


def count(page: Page, facts: PaperFacts) -> list[Strip]:
    """包裹·封签, one row per line of the slip, 差异 in words, 清点人·在场人."""
    told = stated(facts, facts.custody)
    before: list[Pair] = [
        (_("快件编号"), told.shipment, _("承运人"), facts.carrier),
        (_("运单号"), facts.waybill or NONE, _("开拆时刻"), moment_text(told.opened_at)),
        (_("封签号"), told.bag or NONE, _("封签"), _("完好") if told.intact else _("封签破损")),
    ]
    second = told.second or told.alone or NONE
    after: list[Pair] = [
        (_("差异"), "\n".join(map(_told, differences(told.counted))) or NONE),
        (_("清点人"), facts.issuer.clerk, _("签字·时刻"), BLANK),
        (_("在场人") if told.second else _("单人理由"), second, _("签字·时刻"), BLANK),
    ]
    return [
        *pairs(page, before),
        *titled(page, _("逐项清点"), _lines(page, told.counted)),
        blank(page.size, keep=True),
        *pairs(page, after),
        blank(page.size * 0.5),
        *paragraph(page, COUNTED),
    ]


def _lines(page: Page, lines: tuple[Counted, ...]) -> list[Strip]:
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("名称"), share=1),
        Column(_("清单"), fixed=19),
        Column(_("实收"), fixed=19),
        Column(_("结论"), fixed=17),
    )
    return table(page, columns, [_row(n, line) for n, line in enumerate(lines, 1)])


def _row(number: int, line: Counted) -> tuple[str, ...]:
    name = line.name + (_("（原件）") if line.original else "")
    inside = "\n".join(part for part in (name, line.case, line.note, line.piece) if part)
    told, found = _amount(line.copies, line.pages), _amount(line.counted, line.counted_pages)
    return (str(number), inside, told, found, label_of(line.found))


def _amount(copies: int, pages: int) -> str:
    if not copies:
        return "—"
    return _("{n} 份").format(n=copies) + (_(" {n} 页").format(n=pages) if pages else "")


def _told(line: Counted) -> str:
    note = f"：{line.note}" if line.note else ""
    return f"{line.name}　{label_of(line.found)}{note}"
