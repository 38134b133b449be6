"""快递交接单: the parcels given to one carrier, signed by both sides (快递条例 22)."""

from __future__ import annotations

from desktop.documents.layout.cells import Bars, Cell
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.courier.posting import Parcel
from desktop.wording import _
from desktop.wording.custody import HANDED_OVER
from desktop.wording.handling.papers import BLANK
from desktop.wording.papers import NONE, content_text, moment_text


def handover(page: Page, facts: PaperFacts) -> list[Strip]:
    """单号·日期·大厅·承运人, one row per parcel, 合计, 差异, 交出人·揽收员."""
    rows: list[Pair] = [
        (_("交接时刻"), moment_text(facts.issued_at), _("承运人"), facts.carrier),
        (_("大厅"), facts.issuer.hall),
    ]
    grams = sum(parcel.weight for parcel in facts.parcels)
    pieces = sum(len(parcel.contents) for parcel in facts.parcels)
    total = _("{n} 件快件，内件 {m} 项").format(n=len(facts.parcels), m=pieces)
    if grams:
        total += _("，共 {g} 克").format(g=grams)
    after: list[Pair] = [
        (_("合计"), total),
        (_("差异"), facts.differences or NONE),
        (_("交出人"), f"{facts.issuer.clerk}　{facts.issuer.window}", _("签字·时刻"), BLANK),
        (_("揽收员·工号"), facts.courier or BLANK, _("签字·时刻"), BLANK),
    ]
    return [
        *pairs(page, rows),
        *titled(page, _("快件"), _parcels(page, facts.parcels)),
        blank(page.size, keep=True),
        *pairs(page, after),
        blank(page.size * 0.5),
        *paragraph(page, HANDED_OVER),
    ]


def _parcels(page: Page, parcels: tuple[Parcel, ...]) -> list[Strip]:
    """On A5 what belongs together shares a column; the order stays the same."""
    wide = page.name == "A4"
    columns = [Column(_("序"), fixed=6, align="centre"), Column(_("运单"), fixed=44)]
    if wide:
        columns += [Column(_("袋号"), fixed=13), Column(_("收件人"), fixed=17)]
        columns += [Column(_("城市"), fixed=15), Column(_("内件·办件"), share=1)]
        columns.append(Column(_("重量（克）"), fixed=11, align="right"))
    else:
        columns += [Column(_("袋号/重量"), fixed=16), Column(_("收件人/城市"), fixed=20)]
        columns.append(Column(_("内件·办件"), share=1))
    rows = [_row(index, parcel, wide) for index, parcel in enumerate(parcels, 1)]
    return table(page, columns, rows)


def _row(index: int, parcel: Parcel, wide: bool) -> tuple[Cell, ...]:
    cases = "、".join(dict.fromkeys(line.case for line in parcel.contents if line.case))
    inside = "\n".join([*map(content_text, parcel.contents), *([cases] if cases else [])])
    code: Cell = Bars(parcel.waybill) if parcel.waybill else _("（无运单号）")
    weight = str(parcel.weight) if parcel.weight else "—"
    bag = parcel.bag or "—"
    head = (str(index), code)
    if wide:
        return (*head, bag, parcel.receiver, parcel.city or "—", inside or "—", weight)
    grams = _("{g} 克").format(g=weight) if parcel.weight else ""
    who = "\n".join(part for part in (parcel.receiver, parcel.city) if part)
    return (*head, "\n".join(p for p in (bag, grams) if p), who, inside or "—")
