"""A real office behind a real window: the store of `tests.stores`, the catalogue that ships.

`shoot(widget, name)` keeps a picture where the environment names a folder (`YICHUANG_SHOTS`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.ledgers.formats import LEDGERS
from desktop.documents.renderer import PdfRenderer
from desktop.domain.days import BEIJING
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.halls.entries import ClerkSet, StationOpened
from desktop.domain.halls.roles import STATION, Clerk, Role
from desktop.domain.halls.station import Station
from desktop.domain.trust.entry import Act
from desktop.services.guidance.catalogue import load
from desktop.services.guidance.notices import load_calendar
from desktop.services.office import Office
from desktop.ui.app import make_app
from desktop.ui.desk import Desk
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from resources import ROOT
from tests.stores import Factory

NOW = datetime(2026, 11, 23, 10, 41, tzinfo=BEIJING)
STATION_HERE = Station(
    hall="KFQ",
    hall_name="经开区政务服务中心",
    organ="北京经济技术开发区管理委员会",
    window="7",
    device="A07",
    phone="010-55550000",
    complaints="010-55551234",
    address="北京经济技术开发区荣华中路 10 号",
    hours="工作日 9:00–17:00",
    review_organ="北京市人民政府",
    court="北京市大兴区人民法院",
    unnamed=False,
)
CLERK = Clerk(code="0712", name="王小满", role=Role.CLERK)
SUPERVISOR = Clerk(code="0700", name="赵一鸣", role=Role.SUPERVISOR)


class Hand:
    """A person's hands for the scanner: its clock runs 100 ms between any two looks at it."""

    step = 0.1

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        self.at += self.step
        return self.at


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(ROOT / "catalog")


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    return load_calendar(ROOT / "calendar")


@pytest.fixture
def office(store_factory: Factory, catalogue: Catalogue, calendar: WorkCalendar) -> Office:
    """Opened, with a clerk and a supervisor; its clock stands at `NOW`."""
    made = Office(
        store=store_factory(STATION_HERE.device, lambda: NOW),
        station=replace(STATION_HERE),
        shipped=catalogue,
        catalogue=catalogue,
        calendar=calendar,
        now=lambda: NOW,
        renderer=PdfRenderer(),
        ledgers=LEDGERS,
    )
    opened = StationOpened(hall="KFQ", hall_name="经开区政务服务中心", window="7", device="A07")
    acts = [Act(entity="station:A07", payload=opened)]
    for one in (SUPERVISOR, CLERK):
        told = ClerkSet(code=one.code, name=one.name, role=one.role)
        acts.append(Act(entity=f"clerk:{one.code}", payload=told))
    made.store.journal.append(acts, STATION.code)
    return made


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
