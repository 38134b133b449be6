"""Reading a pack: one file in the catalogue's own form, a folder of item files, or one item.

A pack is taken whole or not at all: the first thing wrong refuses it (`pack_broken`) with file,
path and reason. Identical repeats of a source or licence are allowed; a condition on a question
that does not exist is a red finding of `lint`, a theme member that is not known a yellow one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
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
    raw = read_bytes(path)
    fields = decoded(path, raw, _FIELDS)
    if "items" not in fields and "id" in fields:
        return Catalogue(items={item.id: item for item in [read_item(path, raw)]})
    form = decoded(path, raw, _PACK)
    shares = form.data_share_extra.items if form.data_share_extra else ()
    return Catalogue(
        items=numbered(path, form.items, item_from, "$.items"),
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
    return Catalogue(items=read_items(files))


def read_items(files: Iterable[Path]) -> dict[str, ServiceItem]:
    """The items of these files by id; an id that stands twice refuses them all."""
    items: dict[str, ServiceItem] = {}
    for file in files:
        item = read_item(file, read_bytes(file))
        if item.id in items:
            raise broken(file, "$.id", "repeated_item", name=item.id)
        items[item.id] = item
    return items


def read_item(file: Path, raw: bytes) -> ServiceItem:
    """The one item that the bytes of `file` hold."""
    form = decoded(file, raw, ITEM)
    try:
        return item_from(form)
    except FormError as error:
        raise from_form(file, error) from error


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
