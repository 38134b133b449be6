"""A pack → the workbook's sheets, and → the product's own JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.domain.guidance.catalogue import Catalogue, Source
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.grid import Sheet
from desktop.services.packs.book.cells import written
from desktop.services.packs.book.columns import (
    ABOUT,
    ITEM_ID,
    MARK,
    REST,
    SHEETS,
    SOURCES,
    BookSheet,
)
from desktop.services.packs.encode import Form, item_form


def pack_form(catalogue: Catalogue, items: Iterable[ServiceItem]) -> Form:
    """The items and the sources they rest on, as `items import` reads them."""
    forms = [item_form(item) for item in items]
    return {"items": forms, "sources": _sources(catalogue, forms)}


def book(catalogue: Catalogue, items: Iterable[ServiceItem], about: Iterable[str]) -> list[Sheet]:
    """The workbook: `about` is what the first sheet tells its reader."""
    forms = [item_form(item) for item in items]
    told = [(MARK,), *((line,) for line in about)]
    sources = [{"id": id, **form} for id, form in _sources(catalogue, forms).items()]
    return [
        Sheet(ABOUT, tuple(told)),
        *(Sheet(sheet.name, tuple(_rows(sheet, forms))) for sheet in SHEETS),
        Sheet(SOURCES.name, (_head(SOURCES), *(_row(SOURCES, one, {}) for one in sources))),
    ]


def _rows(sheet: BookSheet, forms: list[Form]) -> Iterator[tuple[str, ...]]:
    yield (ITEM_ID, *_head(sheet)) if sheet.field else _head(sheet)
    for form in forms:
        asked = {one["id"]: one["text"] for one in form["questions"]}
        if not sheet.field:
            yield _row(sheet, form, asked)
        for one in form.get(sheet.field, ()) if sheet.field else ():
            yield form["id"], *_row(sheet, one, asked)


def _head(sheet: BookSheet) -> tuple[str, ...]:
    return (*(column.label for column in sheet.columns), REST)


def _row(sheet: BookSheet, form: Form, asked: Mapping[str, str]) -> tuple[str, ...]:
    told = (
        written(_kind(column.kind, column.path, form), _at(form, column.path), asked)
        for column in sheet.columns
    )
    rest = rest_of(form, _covered(sheet))
    return (*told, written("data", rest or None, asked))


def _covered(sheet: BookSheet) -> set[str]:
    """What the columns hold, and of an item what the other sheets hold."""
    fields = {other.field for other in SHEETS} if not sheet.field else set()
    return {column.path for column in sheet.columns} | fields


def rest_of(form: Form, covered: set[str], path: str = "") -> Form:
    """What no column holds: fields of the form that are newer than this table."""
    rest: Form = {}
    for name, value in form.items():
        at = f"{path}{name}"
        if at in covered or value is None or value == []:
            continue
        inside = any(one.startswith(f"{at}.") for one in covered)
        told = rest_of(value, covered, f"{at}.") if inside and isinstance(value, dict) else value
        if told or not inside:
            rest[name] = told
    return rest


def _kind(kind: str, path: str, form: Form) -> str:
    """A question's default is a list where several may be chosen."""
    return "lines" if path == "default" and form.get("multi") else kind


def _at(form: Any, path: str) -> Any:
    for name in path.split("."):
        if not isinstance(form, Mapping) or name not in form:
            return None
        form = form[name]
    return form


def _sources(catalogue: Catalogue, forms: list[Form]) -> dict[str, Form]:
    cited = dict.fromkeys(source for form in forms for source in _cited(form))
    return {id: _source(catalogue.sources[id]) for id in cited if id in catalogue.sources}


def _cited(value: Any) -> Iterator[str]:
    """Every source that a basis anywhere in the form names."""
    if isinstance(value, Mapping):
        if set(value) == {"source", "article"}:
            yield value["source"]
            return
        for one in value.values():
            yield from _cited(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _cited(one)


def _source(source: Source) -> Form:
    return {
        "title": source.title,
        "doc_no": source.doc_no,
        "effective_or_version": source.effective_or_version,
        "verified": source.verified.value,
        "where": source.where,
        "note": source.note,
    }
