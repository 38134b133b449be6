"""The body of an application form: 申请事项, then section by section, in boxes."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.layout.cells import Choices
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank, kept
from desktop.documents.layout.table import paragraph, titled
from desktop.documents.papers.forms.grid import Box, grid
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.forms.facts import FormCell, FormEdition, FormFacts, FormMatter, FormPart
from desktop.domain.forms.form import FieldKind
from desktop.domain.forms.layout import CHOSEN, chosen
from desktop.wording import _
from desktop.wording.guidance.forms import (
    DAY_BLANK,
    MATTERS,
    OPTIONAL,
    for_items,
    item_mark,
    plain,
    value_text,
)

HAND, LONG = 8.5, 18.0
"""Millimetres a hand needs for a line, and for a paragraph."""


def form(page: Page, facts: PaperFacts) -> list[Strip]:
    """Everything between head and signature; nothing where there is no form."""
    told = facts.form
    if told is None:
        return [blank(page.size)]
    strips = titled(page, MATTERS, grid(page, _matters(told)))
    for part in told.parts:
        strips += _part(page, told, part)
    return strips


def _matters(told: FormFacts) -> Iterator[Box]:
    several = len(told.matters) > 1
    for number, matter in enumerate(told.matters, 1):
        mark = item_mark(number) if several else ""
        name = _("{name}（事项编码 {id}）").format(name=matter.name, id=matter.id)
        yield Box(mark + _("事项名称"), name, wide=True)
        situation = _situation(matter)
        if situation:
            yield Box(mark + _("办理情形"), situation, wide=True)


def _situation(matter: FormMatter) -> str:
    told = (f"{plain(ask)}：{answer}" for ask, answer in matter.situation if answer)
    return "；".join(told)


def _part(page: Page, told: FormFacts, part: FormPart) -> list[Strip]:
    title = f"{part.title}　{for_items(part.items)}" if part.items else part.title
    inside = kept(paragraph(page, part.text)) if part.text and part.cells else []
    if part.text and not part.cells:
        inside = paragraph(page, part.text)
    boxes = (_box(cell, told.edition is FormEdition.BLANK) for cell in part.cells)
    return titled(page, title, [*inside, *grid(page, boxes)])


def _box(cell: FormCell, empty: bool) -> Box:
    label = cell.label + "".join(item_mark(number) for number in cell.items)
    if not cell.required:
        label += OPTIONAL
    text = value_text(cell.kind, cell.value, cell.source)
    if cell.kind in CHOSEN:
        return Box(label, _ticks(cell, text), wide=cell.wide, height=HAND)
    if cell.kind is FieldKind.DATE and not text:
        return Box(label, DAY_BLANK, height=HAND)
    long = cell.kind is FieldKind.PARAGRAPH
    return Box(
        label,
        text,
        wide=cell.wide,
        unit=cell.unit,
        hint=cell.hint if empty else "",
        height=LONG if long and empty else LONG / 2 if long else HAND,
    )


def _ticks(cell: FormCell, text: str) -> Choices:
    """Every option, the chosen ones ticked; what is no option is not lost on the way."""
    picked = (text,) if text in cell.options else chosen(cell.value)
    other = [(True, told) for told in picked if told not in cell.options]
    return Choices((*((option in picked, option) for option in cell.options), *other))
