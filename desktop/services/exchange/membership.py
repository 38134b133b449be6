"""Coming into a hub, letting others in, and what is remembered of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import msgspec

from desktop.domain.exchange.batches import DeviceHead, HallHead
from desktop.domain.exchange.entries import CodeIssued, DeviceRevoked, HubJoined
from desktop.domain.exchange.membership import Directory, Membership, Standing
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import MAIN_HALL, Office
from desktop.services.ports import Hub, Hubs

MEMBERSHIP, DIRECTORY, STANDING = "hub membership", "hub directory", "hub standing"
"""Under which the store remembers them."""
HOURS = 72
"""How long a one-time code lets a device in."""


def hubs(office: Office) -> Hubs:
    """Refuses `no_hubs` where this program was put together without."""
    if office.hubs is None:
        raise Refusal("no_hubs")
    return office.hubs


def membership(office: Office) -> Membership | None:
    told = office.store.local.recall(MEMBERSHIP)
    return msgspec.json.decode(told, type=Membership) if told else None


def member(office: Office) -> Membership:
    """Refuses `no_hub` where this station is in none."""
    found = membership(office)
    if found is None:
        raise Refusal("no_hub")
    return found


def connect(office: Office) -> Hub:
    """A conversation with the hub; may take seconds. Refuses `no_hub`, `hub_unreachable`, …"""
    return hubs(office).connect(member(office))


def join(office: Office, clerk: Clerk, address: str, code: str) -> str:
    """Come into the hub under a one-time code. The new recovery code where the hall had a key
    already and this station took it over, else empty: it has to be printed and sealed again.

    Refuses `in_hub_already`, `unnamed_station`, `other_hall` (hall), `invite_used`, `device_taken`.
    """
    require(clerk, Right.MANAGE_HUB)
    if membership(office) is not None:
        raise Refusal("in_hub_already")
    if office.station.unnamed:
        raise Refusal("unnamed_station")
    device = office.store.journal.device
    come = hubs(office).enrol(
        address, code, device, office.station.hall, office.store.exchange.hall_public
    )
    recovery = office.store.exchange.adopt_hall(come.hall_key) if come.hall_key else ""
    told = come.membership
    _remember(office, MEMBERSHIP, told)
    entry = HubJoined(hub=told.hub, hall=told.hall, hall_name=come.hall_name, device=device)
    office.store.journal.append([Act(entity=f"hub:{told.hub}", payload=entry)], clerk.code)
    return recovery


def leave(office: Office, clerk: Clerk) -> None:
    """Forget the hub: for a station that comes back under a new device code."""
    require(clerk, Right.MANAGE_HUB)
    office.store.local.remember(MEMBERSHIP, "")
    office.store.local.remember(MAIN_HALL, "")
    office.store.local.remember(STANDING, "")


def issue_code(office: Office, clerk: Clerk, hall: str, name: str) -> str:
    """A one-time code for another device; asks the hub. For the own hall the code carries the
    hall's key, sealed; a sub-hall's first device brings its own.

    Refuses `hub_not_allowed` where a hall other than the main one invites a foreign device.
    """
    require(clerk, Right.MANAGE_HUB)
    own = hall == office.station.hall
    private = office.store.exchange.hall_private if own else b""
    code = hubs(office).invite(member(office), hall, name, private, HOURS)
    until = office.now() + timedelta(hours=HOURS)
    told = CodeIssued(hall=hall, hall_name=name, until=until)
    about = f"hub:{member(office).hub}"
    office.store.journal.append([Act(entity=about, payload=told)], clerk.code)
    return code


def revoke(office: Office, clerk: Clerk, device: str, reason: str) -> None:
    """Refuses `reason_missing`, `hub_not_allowed`."""
    require(clerk, Right.MANAGE_HUB)
    if not reason.strip():
        raise Refusal("reason_missing")
    hubs(office).revoke(member(office), device)
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
