"""The table of places that ships (`resources/places`), read when an address is first looked at."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from desktop.domain.addresses.places import Former, Places


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
