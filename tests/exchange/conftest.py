"""A server for the run, a hub per test, and stations that have come into it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from desktop.domain.exchange.membership import Membership
from desktop.domain.halls.station import Station
from desktop.exchange import admin
from desktop.exchange.door import PgHubs
from desktop.exchange.hub import PgHub
from desktop.services.exchange import membership
from desktop.services.office import Office
from tests.exchange.postgres import Server
from tests.offices import STATION_HERE, SUPERVISOR


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = Path(mkdtemp(prefix="yichuang-postgres-"))
    server = Server(folder)
    yield server
    server.stop("immediate")
    rmtree(folder, ignore_errors=True)


@dataclass(slots=True)
class Member:
    """A station in the hub: its office, and how it signs in."""

    office: Office
    membership: Membership

    def hub(self, seconds: float = 20.0) -> PgHub:
        told = self.membership
        return PgHub(told.address, told.role, told.password, seconds)


class Meeting:
    """One hub in a database of its own."""

    def __init__(self, server: Server, database: str) -> None:
        self.server, self.database = server, server.database(database)
        self.id, self.code = admin.init(server.dsn(database), "KFQ", "经开区政务服务中心")
        self.members: list[Member] = []

    @property
    def address(self) -> str:
        return self.server.address(self.database)

    def join(self, office: Office, hall: str = "KFQ") -> Member:
        """The first comes in by the code of `init`, the others by one that a member issues."""
        office.hubs, code = PgHubs(), self.code
        if self.members:
            same = [one for one in self.members if one.office.station.hall == hall]
            inviter = (same or self.members)[0]
            code = membership.issue_code(inviter.office, SUPERVISOR, hall, f"{hall}分厅")
        membership.join(office, SUPERVISOR, self.address, code)
        member = Member(office, membership.member(office))
        self.members.append(member)
        return member


@pytest.fixture
def meeting(server: Server, request: pytest.FixtureRequest) -> Meeting:
    return Meeting(server, f"hub_{abs(hash(request.node.nodeid)) % 10**9}")


Make = Callable[[Station], Office]
Joined = Callable[[str, str], Member]


@pytest.fixture
def stations(office_factory: Make, meeting: Meeting) -> Callable[[str, str], Member]:
    """A station of this hall with this device code, come into the hub."""

    def make(hall: str, device: str) -> Member:
        office = office_factory(replace(STATION_HERE, hall=hall, device=device))
        known = {member.office.station.hall for member in meeting.members}
        if hall not in known and known:
            office.store.exchange.adopt_hall(secrets.token_bytes(32))
        return meeting.join(office, hall)

    return make
