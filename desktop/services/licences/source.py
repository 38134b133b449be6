"""The outside source: its address in the settings, its credential in the encrypted store."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.halls.address import checked
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.ports import LicenceSource

CREDENTIAL = "licence_source_credential"
"""Under which the store remembers it; it is in no file of settings, and no list shows it."""


def outside(office: Office) -> LicenceSource | None:
    """The source in the settings; None where none is set up."""
    address = office.station.licence_source
    if office.licensing is None or not address:
        return None
    return office.licensing(address, office.store.local.recall(CREDENTIAL), office.now)


def with_source(office: Office, clerk: Clerk, address: str, credential: str = "") -> Station:
    """The station's settings with this source, for the caller to keep in their file.

    An empty credential keeps the one there is; an empty address forgets it. Refuses
    `source_address`, and `credential_missing` where there never was one.
    """
    require(clerk, Right.MANAGE_ITEMS)
    told, local = checked(address), office.store.local
    if not told:
        local.remember(CREDENTIAL, "")
    elif credential.strip():
        local.remember(CREDENTIAL, credential.strip())
    elif not local.recall(CREDENTIAL):
        raise Refusal("credential_missing")
    return replace(office.station, licence_source=told)


def has_credential(office: Office) -> bool:
    return bool(office.store.local.recall(CREDENTIAL))
