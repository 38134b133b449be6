"""The table of places that ships (`resources/places`), read when an address is first looked at."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from desktop.domain.addresses.locate import locate
from desktop.domain.addresses.places import Former, Places
from desktop.domain.courier.entries import Address
from desktop.services.office import Office


@cache
def load_places(folder: Path) -> Places:
    """`places.json` (provinces, cities, districts | zones) and `former.json` beside it."""
    told = json.loads((folder / "places.json").read_text("utf-8"))
    older = json.loads((folder / "former.json").read_text("utf-8"))
    tree: dict[str, dict[str, tuple[str, ...]]] = {}
    zones = {city: tuple(names) for city, names in older["zones"].items()}
    for province, cities in told["places"].items():
        tree[province] = {}
        for city, names in cities.items():
            districts, _bar, areas = names.partition("|")
            if city:
                tree[province][city] = tuple(districts.split())
                zones[city] = (*zones.get(city, ()), *areas.split())
            else:
                tree[province] |= dict.fromkeys(districts.split(), ())
    return Places(tree, zones, _former(older), older["former_cities"], _edition(told))


def _former(told: dict[str, Any]) -> tuple[Former, ...]:
    return tuple(Former(name, city, tuple(now)) for name, city, now in told["former"])


def _edition(told: dict[str, Any]) -> str:
    return f"{told['source'].partition('（')[0].removeprefix('npm ')} {told['version']}"


def in_parts(office: Office, end: Address) -> Address:
    """An address in one line with its province, city and district taken out of it."""
    places = places_of(office)
    if places is None or end.province or not end.street:
        return end
    found = locate(end.whole, places)
    if not found.place.city:
        return end
    place = found.place
    return replace(
        end,
        province=place.province,
        city=place.city,
        district=place.district,
        street=found.rest.strip(),
    )


def places_of(office: Office) -> Places | None:
    """None where the office was given no data."""
    return load_places(office.resources / "places") if office.resources else None
