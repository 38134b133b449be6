"""The search box: what was typed, folded to simplified characters, against the index.

opencc is imported only when a query holds a character that no item's name is written with.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.search import SearchIndex, SearchKey, build_index, fold, search


def index_of(catalogue: Catalogue) -> SearchIndex:
    """The index of the catalogue's items; build it once for each published state."""
    return build_index(
        catalogue.keys.get(id) or SearchKey(id, item.name, "", "")
        for id, item in catalogue.items.items()
    )


def find(index: SearchIndex, query: str, limit: int = 50) -> list[str]:
    """The ids of the items that match, best first; see `desktop.domain.guidance.search`."""
    return search(index, simplified(query, index.characters), limit)


def simplified(query: str, known: frozenset[str]) -> str:
    """The query in simplified characters, as it is where all its characters are `known`."""
    if all(c in known or c.isascii() for c in fold(query)):
        return query
    return str(_converter().convert(query))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
