"""The catalogue of a day: what ships, with the versions that are in force laid over it.

A case keeps the version it was received under, whatever is published afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.search import SearchKey
from desktop.domain.packs.entries import PartPublished
from desktop.domain.packs.versions import SHIPPED, Version, ended, in_force
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.pack import ITEM, decoded, read_item
from desktop.services.packs.parts import laid_over


def take_catalogue(office: Office) -> None:
    """Put today's versions in force: when the office opens, after publishing, on a new day."""
    views, today = office.store.views, office.today()
    versions = views.published_items()
    office.catalogue = on_day(office.shipped, versions, views.published_parts(), today)
    office.versions = {
        item: found.number
        for item, told in _by_item(versions).items()
        if (found := in_force(told, today))
    }
    office.catalogue_day = today


def on_day(
    shipped: Catalogue, versions: Iterable[Version], parts: Iterable[PartPublished], day: date
) -> Catalogue:
    """The catalogue in force on that day; an item whose version has ended is not in it."""
    whole = laid_over(shipped, parts)
    items, keys = dict(whole.items), dict(whole.keys)
    for item, told in _by_item(versions).items():
        found = in_force(told, day)
        if found is None:
            continue
        items.pop(item, None)
        keys.pop(item, None)
        if not ended(found, day):
            items[item], keys[item] = _read(found)
    return replace(whole, items=items, keys=keys)


def item_of(office: Office, case: Case) -> ServiceItem | None:
    """The item as it was when the case was received; None where nothing is known of it any more.

    Cases from before versions were kept follow the catalogue in force.
    """
    number = case.item_version
    if number is None or number == office.versions.get(case.item, SHIPPED):
        known = office.catalogue.items.get(case.item)
        if known is not None or number is None:
            return known
    if number == SHIPPED:
        return office.shipped.items.get(case.item)
    key = (case.item, number)
    if key not in office.older:
        told = office.store.views.item_versions(case.item)
        found = next((one for one in told if one.number == number), None)
        if found is None:
            return office.catalogue.items.get(case.item)
        office.older[key] = _read(found)[0]
    return office.older[key]


def known_item_of(office: Office, case: Case) -> ServiceItem:
    """The same; Refusal `unknown_item` where there is none."""
    item = item_of(office, case)
    if item is None:
        raise Refusal("unknown_item", item=case.item)
    return item


def item_for(office: Office, draft: Draft) -> ServiceItem:
    """Today's item, or, of a case that is back at the counter, as its version has it."""
    case = office.store.views.case(draft.case) if draft.case else None
    return known_item_of(office, case) if case else office.item(draft.item)


def _by_item(versions: Iterable[Version]) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for one in versions:
        found.setdefault(one.item, []).append(one)
    return found


def _read(version: Version) -> tuple[ServiceItem, SearchKey]:
    """The item, and what it is found by: its pinyin was computed when it was published."""
    file, raw = Path(version.item), version.content.encode()
    form = decoded(file, raw, ITEM)
    return read_item(file, raw), SearchKey(version.item, form.name, form.pinyin, form.initials)
