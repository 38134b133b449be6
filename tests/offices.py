"""A real office for every ring: the store of `tests.stores`, the catalogue and calendar that ship.

Fixtures: `clock` (settable, begins at `NOW`), `office` (opened, `SUPERVISOR` and `CLERK` known to
it), `office_factory` for an office without anything in its journal. `whole(office, …)` makes a
draft that nothing is missing from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from desktop.documents.ledgers.formats import LEDGERS
from desktop.documents.renderer import PdfRenderer
from desktop.documents.sheets.files import SheetFiles
from desktop.domain.cases.draft import Delivery, Draft, Way
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.days import BEIJING
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.halls.entries import ClerkSet, StationOpened
from desktop.domain.halls.roles import STATION, Clerk, Role
from desktop.domain.halls.station import Station
from desktop.domain.identity.party import AGENT_QUESTION, Party, Presence
from desktop.domain.trust.entry import Act
from desktop.services.cases import intake
from desktop.services.courier.troubles.terms import load_terms
from desktop.services.office import Office
from resources import ROOT
from tests.domain.guidance import shipped
from tests.stores import Factory

NOW = datetime(2026, 11, 23, 10, 41, tzinfo=BEIJING)
"""A Monday; the next five working days end on 30 November."""
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
PERSON = Party(name="李晓敏", id_number="11010519491231002X", phone="13800138021", address="一号")


class Clock:
    """Stands until a test moves it."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def on(self, **step: float) -> datetime:
        """Go forward by `timedelta(**step)`."""
        self.at += timedelta(**step)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return shipped.catalogue()


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    return shipped.work_calendar()


@pytest.fixture
def office_factory(
    store_factory: Factory, catalogue: Catalogue, calendar: WorkCalendar, clock: Clock
) -> Callable[[Station], Office]:
    """An office over a fresh store, with an empty journal."""

    def make(station: Station) -> Office:
        return Office(
            store=store_factory(station.device, clock, station.device),
            station=station,
            shipped=catalogue,
            catalogue=catalogue,
            calendar=calendar,
            now=clock,
            renderer=PdfRenderer(),
            ledgers=LEDGERS,
            sheets=SheetFiles(),
            resources=ROOT,
            terms=load_terms(ROOT / "courier/troubles.json"),
        )

    return make


@pytest.fixture
def office(office_factory: Callable[[Station], Office]) -> Office:
    made = office_factory(replace(STATION_HERE))
    opened = StationOpened(hall="KFQ", hall_name="经开区政务服务中心", window="7", device="A07")
    acts = [Act(entity="station:A07", payload=opened)]
    for one in (SUPERVISOR, CLERK):
        told = ClerkSet(code=one.code, name=one.name, role=one.role)
        acts.append(Act(entity=f"clerk:{one.code}", payload=told))
    made.store.journal.append(acts, STATION.code)
    return made


def answered(office: Office, item: str = "SP01", **more: Any) -> Draft:
    """A visit's draft with the defaults as a person's answers, the person and the way; no ticks."""
    draft = replace(
        intake.begin(office, CLERK),
        item=item,
        answers={q.id: q.default for q in office.item(item).questions if q.id != AGENT_QUESTION},
        presence=Presence.SELF,
        applicant=PERSON,
        delivery=Delivery(way=Way.PICKUP),
    )
    return intake.save(office, CLERK, replace(draft, **more))


def whole(office: Office, item: str = "SP01", **more: Any) -> Draft:
    """The same with every material ticked 已收."""
    draft = answered(office, item, **more)
    rows = lay_out(office.item(item), draft).rows
    ticks = {row.key: Tick(check=Check.RECEIVED) for row in rows}
    return intake.save(office, CLERK, replace(draft, ticks={**ticks, **draft.ticks}))
