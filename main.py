"""Composition root: settings → store → services → window or command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from db.keys import keys_in, new_recovery
from db.store import open_store
from desktop import settings
from desktop.cli import app
from desktop.couriers.door import tracking_service
from desktop.documents.doors import DOORS
from desktop.domain.days import BEIJING
from desktop.licensing.door import http_source
from desktop.messages.outbox import FileOutbox
from desktop.services.days.notices import load_calendar
from desktop.services.guidance.catalogue import load
from desktop.services.office import Office
from desktop.services.published import take_published
from resources import ROOT

now = partial(datetime.now, BEIJING)


def open_office(folder: Path) -> Office:
    """Everything the verbs need, over the data folder; an empty one becomes an unnamed station."""
    station = settings.load(folder)
    store = open_store(folder / "yichuang.db", keys_in(folder), now, station.device)
    shipped, calendar = load(ROOT / "catalog"), load_calendar(ROOT / "calendar")
    office = Office(store, station, shipped, shipped, calendar, now, *DOORS, licensing=http_source)
    office.resources, office.messages, office.couriers = ROOT, FileOutbox(folder), tracking_service
    take_published(office)
    return office


def walk(out: Path, gallery: bool) -> dict[str, list[str]]:
    """One day in a data folder of its own, `out/home`, begun anew each time."""
    from desktop.ui.walkthrough.day import walk as through

    return through(out, gallery, open_office, new_recovery)


def main(arguments: Sequence[str]) -> int:
    """The command that is named; alone the window, or the walkthrough where nobody sees one."""
    folder = settings.home()
    if not arguments and app.seen(sys.platform, os.environ):
        from desktop.ui.window import open_window

        keep = partial(settings.save, folder=folder)
        return open_window(open_office(folder), keep, partial(new_recovery, folder))
    return app.run_command(arguments or app.UNSEEN, partial(open_office, folder), walk)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
