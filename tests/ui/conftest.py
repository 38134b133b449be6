"""A real window before the office of `tests.offices`.

`shoot(widget, name)` keeps a picture where the environment names a folder (`YICHUANG_SHOTS`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.office import Office
from desktop.ui.app import make_app
from desktop.ui.desk import Desk
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from tests.offices import CLERK, NOW, SUPERVISOR

__all__ = ["CLERK", "NOW", "SUPERVISOR"]


class Hand:
    """A person's hands for the scanner: its clock runs 100 ms between any two looks at it."""

    step = 0.1

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        self.at += self.step
        return self.at


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Bundled fonts and the light theme; every test begins with them."""
    return make_app()


@pytest.fixture
def desk(office: Office, dressed: QApplication) -> Iterator[Desk]:
    """Nobody is signed in yet."""
    made = Desk(office)
    yield made
    made.wait_for_jobs()


@pytest.fixture
def hand(dressed: QApplication) -> Hand:
    return Hand()


@pytest.fixture
def scanner(dressed: QApplication, hand: Hand) -> Iterator[Scanner]:
    """Takes every key press for a person's, unless a test sets `hand.step` to 0.01."""
    made = Scanner(dressed, hand)
    yield made
    dressed.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, scanner: Scanner) -> Shell:
    """The window as a signed-in clerk meets it, 1280×720."""
    desk.sign_in(CLERK)
    window = Shell(desk, scanner)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def shoot(dressed: QApplication) -> Callable[[QWidget, str], None]:
    """Keeps a picture of the widget as it stands; does nothing without a folder to keep it in."""
    folder = os.environ.get("YICHUANG_SHOTS", "")

    def keep(widget: QWidget, name: str) -> None:
        if not folder:
            return
        Path(folder).mkdir(parents=True, exist_ok=True)
        dressed.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        dressed.processEvents()
        widget.grab().save(str(Path(folder) / f"{name}.png"))

    return keep
