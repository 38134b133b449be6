"""First run, the sealed code, signing in: a station comes to life."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.people import STATION, SUPERVISOR
from desktop.ui.window import Window

RETURN = Qt.Key.Key_Return


def open_station(hands: Hands, window: Window) -> None:
    """The first-run form from top to bottom, by Enter from field to field."""
    hands.until(lambda: window.door.first_run.isVisible(), "the first-run form")
    for place, text in enumerate((*STATION, *SUPERVISOR)):
        hands.type(text)
        if place < len(STATION) + len(SUPERVISOR) - 1:
            hands.press(RETURN)
    hands.shoot("01-first-run")
    hands.press(Qt.Key.Key_F9)
    recovery = window.door.recovery
    hands.until(lambda: recovery is not None and recovery.isVisible(), "the recovery code")
    hands.shoot("02-recovery-code")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_F9)


def sign_in(hands: Hands, window: Window) -> None:
    """The code stands there already; the password and Enter."""
    hands.until(lambda: window.door.sign_in.isVisible(), "the sign-in card")
    hands.shoot("03-sign-in")
    hands.type(SUPERVISOR[2])
    hands.press(RETURN)
    hands.until(lambda: window.shell.front is not None and not window.shell.locked, "the counter")
