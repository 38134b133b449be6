"""The catalogue that ships: a folder of one file per item, decoded strictly and fast.

Pinyin is not computed here: `pinyin.json` holds what was computed when an item was taken in, and
an item that it does not name is found by name and code alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from desktop.domain.guidance.catalogue import Catalogue, Theme
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.search import SearchKey
from desktop.services.forms.read import load_forms
from desktop.services.packs import decode_around as around
from desktop.services.packs import wire_around as wire
from desktop.services.packs.broken import broken, from_form
from desktop.services.packs.decode import FormError
from desktop.services.packs.pack import decoded, gathered, numbered, read_bytes, read_items
from desktop.services.packs.pinyin import Reading
from desktop.services.packs.wire import Strict
from desktop.services.policies.scope import load_scope


class LicencesFile(Strict):
    """`e_licences.json`."""

    e_licences: tuple[wire.LicenceForm, ...]
    data_share_extra: wire.SharesForm


_SOURCES = msgspec.json.Decoder(dict[str, wire.SourceForm])
_LICENCES = msgspec.json.Decoder(LicencesFile)
_THEME = msgspec.json.Decoder(wire.ThemeForm)
_POLICIES = msgspec.json.Decoder(tuple[wire.PolicyForm, ...])
_READINGS = msgspec.json.Decoder(dict[str, Reading])


def load(folder: Path) -> Catalogue:
    """The catalogue in `folder`; Refusal `pack_broken` with file, path and reason if it is not."""
    items = read_items(sorted((folder / "items").glob("*.json")))
    if not items:
        raise broken(folder / "items", "$", "no_item_files")
    file = folder / "e_licences.json"
    licences = decoded(file, read_bytes(file), _LICENCES)
    shares = map(around.share_from, licences.data_share_extra.items)
    sources = folder / "sources.json"
    policies = folder / "policies.json"
    forms = decoded(policies, read_bytes(policies), _POLICIES)
    checks = folder / "self_checks.json"
    check_forms = decoded(checks, read_bytes(checks), _POLICIES) if checks.exists() else ()
    return Catalogue(
        items=items,
        forms=load_forms(folder / "forms"),
        sources={
            name: around.source_from(name, form)
            for name, form in decoded(sources, read_bytes(sources), _SOURCES).items()
        },
        e_licences=gathered(file, map(around.licence_from, licences.e_licences), "$.e_licences"),
        data_shares=gathered(file, shares, "$.data_share_extra.items"),
        themes=_themes(folder / "themes"),
        policies=numbered(policies, forms, around.policy_from, "$"),
        self_checks=numbered(checks, check_forms, around.policy_from, "$"),
        scope=load_scope(folder / "scope.json"),
        keys=keys(items, folder / "pinyin.json"),
    )


def keys(items: Mapping[str, ServiceItem], file: Path) -> dict[str, SearchKey]:
    """What each item is found by, with the pinyin that `file` holds for it."""
    readings = decoded(file, read_bytes(file), _READINGS) if file.exists() else {}
    unread = Reading("", "")
    return {
        id: SearchKey(id, item.name, reading.pinyin, reading.initials)
        for id, item in items.items()
        for reading in [readings.get(id, unread)]
    }


def _themes(folder: Path) -> dict[str, Theme]:
    found: dict[str, Theme] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            theme = around.theme_from(decoded(file, read_bytes(file), _THEME))
        except FormError as error:
            raise from_form(file, error) from error
        if theme.id in found:
            raise broken(file, "$.id", "repeated_item", name=theme.id)
        found[theme.id] = theme
    return found
