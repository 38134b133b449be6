"""The station's settings after first run: what a supervisor may change, and what anybody may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.halls.opening import announce, check_station
from desktop.services.office import Office

Save = Callable[[Station], None]
NAMES = ("hall_name", "organ", "window")
"""What papers and the log call this station: a change of it is journalled."""


def change_station(office: Office, clerk: Clerk, station: Station, save: Save) -> Station:
    """Names, telephones, address and hours. Hall and device code stand in every number given
    out, so they stay; another code is another station.
    """
    require(clerk, Right.MANAGE_CLERKS)
    before = office.station
    told = check_station(station)
    if (told.hall, told.device) != (before.hall, before.device):
        raise Refusal("codes_stay", hall=before.hall, device=before.device)
    renamed = any(getattr(told, name) != getattr(before, name) for name in NAMES)
    office.station = told
    try:
        with office.store.journal.transaction():
            if renamed:
                announce(office)
            save(told)
    except BaseException:
        office.station = before
        raise
    return told


def change_look(office: Office, theme: str, font_px: int, save: Save) -> Station:
    """Theme and size of text, for everybody; no act of the hall's, so nothing is journalled."""
    told = replace(office.station, theme=theme, font_px=font_px)
    save(told)
    office.station = told
    return told
