"""Handing on for another device what came in its bundle, and checking what was handed on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desktop.domain.exchange.batches import Batch, Confirmed, attested, unsigned
from desktop.domain.exchange.handing import subjects_of
from desktop.domain.exchange.membership import Directory
from desktop.domain.refusal import Refusal
from desktop.services.exchange import membership
from desktop.services.exchange.talk import Talk
from desktop.services.office import Office

CARRIED = "bundles to hand on"
"""Device → (sequence number, signature), as the store remembers them until a hub has them."""

Carried = dict[str, list[tuple[int, bytes]]]


def carried(office: Office) -> Carried:
    told = office.store.local.recall(CARRIED)
    return msgspec.json.decode(told, type=Carried) if told else {}


def remember(office: Office, device: str, signatures: Sequence[tuple[int, bytes]]) -> None:
    held = carried(office)
    more = dict(held.get(device, [])) | dict(signatures)
    held[device] = sorted(more.items())
    office.store.local.remember(CARRIED, msgspec.json.encode(held).decode())


def hand_on(talk: Talk) -> int:
    """Push what other devices signed and the hub does not hold; what is done is forgotten."""
    held, pushed = talk.in_store(carried, talk.office), 0
    if not held:
        return 0
    known = {one.code: one for one in talk.hub.devices()}
    for device, signatures in held.items():
        if device in known and not known[device].revoked:
            pushed += _handed_on(talk, device, known[device].seq, signatures)
    talk.in_store(talk.office.store.local.remember, CARRIED, "")
    return pushed


def _handed_on(talk: Talk, device: str, after: int, signatures: Sequence[tuple[int, bytes]]) -> int:
    pushed = 0
    for seq, signature in signatures:
        if seq <= after:
            continue
        entries = talk.in_store(talk.store.entries, device, after, seq - after)
        subjects = subjects_of(entries)
        talk.hub.put_wraps(talk.in_store(talk.store.wraps, subjects))
        batch = Batch(device=device, entries=tuple(entries), signature=signature)
        after, taken = talk.hub.push(batch)
        pushed += taken
    return pushed


def check(talk: Talk, hub: str, told: Directory, rows: Sequence[Confirmed]) -> None:
    """Refuses `hub_altered` where something was handed on that its device has not signed."""
    for code, row in unsigned(rows).items():
        device = told.device(code)
        about = attested(hub, row.entry)
        whole = (
            device is not None
            and row.signature is not None
            and membership.hubs(talk.office).signed(device.public_key, row.signature, about)
        )
        if not whole:
            raise Refusal("hub_altered", hall=row.hall, at=row.hall_seq)
