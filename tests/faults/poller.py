"""A process that is made to be killed: for each moment it reads it forks a child that takes in what
was pushed and asks carriers until nothing is due at that moment. The child says `done` at its end.
"""

import os
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path

from db.keys import open_keys
from db.store import open_store
from desktop.couriers import http_form
from desktop.couriers.door import tracking_service
from desktop.documents.renderer import PdfRenderer
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.catalogue import Catalogue
from desktop.services.courier import pushes, tracking
from desktop.services.office import Office
from tests.offices import STATION_HERE, Clock

http_form.READ_SECONDS = 0.1
import_module("desktop.couriers.kuaidi100")  # before the forks, so that a child lives for its work


def office_at(path: Path, address: str, at: datetime) -> Office:
    clock = Clock(at)
    station = replace(STATION_HERE, courier_address=address)
    store = open_store(path, open_keys(path.with_suffix(".key")), clock, station.device)
    nothing = Catalogue(items={})
    return Office(
        store, station, nothing, nothing, WorkCalendar(()), clock, PdfRenderer(),
        couriers=tracking_service,
    )  # fmt: skip


def work(office: Office, folder: Path) -> None:
    for file in sorted(folder.glob("*.push")):
        with suppress(FileNotFoundError):  # the other program has taken it in
            pushes.take_push(office, file.read_bytes())
            file.unlink()
    pushes.match_kept(office)
    while tracking.poll(office).asked:
        pass
    office.store.close()


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main(path: Path, address: str) -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"pid {os.getpid()}")
            work(office_at(path, address, datetime.fromisoformat(line.strip())), path.parent)
            say("done")
            os._exit(0)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
