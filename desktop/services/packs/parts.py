"""The catalogue's parts beside its items, to and from the text that the journal keeps.

The domain's fields are named as the file form names them, but for `basis`, which files call
`source`: so one function writes them all, and decoding what it wrote gives an equal value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.packs.difference import Difference, difference
from desktop.domain.packs.entries import Part, PartPublished
from desktop.services.packs import decode_around as around
from desktop.services.packs import wire_around as wire
from desktop.services.packs.broken import from_form
from desktop.services.packs.decode import FormError
from desktop.services.packs.pack import decoded


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which mapping of the catalogue holds the part, and how one is read: file form → value."""

    field: str
    form: type
    convert: Callable[[str, Any], Any]


SHAPES: dict[Part, _Shape] = {
    Part.SOURCE: _Shape("sources", wire.SourceForm, around.source_from),
    Part.E_LICENCE: _Shape(
        "e_licences", wire.LicenceForm, lambda _id, form: around.licence_from(form)
    ),
    Part.DATA_SHARE: _Shape(
        "data_shares", wire.ShareForm, lambda _id, form: around.share_from(form)
    ),
    Part.THEME: _Shape("themes", wire.ThemeForm, lambda _id, form: around.theme_from(form)),
    Part.POLICY: _Shape("policies", wire.PolicyForm, lambda _id, form: around.policy_from(form)),
}


def differences(old: Catalogue, pack: Catalogue) -> dict[Part, Difference]:
    """How the pack's parts stand to those in force; kinds that the pack is silent on are left out."""
    found = {part: difference(held(old, part), held(pack, part)) for part in Part}
    return {part: told for part, told in found.items() if told.taken or told.same}


def published(
    pack: Catalogue, changes: Mapping[Part, Difference], source: str
) -> Iterator[PartPublished]:
    """An entry for every part that is new or different."""
    for part, told in changes.items():
        for id in told.taken:
            text = content(part, held(pack, part)[id])
            yield PartPublished(part=part, id=id, content=text, source=source)


def content(part: Part, value: Any) -> str:
    """The part in its file form."""
    form: dict[str, Any] = msgspec.to_builtins(value)
    if "basis" in form:
        form["source"] = form.pop("basis")
    if part is Part.SOURCE:
        del form["id"]  # a source stands under its id
    return msgspec.json.encode(form).decode()


def laid_over(catalogue: Catalogue, told: Iterable[PartPublished]) -> Catalogue:
    """The catalogue with these parts in the place of older ones."""
    taken: dict[Part, dict[str, Any]] = {}
    for one in told:
        taken.setdefault(one.part, {})[one.id] = _read(one)
    fields: dict[str, Any] = {
        SHAPES[part].field: {**held(catalogue, part), **new} for part, new in taken.items()
    }
    return replace(catalogue, **fields) if fields else catalogue


def held(catalogue: Catalogue, part: Part) -> Mapping[str, Any]:
    """The catalogue's parts of one kind, by id."""
    found: Mapping[str, Any] = getattr(catalogue, SHAPES[part].field)
    return found


def _read(told: PartPublished) -> Any:
    shape, file = SHAPES[told.part], Path(f"{told.part}:{told.id}")
    form: Any = decoded(file, told.content.encode(), msgspec.json.Decoder(shape.form))
    try:
        return shape.convert(told.id, form)
    except FormError as error:
        raise from_form(file, error) from error
