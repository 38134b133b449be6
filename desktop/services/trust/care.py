"""Verbs over the store's keeping; a restore is journalled as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import Verification
from desktop.domain.trust.restored import Restored
from desktop.services.exchange.membership import leave_behind
from desktop.services.halls.opening import announce
from desktop.services.office import Office
from desktop.services.ports import Progress


def verify(
    office: Office,
    file: Path | None = None,
    recovery_code: str = "",
    progress: Progress | None = None,
) -> Verification:
    """The station's own chains, or those of a backup."""
    if file is None:
        return office.store.keeping.verify(progress)
    return office.store.keeping.verify_file(file, recovery_code, progress)


def rebuild(
    office: Office, progress: Progress | None = None
) -> tuple[dict[str, int], dict[str, int]]:
    """Row counts before and after; they differ only where a projection was damaged."""
    return office.store.keeping.rebuild(progress)


def backup(office: Office, to: Path) -> dict[str, int]:
    """Refuses `file_exists` rather than write over an older backup."""
    if to.exists():
        raise Refusal("file_exists", path=str(to))
    return office.store.keeping.backup(to)


def restore(
    office: Office, file: Path, save: Callable[[Station], None], recovery_code: str = ""
) -> Restored:
    """Take the backup in; the station then has a new device code, in settings and journal.

    `save` keeps the settings. What the station is called stays as its settings say.
    """
    done = office.store.keeping.restore(file, recovery_code)
    office.station = replace(office.station, device=done.device)
    save(office.station)
    announce(office, follows=done.follows)
    if office.hubs is not None:
        leave_behind(office)
    return done
