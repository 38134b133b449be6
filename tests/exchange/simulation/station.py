"""One station of the simulation: its folder, and what it does in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from traceback import format_exc

from db.keys import open_keys
from db.store import Store, open_store
from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.entries import CasePurged, CaseSupplemented
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange.syncing import sync
from desktop.services.office import Office
from desktop.services.ports import Hubs
from tests.db.examples import DAY, accept, line, shipment
from tests.domain.guidance import shipped
from tests.offices import NOW, STATION_HERE

PASSING = {"hub_unreachable", "hub_failed", "hub_full", "hub_gap", "hub_history_differs", "busy"}
"""Refusals after which one tries again."""


@dataclass(slots=True)
class Place:
    """`skew`: how wrong its clock is."""

    hall: str
    device: str
    folder: Path
    skew: timedelta

    @property
    def told(self) -> Path:
        """Numbers of accepted cases, written once the commit had returned."""
        return self.folder / f"{self.device}.told"

    def store(self, at: datetime) -> Store:
        keys = open_keys(self.folder / f"{self.device}.key")
        return open_store(self.folder / f"{self.device}.db", keys, lambda: at, self.device)

    def office(self, at: datetime, hubs: Hubs) -> Office:
        return Office(
            store=self.store(at),
            station=replace(STATION_HERE, hall=self.hall, device=self.device),
            shipped=shipped.catalogue(),
            catalogue=shipped.catalogue(),
            calendar=shipped.work_calendar(),
            now=lambda: at,
            renderer=PdfRenderer(),
            hubs=hubs,
        )


def session(place: Place, step: int, chance: Random, hubs: Hubs, online: bool) -> None:
    """Some work at the counter, then a round where there is a network."""
    at = NOW + place.skew + timedelta(minutes=step)
    office = place.office(at, hubs)
    try:
        for _ in range(chance.randrange(1, 5)):
            with suppress_passing():
                act(office, place, chance)
        if online:
            with suppress_passing():
                sync(office)
    finally:
        office.store.close()


def act(office: Office, place: Place, chance: Random) -> None:
    """One act of a clerk, by chance."""
    journal = office.store.journal
    known = [row.number for row in office.store.views.cases(CaseFilter(), limit=50)]
    told = chance.random()
    if not known or told < 0.35:
        number = accept(journal)
        with place.told.open("a") as file:
            file.write(number + "\n")
    elif told < 0.85:
        about = f"case:{chance.choice(known)}"
        sheet = replace(line(chance.randrange(1, 11)), name=f"{place.device}{chance.random():.6f}")
        journal.append([Act(entity=about, payload=CaseSupplemented(lines=(sheet,)))], "001")
    elif told < 0.95:
        with journal.transaction():
            parcel = f"KFQ-{DAY:%Y%m%d}-{journal.device}-K{journal.next_number('K', DAY):04d}"
            entity = f"shipment:{parcel}"
            content = replace(shipment().contents[0], case=chance.choice(known))
            sent = replace(shipment(), contents=(content,))
            journal.append([Act(entity=entity, payload=sent, subject=entity)], "001")
    else:
        own = [number for number in known if f"-{place.device}-" in number]
        if own:
            number = chance.choice(own)
            with journal.transaction():
                purged = CasePurged(reason="保存期满")
                journal.append([Act(entity=f"case:{number}", payload=purged)], "001")
                office.store.keeping.purge(number)


class suppress_passing(suppress):  # noqa: N801
    """What passes by itself, or is an answer to what the simulation does to a case."""

    def __init__(self) -> None:
        super().__init__(Refusal)

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        if isinstance(error, Refusal) and error.code not in PASSING | {"case_forgotten"}:
            return False
        return bool(super().__exit__(kind, error, trace))  # type: ignore[arg-type]


def apart(work: Callable[[], None], failed: Path) -> int:
    """The work in a process of its own, which may be killed at any moment; its id."""
    pid = os.fork()
    if pid:
        return pid
    code = 0
    try:
        work()
    except BaseException:
        failed.write_text(format_exc())
        code = 1
    os._exit(code)
