"""Reading a pack: one file in the catalogue's own form, a folder of item files, or one item.

A pack is taken whole or not at all: the first thing wrong refuses it (`pack_broken`) with file,
path and reason. Identical repeats of a source or licence are allowed; a condition on a question
that does not exist is a red finding of `lint`, a theme member that is not known a yellow one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import UNSET

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.versions import Edition
from desktop.services.packs import decode_around as around
from desktop.services.packs import wire, wire_around
from desktop.services.packs.broken import broken, from_form, from_msgspec
from desktop.services.packs.decode import FormError, item_from

LARGEST = 64 * 1024 * 1024
BOM = b"\xef\xbb\xbf"

T = TypeVar("T")
F = TypeVar("F")

ITEM = msgspec.json.Decoder(wire.ItemForm)
_PACK = msgspec.json.Decoder(wire_around.PackForm)
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])


def read_pack(path: Path) -> Catalogue:
    """The pack at `path`, a file or a folder; Refusal `pack_broken` for anything wrong."""
    if path.is_dir():
        return read_folder(path)
    return pack_of(path, read_bytes(path))


def pack_of(path: Path, raw: bytes) -> Catalogue:
    """The pack that these bytes hold; `path` is for saying where something is wrong."""
    fields = decoded(path, raw, _FIELDS)
    if "items" not in fields and "id" in fields:
        return _alone(path, decoded(path, raw, ITEM))
    form = decoded(path, raw, _PACK)
    shares = form.data_share_extra.items if form.data_share_extra else ()
    return Catalogue(
        items=numbered(path, form.items, item_from, "$.items"),
        editions=_editions(path, form.items, form),
        foreign=_foreign(form.items),
        sources={name: around.source_from(name, source) for name, source in form.sources.items()},
        e_licences=gathered(path, map(around.licence_from, form.e_licences), "$.e_licences"),
        data_shares=gathered(path, map(around.share_from, shares), "$.data_share_extra.items"),
        themes=numbered(path, form.themes, around.theme_from, "$.themes"),
        policies=numbered(path, form.policy_support, around.policy_from, "$.policy_support"),
    )


def read_folder(folder: Path) -> Catalogue:
    """A folder whose files each hold one item, in it or in its `items`."""
    inner = folder / "items"
    files = sorted((inner if inner.is_dir() else folder).glob("*.json"))
    if not files:
        raise broken(folder, "$", "no_item_files")
    forms = {file: decoded(file, read_bytes(file), ITEM) for file in files}
    return Catalogue(
        items=_once(forms),
        editions={
            id: told for file, form in forms.items() for id, told in _editions(file, [form]).items()
        },
        foreign=_foreign(forms.values()),
    )


def read_items(files: Iterable[Path]) -> dict[str, ServiceItem]:
    """The items of these files by id; an id that stands twice refuses them all."""
    return _once({file: decoded(file, read_bytes(file), ITEM) for file in files})


def read_item(file: Path, raw: bytes) -> ServiceItem:
    """The one item that the bytes of `file` hold."""
    return _item(file, decoded(file, raw, ITEM))


def _item(file: Path, form: wire.ItemForm) -> ServiceItem:
    try:
        return item_from(form)
    except FormError as error:
        raise from_form(file, error) from error


def _once(forms: Mapping[Path, wire.ItemForm]) -> dict[str, ServiceItem]:
    items: dict[str, ServiceItem] = {}
    for file, form in forms.items():
        if form.id in items:
            raise broken(file, "$.id", "repeated_item", name=form.id)
        items[form.id] = _item(file, form)
    return items


def _alone(file: Path, form: wire.ItemForm) -> Catalogue:
    return Catalogue(
        items={form.id: _item(file, form)},
        editions=_editions(file, [form]),
        foreign=_foreign([form]),
    )


def _foreign(forms: Iterable[wire.ItemForm]) -> frozenset[str]:
    """The product's own form always says the status."""
    return frozenset(form.id for form in forms if form.status is UNSET)


def _editions(
    file: Path, forms: Iterable[wire.ItemForm], pack: wire_around.PackForm | None = None
) -> dict[str, Edition]:
    """Label and days of the items that say any, or whose pack does."""
    found: dict[str, Edition] = {}
    for form in forms:
        told = Edition(
            label=form.label or (pack.label if pack else ""),
            first=form.in_force_from or (pack.in_force_from if pack else None),
            last=form.in_force_until or (pack.in_force_until if pack else None),
        )
        if told.first and told.last and told.last < told.first:
            where = f"$.items.{form.id}.in_force_until"
            raise broken(file, where, "ends_before_it_begins", name=form.id)
        if told != Edition():
            found[form.id] = told
    return found


def numbered(
    file: Path, forms: Iterable[F], convert: Callable[[F], around.N], path: str
) -> dict[str, around.N]:
    """The values by id, each once; an error says the place in the list."""
    found: dict[str, around.N] = {}
    for number, form in enumerate(forms):
        place = f"{path}[{number}]"
        try:
            value = convert(form)
        except FormError as error:
            raise from_form(file, error, place) from error
        if value.id in found:
            raise broken(file, f"{place}.id", "repeated_item", name=value.id)
        found[value.id] = value
    return found


def gathered(file: Path, values: Iterable[around.N], path: str) -> dict[str, around.N]:
    """The values by id; identical repeats are allowed."""
    try:
        return around.by_id(values, path.removeprefix("$."))
    except FormError as error:
        raise from_form(file, error) from error


def decoded(file: Path, raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """What the decoder makes of the bytes; Refusal `pack_broken` where it cannot."""
    try:
        return decoder.decode(raw)
    except msgspec.MsgspecError as error:
        raise from_msgspec(file, error) from error
    except UnicodeDecodeError as error:
        raise broken(file, "$", "not_utf8") from error
    except RecursionError as error:
        raise broken(file, "$", "too_deep") from error


def read_bytes(file: Path) -> bytes:
    """The file's bytes without a byte order mark; Refusal where it cannot be read."""
    try:
        if file.stat().st_size > LARGEST:
            raise broken(file, "$", "too_large", most=LARGEST)
        return file.read_bytes().removeprefix(BOM)
    except FileNotFoundError as error:
        raise broken(file, "$", "file_missing") from error
    except OSError as error:
        raise broken(file, "$", "not_readable", detail=error.strerror or str(error)) from error
