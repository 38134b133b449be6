"""The window put together: application, desk, scanner, shell, door, idle lock."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QApplication

from desktop.domain.halls.station import Station
from desktop.services.office import Office
from desktop.ui.app import make_app
from desktop.ui.desk import Desk
from desktop.ui.pages.closing.clockwork import Clockwork
from desktop.ui.pages.courier.polling import Poller
from desktop.ui.pages.entry.code_paper import print_code
from desktop.ui.pages.entry.door import Door
from desktop.ui.pages.entry.idle import IdleLock
from desktop.ui.pages.entry.recovery import SEALED
from desktop.ui.pages.exchange.rounds import Exchanger
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell

Save = Callable[[Station], None]
NewCode = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Window:
    """What must live as long as the window does."""

    app: QApplication
    desk: Desk
    shell: Shell
    door: Door
    idle: IdleLock
    poller: Poller
    exchanger: Exchanger
    clockwork: Clockwork

    def close(self) -> None:
        """Close it and wait for its workers."""
        self.poller.stop()
        self.exchanger.stop()
        self.clockwork.stop()
        self.shell.close()
        self.desk.wait_for_jobs()
        self.app.removeEventFilter(self.shell.scanner)
        self.app.removeEventFilter(self.idle)


def make_window(office: Office, save: Save, new_code: NewCode) -> Window:
    """The window over this office. `new_code` makes a recovery code, to be shown once."""
    station = office.station
    app = make_app(theme=station.theme, font_px=station.font_px)
    desk = Desk(office)
    shell = Shell(desk, Scanner(app))
    code = "" if office.store.local.recall(SEALED) else new_code()
    door = Door(desk, code, lambda told: print_code(told, office.station.hall_name), save)
    if door.recovery is not None:
        door.recovery.done.connect(lambda: office.store.local.remember(SEALED, "1"))
    door.opened.connect(shell.unlock)
    shell.set_door(door)
    idle = IdleLock(app, lambda: office.station.idle_minutes, partial(_busy, shell), shell.lock)
    kept = Clockwork(desk, shell.say)
    return Window(app, desk, shell, door, idle, Poller(desk), Exchanger(desk), kept)


def open_window(office: Office, save: Save, new_code: NewCode) -> int:
    """Show the window until it is closed; the process's exit code."""
    window = make_window(office, save, new_code)
    window.shell.resize(1280, 800)
    window.shell.showMaximized()
    settle_memory()
    code = window.app.exec()
    window.close()
    return code


def settle_memory() -> None:
    """What was made so far stays as long as the window: the collector walks it no more. It took a
    tenth of a second each time, in the middle of whatever somebody typed.
    """
    gc.collect()
    gc.freeze()


def _busy(shell: Shell) -> bool:
    return shell.locked or (shell.front is not None and shell.front.busy())
