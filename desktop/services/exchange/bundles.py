"""交换包: the same batches through a folder or a disc, where no network is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from desktop.domain.exchange.batches import Confirmed, HallHead, advanced
from desktop.domain.exchange.bundle import Bundle
from desktop.domain.exchange.entries import BundleTaken, BundleWritten
from desktop.domain.exchange.handing import subjects_of
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange import chains, membership, relay
from desktop.services.exchange.talk import SLICE
from desktop.services.office import Office
from desktop.services.published import take_published

HEARD = "cursors heard in bundles"
"""Hall → cursors of the station that last sent a bundle from there: what it does not know yet."""
MOST = 50_000
"""Places of one hall in one bundle; the next bundle goes on where the receiver then is."""


def write(
    office: Office, clerk: Clerk, to: Path, hall: str = "", everything: bool = False
) -> BundleWritten:
    """What no hub has confirmed of the own chain (`everything`: all of it), and the order of halls
    beyond what the receiver was last heard to hold. For one `hall`, or for all.

    Refuses `no_hub`, `bundle_nobody` (no directory yet, or no such hall), `bundle_empty`.
    """
    require(clerk, Right.SERVE)
    told, outside = membership.member(office), office.store.exchange
    halls = _recipients(office, hall)
    device, head = office.store.journal.device, outside.head()[0]
    entries = [*chains.chain_of(office, device, 0 if everything else head - outside.waiting())]
    order = tuple(_order(office, halls))
    if not entries and not order:
        raise Refusal("bundle_empty")
    subjects = subjects_of((*entries, *(row.entry for row in order)))
    bundle = Bundle(
        hub=told.hub,
        device=device,
        hall=told.hall,
        made_at=office.now(),
        entries=tuple(entries),
        signatures=tuple(chains.signatures(membership.hubs(office), told, entries)),
        cursors=tuple(outside.cursor(one.code) for one in membership.directory(office).halls),
        order=order,
        wraps=tuple(outside.wraps(subjects)),
        recipients=tuple(one.code for one in halls),
        public_keys=tuple(dict.fromkeys(one.public_key for one in halls)),
        signer=membership.hubs(office).public_key(told),
    )
    digest = membership.hubs(office).write_bundle(to, bundle, told)
    entry = BundleWritten(
        last=entries[-1].seq if entries else 0,
        entries=len(entries),
        recipients=bundle.recipients,
        sha256=digest,
    )
    _journal(office, clerk, digest, entry)
    return entry


def take(office: Office, clerk: Clerk, path: Path) -> BundleTaken:
    """All of it or nothing; a second time changes nothing. The device's entries are handed on to
    the hub with the next round, as they were signed.

    Refuses `bundle_…` with what is wrong: broken, foreign, not for us, forged, or the gap before it.
    """
    require(clerk, Right.SERVE)
    told, outside = membership.member(office), office.store.exchange
    bundle = membership.hubs(office).read_bundle(path, told, outside.hall_private)
    _check_signer(office, bundle)
    keys = {
        subject: key
        for subject, hall, key in bundle.wraps
        if hall == outside.fingerprint and subject
    }
    with office.store.journal.transaction():
        outside.keep_wraps(bundle.wraps)
        new = 0
        for hall in dict.fromkeys(row.hall for row in bundle.order):
            new += _take_order(office, [row for row in bundle.order if row.hall == hall])
        _check_gap(office, bundle)
        new += outside.take_loose(bundle.entries, keys)
        relay.remember(office, bundle.device, bundle.signatures, outside.head()[0])
        _hear(office, bundle)
        last = bundle.entries[-1].seq if bundle.entries else 0
        entry = BundleTaken(device=bundle.device, last=last, new=new, sha256=bundle.sha256)
        if new:
            _journal(office, clerk, bundle.sha256, entry)
    take_published(office)
    return entry


def _recipients(office: Office, hall: str) -> list[HallHead]:
    known = membership.directory(office).halls
    halls = [one for one in known if one.public_key and hall in ("", one.code)]
    if not halls:
        raise Refusal("bundle_nobody")
    return halls


def _order(office: Office, halls: Iterable[HallHead]) -> Iterator[Confirmed]:
    """What the recipients were heard not to hold; who never sent a bundle asks the hub itself."""
    heard = _heard(office)
    told = [heard[one.code] for one in halls if one.code in heard]
    for hall in membership.directory(office).halls:
        after = [cursors.get(hall.code, 0) for cursors in told]
        if after:
            yield from office.store.exchange.order(hall.code, min(after), MOST)


def _check_signer(office: Office, bundle: Bundle) -> None:
    """Only a device that the hub knows, and has not revoked, with the key it came in with."""
    told = membership.directory(office)
    device = told.device(bundle.device)
    if device is None:
        as_of = f"{told.as_of:%Y-%m-%d %H:%M}" if told.as_of else "—"
        raise Refusal("bundle_unknown_device", device=bundle.device, as_of=as_of)
    if device.revoked:
        raise Refusal("bundle_revoked", device=bundle.device)
    if device.public_key != bundle.signer or device.hall != bundle.hall:
        raise Refusal("bundle_forged", device=bundle.device)


def _check_gap(office: Office, bundle: Bundle) -> None:
    """After the order was taken, in which the missing entries may have come."""
    held = office.store.exchange.last_of(bundle.device)
    if bundle.entries and bundle.entries[0].seq > held + 1:
        gap = {"first": held + 1, "last": bundle.entries[0].seq - 1}
        raise Refusal("bundle_gap", device=bundle.device, **gap)


def _take_order(office: Office, rows: list[Confirmed]) -> int:
    outside, new = office.store.exchange, 0
    cursor = outside.cursor(rows[0].hall)
    if rows[0].hall_seq > cursor.seq + 1:
        raise Refusal("bundle_order_gap", hall=cursor.hall, first=cursor.seq + 1)
    rows = [row for row in rows if row.hall_seq > cursor.seq]
    for start in range(0, len(rows), SLICE):
        piece = rows[start : start + SLICE]
        cursor = advanced(cursor, piece)
        new += outside.take(piece, {}, cursor)
    return new


def _hear(office: Office, bundle: Bundle) -> None:
    heard = _heard(office) | {bundle.hall: {one.hall: one.seq for one in bundle.cursors}}
    office.store.local.remember(HEARD, msgspec.json.encode(heard).decode())


def _heard(office: Office) -> dict[str, dict[str, int]]:
    told = office.store.local.recall(HEARD)
    return msgspec.json.decode(told, type=dict[str, dict[str, int]]) if told else {}


def _journal(office: Office, clerk: Clerk, digest: str, told: object) -> None:
    office.store.journal.append([Act(entity=f"bundle:{digest[:16]}", payload=told)], clerk.code)
