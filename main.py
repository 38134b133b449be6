"""Composition root: settings → store → services → window or command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from db.keys import Keys, create_keys, open_keys
from db.store import open_store
from desktop import settings
from desktop.cli import app
from desktop.documents.ledgers.formats import LEDGERS
from desktop.documents.renderer import PdfRenderer
from desktop.domain.days import BEIJING
from desktop.services.guidance.catalogue import load
from desktop.services.guidance.notices import load_calendar
from desktop.services.guidance.publish import overlaid
from desktop.services.office import Office
from resources import ROOT


def now() -> datetime:
    return datetime.now(BEIJING)


def open_office(folder: Path) -> Office:
    """Everything the verbs need, over the data folder; an empty one becomes an unnamed station."""
    station = settings.load(folder)
    store = open_store(folder / "yichuang.db", keys_of(folder), now, station.device)
    shipped = load(ROOT / "catalog")
    return Office(
        store=store,
        station=station,
        shipped=shipped,
        catalogue=overlaid(shipped, store.views.published_items()),
        calendar=load_calendar(ROOT / "calendar"),
        now=now,
        renderer=PdfRenderer(),
        ledgers=LEDGERS,
    )


def keys_of(folder: Path) -> Keys:
    credential = folder / "station.key"
    return open_keys(credential) if credential.exists() else create_keys(credential)[0]


def main(arguments: Sequence[str]) -> int:
    """The command that is named."""
    folder = settings.home()
    return app.run_command(arguments, lambda: open_office(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
