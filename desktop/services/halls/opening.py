"""First run: the station gets its name, its device code and its first supervisor."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet, ClerkSet, StationOpened
from desktop.domain.halls.roles import STATION, Clerk, Right, Role, require
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.halls.clerks import set_clerk
from desktop.services.office import Office

CODE = re.compile(r"[A-Z0-9]{2,8}")
"""Hall and device codes stand in every number, between hyphens."""


def check_station(station: Station) -> Station:
    """The station with its codes in capitals. Refuses `station_incomplete` (field)."""
    told = replace(
        station, hall=station.hall.strip().upper(), device=station.device.strip().upper()
    )
    for name in ("hall", "device"):
        if not CODE.fullmatch(getattr(told, name)):
            raise Refusal("station_incomplete", field=name)
    for name in ("hall_name", "organ", "window"):
        if not getattr(told, name).strip():
            raise Refusal("station_incomplete", field=name)
    return replace(told, unnamed=False)


def open_station(
    office: Office,
    station: Station,
    supervisor: ClerkSet,
    password: str,
    pin: str,
    save: Callable[[Station], None],
) -> Clerk:
    """Name the station and set its first supervisor, in one commit; then keep the settings."""
    if not office.station.unnamed:
        raise Refusal("already_opened")
    named = check_station(station)
    told = replace(supervisor, role=Role.SUPERVISOR, active=True)
    before = office.station
    office.station = named
    try:
        office.store.journal.device = named.device
        with office.store.journal.transaction():
            announce(office)
            set_clerk(office, STATION, told, password, pin)
            save(named)
    except BaseException:
        office.station = before
        office.store.journal.device = before.device
        raise
    return Clerk(code=told.code.strip(), name=told.name.strip(), role=told.role)


def announce(office: Office, follows: str = "") -> None:
    """Journal who this station is, at first run and after a restore."""
    station = office.station
    told = StationOpened(
        hall=station.hall,
        hall_name=station.hall_name,
        window=station.window,
        device=station.device,
        unnamed=station.unnamed,
        follows=follows,
    )
    act = Act(entity=f"station:{station.device}", payload=told)
    office.store.journal.append([act], STATION.code)


def set_authority(
    office: Office, clerk: Clerk, item: str, authority: Authority, organ: str = ""
) -> None:
    """What this hall may do for an item; 代收 needs the organ it collects for."""
    require(clerk, Right.MANAGE_ITEMS)
    if authority is Authority.COLLECT and not organ.strip():
        raise Refusal("collect_without_organ", item=office.item(item).name)
    told = AuthoritySet(item=office.item(item).id, authority=authority, organ=organ.strip())
    office.store.journal.append([Act(entity=f"authority:{item}", payload=told)], clerk.code)
