"""Which fields apply: to one applicant, and, once each, to all the items of a theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from desktop.domain.forms.form import Field, FieldKind, Form, Section
from desktop.domain.guidance.condition import Answers, holds

Values = Mapping[str, str]

CHOSEN = frozenset({FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO})
"""Kinds whose value other fields may depend on."""


class Place(IntEnum):
    """Where a part stands: what is common leads, what is declared closes."""

    FIRST = 0
    OWN = 1
    LAST = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it is asked here, and the items that use it, in their order."""

    field: Field
    items: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.field.id


@dataclass(frozen=True, slots=True)
class Part:
    """A section that applies."""

    title: str
    text: str
    asked: tuple[Asked, ...]
    items: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Layout:
    """`items` are the ids with their names. No field stands in it twice."""

    items: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    illustrative: bool = False

    @property
    def asked(self) -> tuple[Asked, ...]:
        return tuple(one for part in self.parts for one in part.asked)


def layout(
    common: Form | None, form: Form, name: str, answers: Answers, values: Values | None = None
) -> Layout:
    """What this applicant is asked. A field may depend on another of the form, by its id."""
    whole = [(section, False) for section in common.sections] if common else []
    whole += [(section, True) for section in form.sections]
    told = {**answers, **_choices(whole, values or {})}
    parts = [
        _part(section, form.item, own, told)
        for section, own in whole
        if holds(section.condition, told)
    ]
    kept = sorted((part for part in parts if part.asked or part.text), key=lambda p: p.place)
    return Layout(((form.item, name),), tuple(kept), form.illustrative)


def merged(layouts: Sequence[Layout]) -> Layout:
    """One form for several items: what is common once, then each item's own, then the end.

    A field that an earlier item asked, by its id or from the same source, is not asked again; it
    names every item that uses it, and is required where one of them requires it. What is answered
    of one item's questions, or read from the licence it renews, is that item's own (`per_item`).
    """
    parts: dict[tuple[Place, str, str], Part] = {}
    first: dict[str, Asked] = {}
    for one in layouts:
        for part in one.parts:
            asked = [_once(found, first) for found in part.asked]
            own = part.items[0] if part.place is Place.OWN else ""
            key = (part.place, own, part.title + part.text)
            new = tuple(found for found in asked if found is not None)
            known = parts.get(key)
            if known is None:
                parts[key] = replace(part, asked=new)
            else:
                items = (*known.items, *part.items)
                parts[key] = replace(known, asked=(*known.asked, *new), items=items)
    kept = [_told(part, first) for part in sorted(parts.values(), key=lambda p: p.place)]
    return Layout(
        tuple(item for one in layouts for item in one.items),
        tuple(part for part in kept if part.asked or part.text),
        any(one.illustrative for one in layouts),
    )


def _once(found: Asked, first: dict[str, Asked]) -> Asked | None:
    """The field where it is new; else None, and whoever asked first learns of it."""
    field = found.field
    shared = "" if not field.source or per_item(field.source) else f"from {field.source}"
    known = first.get(field.id) or first.get(shared)
    if known is None:
        first[field.id] = found
        if shared:
            first[shared] = found
        return found
    items = tuple(dict.fromkeys((*known.items, *found.items)))
    required = known.field.required or field.required
    first[known.id] = replace(known, field=replace(known.field, required=required), items=items)
    if shared:
        first[shared] = first[known.id]
    return None


def answered(found: Layout, answers: Answers) -> dict[str, str]:
    """Fields that repeat an answer of the situation: field id → value."""
    told = {f"answer:{question}": "\n".join(picked) for question, picked in answers.items()}
    return {one.id: told[one.field.source] for one in found.asked if told.get(one.field.source)}


def per_item(source: str) -> bool:
    """Whether two items may know different things by this source."""
    return source.startswith(("answer:", "renewed."))


def _told(part: Part, first: Mapping[str, Asked]) -> Part:
    return replace(part, asked=tuple(first[one.id] for one in part.asked))


def _part(section: Section, item: str, own: bool, answers: Answers) -> Part:
    place = Place.OWN if own else Place.LAST if section.last else Place.FIRST
    asked = tuple(
        Asked(field, (item,)) for field in section.fields if holds(field.condition, answers)
    )
    return Part(section.title, section.text, asked, (item,), place)


def _choices(
    sections: Iterable[tuple[Section, bool]], values: Values
) -> dict[str, tuple[str, ...]]:
    return {
        field.id: chosen(values[field.id])
        for section, _own in sections
        for field in section.fields
        if field.kind in CHOSEN and values.get(field.id)
    }


def chosen(value: str) -> tuple[str, ...]:
    """The options a value holds: one a line."""
    return tuple(part for part in value.split("\n") if part)
