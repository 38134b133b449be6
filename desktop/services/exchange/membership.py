"""Coming into a hub, letting others in, and what is remembered of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import msgspec

from desktop.domain.exchange.batches import DeviceHead, HallHead
from desktop.domain.exchange.entries import CodeIssued, DeviceRevoked, HubJoined
from desktop.domain.exchange.membership import Directory, Enrolled, Founded, Membership, Standing
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange import chains, relay
from desktop.services.exchange.talk import InStore, at_once
from desktop.services.office import MAIN_HALL, Office
from desktop.services.ports import Hub, Hubs

MEMBERSHIP, DIRECTORY, STANDING = "hub membership", "hub directory", "hub standing"
ADDRESS = "hub address"
"""Under which the store remembers them."""
HOURS = 72
"""How long a one-time code lets a device in."""


def hubs(office: Office) -> Hubs:
    """Refuses `no_hubs` where this program was put together without."""
    if office.hubs is None:
        raise Refusal("no_hubs")
    return office.hubs


def membership(office: Office) -> Membership | None:
    """None as well where it is another device's: a restored copy has a code of its own, and must
    not sign in, or sign, as the machine whose backup it is.
    """
    told = remembered(office)
    return told if told and told.device == office.store.journal.device else None


def remembered(office: Office) -> Membership | None:
    """Whosever it is."""
    told = office.store.local.recall(MEMBERSHIP)
    return msgspec.json.decode(told, type=Membership) if told else None


def last_address(office: Office) -> str:
    """Where the hub was when this station was last in one; empty before that."""
    return office.store.local.recall(ADDRESS)


def member(office: Office) -> Membership:
    """Refuses `no_hub` where this station is in none."""
    found = membership(office)
    if found is None:
        raise Refusal("no_hub")
    return found


def connect(office: Office) -> Hub:
    """A conversation with the hub; may take seconds. Refuses `no_hub`, `hub_unreachable`, …"""
    return hubs(office).connect(member(office))


def found(office: Office, clerk: Clerk, dsn: str, name: str) -> Founded:
    """Set a hub up with this station's hall as the main one. The station itself then comes in by
    the code, as every other does.

    Refuses `unnamed_station`, `in_hub_already`, `hub_dsn`, `hub_exists`, `hub_too_old`.
    """
    require(clerk, Right.MANAGE_HUB)
    if office.station.unnamed:
        raise Refusal("unnamed_station")
    if membership(office) is not None:
        raise Refusal("in_hub_already")
    return hubs(office).found(dsn, office.station.hall, name or office.station.hall_name)


def join(office: Office, clerk: Clerk, address: str, code: str, in_store: InStore = at_once) -> str:
    """Come into the hub under a one-time code. The new recovery code where the hall had a key
    already and this station took it over, else empty: it has to be printed and sealed again.

    Refuses `in_hub_already`, `unnamed_station`, `other_hall` (hall), `invite_used`, `device_taken`,
    `renew_instead`.
    """
    public = in_store(_may_join, office, clerk)
    device = office.store.journal.device
    come = hubs(office).enrol(address, code, device, office.station.hall, public)
    recovery = in_store(_joined, office, clerk, come)
    with suppress(Refusal):
        look(office, in_store)
    return recovery


def _may_join(office: Office, clerk: Clerk) -> bytes:
    require(clerk, Right.MANAGE_HUB)
    if membership(office) is not None:
        raise Refusal("in_hub_already")
    if office.station.unnamed:
        raise Refusal("unnamed_station")
    leave_behind(office)
    _check_predecessors(office)
    return office.store.exchange.hall_public


def _joined(office: Office, clerk: Clerk, come: Enrolled) -> str:
    device = office.store.journal.device
    recovery = office.store.exchange.adopt_hall(come.hall_key) if come.hall_key else ""
    told = come.membership
    settle(office, told)
    entry = HubJoined(hub=told.hub, hall=told.hall, hall_name=come.hall_name, device=device)
    office.store.journal.append([Act(entity=f"hub:{told.hub}", payload=entry)], clerk.code)
    return recovery


def settle(office: Office, told: Membership) -> None:
    """This station's from now on; how it went before is of no more interest."""
    _remember(office, MEMBERSHIP, told)
    office.store.local.remember(ADDRESS, told.address)
    office.store.local.remember(STANDING, "")


def leave_behind(office: Office) -> None:
    """A restored copy signs what the backup held, so that a hub can take it as it was written, and
    forgets the login and key: they belong to the machine whose backup it is, which may be alive.
    """
    told, outside = remembered(office), office.store.exchange
    if told is None or told.device == office.store.journal.device:
        return
    entries = list(chains.chain_of(office, told.device, outside.confirmed_of(told.device)))
    with office.store.journal.transaction():
        relay.remember(office, told.device, list(chains.signatures(hubs(office), told, entries)), 0)
        office.store.local.remember(ADDRESS, told.address)
        office.store.local.remember(MEMBERSHIP, "")
        office.store.local.remember(STANDING, "")


def _check_predecessors(office: Office) -> None:
    """What a backup held of a device that never was in the hub is nobody's to push: it has to go
    over to this one.
    """
    outside, carried = office.store.exchange, relay.carried(office)
    for device in chains.own_chains(office):
        signed = [one.seq for one in carried if one.device == device]
        n = outside.last_of(device) - max([outside.confirmed_of(device), *signed])
        if n > 0 and device != office.store.journal.device:
            raise Refusal("renew_instead", device=device, n=n)


def look(office: Office, in_store: InStore = at_once) -> Directory:
    """Ask the hub for its halls and devices, and remember them: without, no bundle can be checked."""
    hub = hubs(office).connect(in_store(member, office))
    try:
        halls, devices = tuple(hub.halls()), tuple(hub.devices())
    finally:
        hub.close()
    in_store(remember_directory, office, halls, devices)
    return in_store(directory, office)


def leave(office: Office, clerk: Clerk) -> None:
    """Forget the hub: for a station that comes back under a new device code."""
    require(clerk, Right.MANAGE_HUB)
    office.store.local.remember(MEMBERSHIP, "")
    office.store.local.remember(MAIN_HALL, "")
    office.store.local.remember(STANDING, "")


def issue_code(
    office: Office, clerk: Clerk, hall: str, name: str, in_store: InStore = at_once
) -> str:
    """A one-time code for another device; asks the hub. For the own hall the code carries the
    hall's key, sealed; a sub-hall's first device brings its own.

    Refuses `hub_not_allowed` where a hall other than the main one invites a foreign device.
    """
    told, private = in_store(_may_invite, office, clerk, hall)
    code = hubs(office).invite(told, hall, name, private, HOURS)
    in_store(_invited, office, clerk, hall, name)
    return code


def _may_invite(office: Office, clerk: Clerk, hall: str) -> tuple[Membership, bytes]:
    require(clerk, Right.MANAGE_HUB)
    own = hall == office.station.hall
    return member(office), office.store.exchange.hall_private if own else b""


def _invited(office: Office, clerk: Clerk, hall: str, name: str) -> None:
    until = office.now() + timedelta(hours=HOURS)
    told = CodeIssued(hall=hall, hall_name=name, until=until)
    about = f"hub:{member(office).hub}"
    office.store.journal.append([Act(entity=about, payload=told)], clerk.code)


def let_in(office: Office, clerk: Clerk, dsn: str, hall: str, name: str) -> Founded:
    """As `issue_code`, by the hub's administrator: for a hall whose last device is gone, and which
    comes back out of a backup. Refuses `hub_dsn`, `hub_absent`, `hub_not_allowed`.
    """
    require(clerk, Right.MANAGE_HUB)
    return hubs(office).let_in(dsn, hall, name, HOURS)


def revoke(
    office: Office, clerk: Clerk, device: str, reason: str, in_store: InStore = at_once
) -> None:
    """Refuses `reason_missing`, `hub_not_allowed`."""
    hubs(office).revoke(in_store(_may_revoke, office, clerk, reason), device)
    in_store(_revoked, office, clerk, device, reason)


def _may_revoke(office: Office, clerk: Clerk, reason: str) -> Membership:
    require(clerk, Right.MANAGE_HUB)
    if not reason.strip():
        raise Refusal("reason_missing")
    return member(office)


def _revoked(office: Office, clerk: Clerk, device: str, reason: str) -> None:
    told = DeviceRevoked(device=device, reason=reason.strip())
    about = f"hub:{member(office).hub}"
    office.store.journal.append([Act(entity=about, payload=told)], clerk.code)


def directory(office: Office) -> Directory:
    """As it was last told."""
    told = office.store.local.recall(DIRECTORY)
    return msgspec.json.decode(told, type=Directory) if told else Directory()


def remember_directory(
    office: Office, halls: tuple[HallHead, ...], devices: tuple[DeviceHead, ...]
) -> None:
    _remember(office, DIRECTORY, Directory(halls=halls, devices=devices, as_of=office.now()))
    main = next((one for one in halls if one.main), None)
    own = main is None or main.code == member(office).hall
    office.store.local.remember(MAIN_HALL, "" if own or main is None else main.name)


def standing(office: Office) -> Standing:
    told = office.store.local.recall(STANDING)
    return msgspec.json.decode(told, type=Standing) if told else Standing()


def went_well(office: Office) -> None:
    now = office.now()
    _remember(office, STANDING, Standing(whole_at=now, tried_at=now))


def went_wrong(office: Office, refusal: Refusal) -> Standing:
    """What is remembered of a round that failed."""
    before = standing(office)
    data = {key: str(value) for key, value in refusal.data.items()}
    after = replace(
        before, tried_at=office.now(), failures=before.failures + 1, why=refusal.code, data=data
    )
    _remember(office, STANDING, after)
    return after


def try_again(office: Office) -> None:
    """Somebody looked at it: the next round is due at once."""
    again = replace(standing(office), tried_at=None, failures=0, why="", data={})
    _remember(office, STANDING, again)


def _remember(office: Office, name: str, told: object) -> None:
    office.store.local.remember(name, msgspec.json.encode(told).decode())
