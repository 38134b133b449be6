"""Chains of this station: its own, and those it follows; read whole, and signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.domain.exchange.batches import attested
from desktop.domain.exchange.bundle import SIGNED_EVERY
from desktop.domain.exchange.membership import Membership
from desktop.domain.halls.entries import StationOpened
from desktop.domain.trust.entry import Entry
from desktop.services.office import Office
from desktop.services.ports import Hubs

AT_ONCE = 5_000


def own_chains(office: Office) -> Iterator[str]:
    """This device's code, and those that it follows after a restore or a renewal."""
    device, seen = office.store.journal.device, set[str]()
    while device and device not in seen:
        seen.add(device)
        yield device
        told = [fact.payload for fact in office.store.journal.facts(f"station:{device}")]
        opened = [one for one in told if isinstance(one, StationOpened) and one.device == device]
        device = opened[-1].follows if opened else ""


def chain_of(office: Office, device: str, after: int) -> Iterator[Entry]:
    """A device's entries beyond this one."""
    while entries := office.store.exchange.entries(device, after, AT_ONCE):
        yield from entries
        after = entries[-1].seq


def signatures(
    hubs: Hubs, told: Membership, entries: Sequence[Entry]
) -> Iterator[tuple[int, bytes]]:
    """The member's, over every so many of its entries and the last."""
    for place, entry in enumerate(entries, 1):
        if place % SIGNED_EVERY == 0 or place == len(entries):
            yield entry.seq, hubs.sign(told, attested(told.hub, entry))
