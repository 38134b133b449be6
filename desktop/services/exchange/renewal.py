"""A new device code and chain for a station whose old one is somebody else's too, or revoked."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import msgspec

from desktop.domain.exchange.batches import Cursor, DeviceHead
from desktop.domain.exchange.entries import DeviceRenewed, HubJoined, NumberReplaced
from desktop.domain.exchange.membership import Membership
from desktop.domain.exchange.renewal import Moved, Renewed
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.domain.trust.restored import DRAWN, successor
from desktop.domain.trust.typed_code import ALPHABET
from desktop.services.exchange import chains, membership, relay
from desktop.services.exchange.syncing import sync
from desktop.services.exchange.talk import Talk
from desktop.services.halls.opening import announce
from desktop.services.office import Office

PENDING = "hub renewal"
"""The new membership, from the moment the hub gave it until the journal says so."""

Tails = dict[str, int]


def renew(
    office: Office, clerk: Clerk, code: str, save: Callable[[Station], None], address: str = ""
) -> Renewed:
    """Come into the hub anew under a one-time code, with everything that it does not hold yet.

    What still goes under the old code goes first. Interrupted, the next call goes on. Refuses what
    `join` refuses, and `no_address`.
    """
    require(clerk, Right.MANAGE_HUB)
    if office.station.unnamed:
        raise Refusal("unnamed_station")
    membership.leave_behind(office)
    with suppress(Refusal):
        sync(office)
    told, recovery = _admitted(office, code, address)
    hub = membership.hubs(office).connect(told)
    try:
        talk = Talk(office, hub)
        relay.hand_on(talk, lambda _upto: 0)
        known = {one.code: one for one in hub.devices()}
        tails = {code: _agreed(talk, code, known.get(code)) for code in chains.own_chains(office)}
    finally:
        hub.close()
    given = {code: known[code].hall for code in tails if code in known}
    return _gone_over(office, clerk, save, (told, recovery, tails, given))


def _admitted(office: Office, code: str, address: str) -> tuple[Membership, str]:
    """The membership under the new code, asked for once; and the new recovery code, if any."""
    pending = office.store.local.recall(PENDING)
    if pending:
        return msgspec.json.decode(pending, type=Membership), ""
    address = address or membership.last_address(office)
    if not address:
        raise Refusal("no_address")
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(DRAWN))
    device, outside = successor(office.store.journal.device, drawn), office.store.exchange
    come = membership.hubs(office).enrol(
        address, code, device, office.station.hall, outside.hall_public
    )
    recovery = outside.adopt_hall(come.hall_key) if come.hall_key else ""
    office.store.local.remember(PENDING, msgspec.json.encode(come.membership).decode())
    return come.membership, recovery


def _agreed(talk: Talk, device: str, known: DeviceHead | None) -> int:
    """The last entry of this chain that the hub holds as it is here, found by halving."""
    if known is None:
        return 0
    low, high = 0, min(known.seq, talk.store.last_of(device))
    while low < high:
        middle = (low + high + 1) // 2
        if talk.hub.hash_of(known.hall, device, middle) == talk.store.hash_of(device, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _gone_over(
    office: Office,
    clerk: Clerk,
    save: Callable[[Station], None],
    found: tuple[Membership, str, Tails, dict[str, str]],
) -> Renewed:
    told, recovery, tails, given = found
    outside, old, station = office.store.exchange, office.store.journal.device, office.station
    copy = (
        outside.copy_before_renewal()
        if any(outside.last_of(one) > n for one, n in tails.items())
        else ""
    )
    for hall, place in outside.placed(tails).items():
        outside.take_back(Cursor(hall=hall, seq=place - 1, hash=outside.hashes(hall)[place - 1]))
    office.station = replace(station, device=told.device)
    try:
        with office.store.journal.transaction():
            moved = outside.renew(tails, told.device, given)
            office.store.journal.device = told.device
            membership.settle(office, told)
            relay.drop(office, tails)
            office.store.local.remember(PENDING, "")
            _journal(office, clerk, told, old, moved)
    except BaseException:
        office.store.journal.device, office.station = old, station
        raise
    save(office.station)
    return Renewed(device=told.device, follows=old, moved=moved, recovery=recovery, copy=copy)


def _journal(office: Office, clerk: Clerk, told: Membership, old: str, moved: Moved) -> None:
    announce(office, follows=old)
    hub = f"hub:{told.hub}"
    name = office.station.hall_name
    acts = [
        Act(entity=hub, payload=HubJoined(
            hub=told.hub, hall=told.hall, hall_name=name, device=told.device)),
        Act(entity=hub, payload=DeviceRenewed(
            device=told.device, follows=old, entries=moved.entries, numbers=len(moved.numbers))),
    ]  # fmt: skip
    for entity, printed in moved.numbers:
        payload = NumberReplaced(number=entity.partition(":")[2], printed=printed)
        acts.append(Act(entity=entity, payload=payload))
    office.store.journal.append(acts, clerk.code)
