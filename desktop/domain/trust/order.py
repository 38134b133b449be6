"""The one order of an entity's entries when several devices wrote them.

The hall's confirmed order comes first and never changes; after it come entries that no hall has
confirmed, by logical time. What stands then is `desktop.domain.exchange.standing`'s to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.trust.entry import Entry

Place = tuple[int, str, int]
"""stamp, hall and hall_seq."""


def in_order(entries: Iterable[Entry], confirmed: Mapping[str, Place]) -> list[Entry]:
    """Confirmed entries by their stamp, then the others by logical time and device."""

    def place(entry: Entry) -> tuple[bool, Place, int, str, int]:
        at = confirmed.get(entry.id, (0, "", 0))
        return (entry.id not in confirmed, at, entry.logical, entry.device, entry.seq)

    return sorted(entries, key=place)
