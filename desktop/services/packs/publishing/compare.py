"""A pack beside what it would take the place of: each difference, with both items."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.changes import Change, changes
from desktop.services.office import Office

Compared = tuple[Change, ServiceItem | None, ServiceItem]


def differences(office: Office, pack: Catalogue) -> Iterator[Compared]:
    """Every change of the pack's items against those in force today; the older and newer item."""
    for item in pack.items.values():
        old = office.catalogue.items.get(item.id)
        for change in changes(old, item):
            yield change, old, item
