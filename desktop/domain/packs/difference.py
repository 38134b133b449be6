"""What a pack would change, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.guidance.item import ServiceItem


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids in the pack's order. Items that the pack does not name stay as they are."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]

    @property
    def taken(self) -> tuple[str, ...]:
        """The items that have to be published: added and changed ones."""
        return self.added + self.changed


def difference(old: Mapping[str, ServiceItem], new: Mapping[str, ServiceItem]) -> Difference:
    """How the pack's items stand to those in force."""
    return Difference(
        added=tuple(id for id in new if id not in old),
        changed=tuple(id for id, item in new.items() if id in old and old[id] != item),
        same=tuple(id for id, item in new.items() if id in old and old[id] == item),
    )
