"""Run as a process: a clerk in mid-case, and then the power is gone. `python cut_short.py HOME`."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pathlib import Path

from db.keys import new_recovery
from desktop import settings
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.walkthrough import counter
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.morning import open_station, sign_in
from desktop.ui.window import make_window
from main import open_office


def work(home: Path) -> None:
    office = open_office(home)
    window = make_window(office, partial(settings.save, folder=home), partial(new_recovery, home))
    hands = Hands(window.shell, home / "pictures", lambda: window.desk.working)
    window.shell.show()
    window.shell.activateWindow()
    open_station(hands, window)
    sign_in(hands, window)
    page = window.shell.page("intake")
    assert isinstance(page, IntakePage)
    counter.begin(hands, page, "spjy", ("2",))
    counter.tick_all(hands, page)
    draft = page.session.draft
    assert draft is not None
    hands.until(lambda: saved(office.store.local.draft(draft.id), 4), "the draft to be kept")
    os.kill(os.getpid(), signal.SIGKILL)


def saved(kept: object, ticks: int) -> bool:
    return len(getattr(kept, "ticks", ())) == ticks


if __name__ == "__main__":
    work(Path(sys.argv[1]))
