"""What stands on a printed form: whole in itself, so that a reprint needs no catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.forms.form import Field, FieldKind
from desktop.domain.forms.layout import Asked, Layout, Part, Values

NARROW = 100
"""Characters up to which a text shares its row with another field."""
OPTIONS, BOX = 16, 3
"""The same for options, each with its box, side by side."""


class FormEdition(StrEnum):
    """空白表 to write on by hand, 示例表 to look at, and the one that is signed."""

    BLANK = "blank"
    SAMPLE = "sample"
    FILLED = "filled"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMatter:
    """One item that is applied for: 事项名称, 事项编码, 情形 (GB/T 39046-2020 Table 5)."""

    id: str
    name: str
    situation: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCell:
    """One field. `source` names enum members (`known.WORDS`), which the paper puts into words.

    `items` are the numbers (from 1) of the form's items that use it, where not all do.
    """

    label: str
    kind: FieldKind
    value: str = ""
    options: tuple[str, ...] = ()
    unit: str = ""
    hint: str = ""
    required: bool = True
    wide: bool = False
    source: str = ""
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """One section, with the numbers of the items it is for where not all are."""

    title: str
    text: str = ""
    cells: tuple[FormCell, ...] = ()
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """`illustrative`: a sample form, the authority's own format text prevails."""

    edition: FormEdition
    title: str
    matters: tuple[FormMatter, ...]
    parts: tuple[FormPart, ...]
    illustrative: bool = True


def form_facts(
    layout: Layout,
    title: str,
    matters: tuple[FormMatter, ...],
    edition: FormEdition,
    values: Values,
) -> FormFacts:
    """The form with these values. A blank one takes none; a sample one shows its fields' own
    where none is given.
    """
    order = {id: number for number, (id, _name) in enumerate(layout.items, 1)}
    return FormFacts(
        edition=edition,
        title=title,
        matters=matters,
        parts=tuple(_part(part, order, edition, values) for part in layout.parts),
        illustrative=layout.illustrative,
    )


def _part(part: Part, order: dict[str, int], edition: FormEdition, values: Values) -> FormPart:
    items = _numbers(part.items, order)
    return FormPart(
        title=part.title,
        text=part.text,
        cells=tuple(_cell(one, order, items, edition, values) for one in part.asked),
        items=items,
    )


def _cell(
    asked: Asked,
    order: dict[str, int],
    around: tuple[int, ...],
    edition: FormEdition,
    values: Values,
) -> FormCell:
    field = asked.field
    value = {
        FormEdition.BLANK: "",
        FormEdition.SAMPLE: values.get(field.id) or field.sample,
        FormEdition.FILLED: values.get(field.id, ""),
    }[edition]
    items = _numbers(asked.items, order)
    return FormCell(
        label=field.label,
        kind=field.kind,
        value=value,
        options=field.choices,
        unit=field.unit,
        hint=field.hint,
        required=field.required,
        wide=_wide(field),
        source=field.source,
        items=() if items == around else items,
    )


def _wide(field: Field) -> bool:
    """Whether the field takes a row of its own: paragraphs, options, and long texts."""
    if field.kind is FieldKind.TEXT:
        return field.longest > NARROW
    if field.kind is FieldKind.PARAGRAPH:
        return True
    return sum(len(option) + BOX for option in field.choices) > OPTIONS


def _numbers(items: tuple[str, ...], order: dict[str, int]) -> tuple[int, ...]:
    """Numbers of the items; none where all use it."""
    told = tuple(order[id] for id in items)
    return () if len(told) == len(order) else told
