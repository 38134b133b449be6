"""While a long log is exported the window goes on: a timer of 10 ms is never late by 100.

`YICHUANG_LOG_ROWS=100000` runs it at full length; the gaps stand on standard output (`-s`).
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.domain.halls.roles import Clerk
from desktop.services.office import Office
from desktop.ui.pages.log.page import LogPage
from desktop.ui.shell import Shell
from desktop.ui.widgets.banner import Tone
from desktop.ui.window import settle_memory
from tests.services.supervision.log.year import fill
from tests.ui.conftest import SUPERVISOR

ROWS = int(os.environ.get("YICHUANG_LOG_ROWS", "2500"))
MOST_MS = 100
"""Beside what the machine itself is late by, with nothing to do, while others use it."""
IDLE_BEATS = 100
Window = Callable[[Clerk], Shell]


class Heartbeat(QObject):
    """Notes when the event loop came round."""

    def __init__(self) -> None:
        super().__init__()
        self.beats: list[float] = []
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(lambda: self.beats.append(time.perf_counter()))

    def start(self) -> None:
        self.beats = [time.perf_counter()]
        self._timer.start()

    def longest_ms(self) -> float:
        self._timer.stop()
        return max((later - one) * 1000 for one, later in pairwise(self.beats))


@pytest.fixture
def page(office: Office, window: Window, tmp_path: Path, qtbot: QtBot) -> Iterator[LogPage]:
    """The year on the screen, counted, the export open."""
    fill(office.store, ROWS)  # type: ignore[arg-type]
    shell = window(SUPERVISOR)
    shell.go("log")
    shown = shell.front
    assert isinstance(shown, LogPage)
    shown.lists.tabs.choose(3)
    shown.lists.first.set_day(date(2026, 1, 1))
    shown.lists.last.set_day(date(2026, 12, 31))
    shown._anew()
    qtbot.waitUntil(lambda: not shown.reader.busy, timeout=60_000)
    assert shown._lines[0].figure.count > ROWS
    shown.export.place.field.set_text(str(tmp_path))
    shown.export.open()
    settle_memory()  # as the window does when it opens
    yield shown
    gc.unfreeze()


@pytest.mark.parametrize("format", ["csv", "xlsx", "json", "pdf"])
def test_the_window_goes_on_while_a_log_is_exported(
    page: LogPage, tmp_path: Path, qtbot: QtBot, format: str
) -> None:
    heart = Heartbeat()
    heart.start()
    qtbot.waitUntil(lambda: len(heart.beats) > IDLE_BEATS, timeout=60_000)
    idle = heart.longest_ms()
    page.export.format.set_value(format)
    with qtbot.waitSignal(page.export.told, timeout=600_000) as told:
        heart.start()
        page.export.start()
    longest = heart.longest_ms()
    sys.stdout.write(
        f"{format}: {len(heart.beats)} beats, the longest gap {longest:.0f} ms, idle {idle:.0f}\n"
    )
    assert told.args is not None
    assert told.args[0] is Tone.GOOD
    assert [path for path in tmp_path.glob("*.manifest.json") if format in path.name]
    assert longest < MOST_MS + idle


@pytest.mark.parametrize("format", ["csv", "xlsx", "json", "pdf"])
def test_cancelled_in_the_middle_it_leaves_no_file(
    page: LogPage, tmp_path: Path, qtbot: QtBot, format: str
) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    heads = page.desk.office.store.journal.heads()
    page.export.format.set_value(format)
    with qtbot.waitSignal(page.export.told, timeout=600_000) as told:
        page.export.start()
        qtbot.waitUntil(lambda: page.export.bar.value() >= ROWS // 5, timeout=60_000)
        page.export.cancel()
    assert told.args is not None
    assert told.args[0] is Tone.INFO
    left = {path.name for path in tmp_path.iterdir()} - before
    assert not [name for name in left if not name.endswith(("-wal", "-shm"))]
    assert page.desk.office.store.journal.heads() == heads
