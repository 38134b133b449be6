"""Handing on for another device what came in its bundle, and checking what was handed on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import msgspec

from desktop.domain.exchange.batches import Batch, Confirmed, attested, unsigned
from desktop.domain.exchange.membership import Directory
from desktop.domain.refusal import Refusal
from desktop.services.exchange.talk import Talk
from desktop.services.office import Office

CARRIED = "bundles to hand on"
"""Under which the store remembers them until a hub has them."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Entries of `device` up to `seq`, as it signed them. `after` is the own entry before which
    they came here: what was done here upon them must come after them in the hub's order too.
    """

    device: str
    seq: int
    signature: bytes
    after: int


def carried(office: Office) -> list[Piece]:
    """In the order in which they came."""
    told = office.store.local.recall(CARRIED)
    return msgspec.json.decode(told, type=list[Piece]) if told else []


def remember(
    office: Office, device: str, signatures: Sequence[tuple[int, bytes]], after: int
) -> None:
    held = carried(office)
    known = {(one.device, one.seq) for one in held}
    held += [
        Piece(device=device, seq=seq, signature=signature, after=after)
        for seq, signature in sorted(signatures)
        if (device, seq) not in known
    ]
    _keep(office, held)


def _keep(office: Office, pieces: Sequence[Piece]) -> None:
    office.store.local.remember(CARRIED, msgspec.json.encode(pieces).decode() if pieces else "")


def _done(office: Office, done: Sequence[Piece]) -> None:
    """The hub holds these; what came in meanwhile stays to be handed on."""
    _keep(office, [one for one in carried(office) if one not in done])


def drop(office: Office, devices: Collection[str]) -> None:
    """These went over to another device code."""
    _keep(office, [one for one in carried(office) if one.device not in devices])


def hand_on(talk: Talk, own: Callable[[int], int]) -> int:
    """Push what other devices signed and the hub does not hold, each after `own` has pushed the own
    entries before it; what is done is forgotten. A revoked device's stays in the journal alone.
    """
    held, pushed, done = talk.in_store(carried, talk.office), 0, list[Piece]()
    if not held:
        return 0
    known = {one.code: one for one in talk.hub.devices()}
    after = {code: one.seq for code, one in known.items() if not one.revoked}
    for piece in sorted(held, key=lambda one: one.after):
        if piece.device not in after:
            continue
        pushed += own(piece.after)
        if piece.seq > after[piece.device]:
            after[piece.device], taken = _handed_on(talk, after[piece.device], piece)
            pushed += taken
        done.append(piece)
    talk.in_store(_done, talk.office, done)
    return pushed


def _handed_on(talk: Talk, after: int, piece: Piece) -> tuple[int, int]:
    entries = talk.in_store(talk.store.entries, piece.device, after, piece.seq - after)
    subjects = {entry.subject for entry in entries if entry.subject}
    talk.hub.put_wraps(talk.in_store(talk.store.wraps, subjects))
    told = Batch(device=piece.device, entries=tuple(entries), signature=piece.signature)
    return talk.hub.push(told)


def check(talk: Talk, hub: str, told: Directory, rows: Sequence[Confirmed]) -> None:
    """Refuses `hub_altered` where something was handed on that its device has not signed."""
    hubs = talk.office.hubs
    for code, row in unsigned(rows).items():
        device = told.device(code)
        about = attested(hub, row.entry)
        whole = (
            hubs is not None
            and device is not None
            and row.signature is not None
            and hubs.signed(device.public_key, row.signature, about)
        )
        if not whole:
            raise Refusal("hub_altered", hall=row.hall, at=row.hall_seq)
