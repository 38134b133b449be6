"""The sample day from first run to the evening's log."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop import settings
from desktop.services.office import Office
from desktop.ui.walkthrough.gallery import hang
from desktop.ui.walkthrough.handling import handle
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.morning import open_station, sign_in
from desktop.ui.walkthrough.parcels import look_after
from desktop.ui.walkthrough.story import Day
from desktop.ui.window import make_window

OWN = ("pictures", "papers", "log")
"""Folders of `out` that each walk begins anew."""


def walk(
    out: Path,
    gallery: bool,
    open_office: Callable[[Path], Office],
    new_code: Callable[[Path], str],
) -> dict[str, list[str]]:
    """Walk the day in `out/home`, begun anew; the cases' numbers and the files left in `out`."""
    home = out / "home"
    for folder in (home, *(out / name for name in OWN)):
        shutil.rmtree(folder, ignore_errors=True)
    office = open_office(home)
    window = make_window(office, partial(settings.save, folder=home), partial(new_code, home))
    hands = Hands(window.shell, out / "pictures", lambda: window.desk.working)
    try:
        window.shell.resize(1280, 720)
        window.shell.show()
        window.shell.activateWindow()
        open_station(hands, window)
        sign_in(hands, window)
        day = Day(hands, window, out)
        day.walk()
        look_after(day)
        handle(day)
        day.export()
        if gallery:
            hang(day)
    finally:
        window.close()
        office.store.close()
    return {"cases": day.cases, "files": [str(path) for path in (*hands.files, *day.files)]}
