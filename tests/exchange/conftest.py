"""A server for the run, a hub per test, and stations that have come into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from db.recovery import new_code, plain_code
from desktop.exchange import admin, codes
from desktop.exchange.hub import PgHub
from desktop.services.office import Office
from tests.exchange.postgres import Server


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
    address: str
    role: str
    password: str

    def hub(self, seconds: float = 20.0) -> PgHub:
        return PgHub(self.address, self.role, self.password, seconds)


class Meeting:
    """One hub in a database of its own."""

    def __init__(self, server: Server, database: str) -> None:
        self.server, self.database = server, server.database(database)
        self._code = plain_code(new_code())
        self.id = admin.init(server.dsn(database), "KFQ", "经开区政务服务中心", self._code)
        self.members: list[Member] = []

    @property
    def address(self) -> str:
        return self.server.address(self.database)

    def join(self, office: Office, hall: str = "KFQ") -> Member:
        """The first comes in by the code of `init`, the others by one that a member issues."""
        code, outside = self._code, office.store.exchange
        if self.members:
            code = plain_code(new_code())
            inviter = next((m for m in self.members if m.office.station.hall == hall), None)
            sealed = (
                codes.sealed(code, inviter.office.store.exchange.hall_private) if inviter else b""
            )
            with (inviter or self.members[0]).hub() as hub:
                verifier = hub.verifier(codes.password_of(code))
                hub.invite(codes.role_of(code), verifier, hall, f"{hall}分厅", sealed, 24)
        told = admin.enrol(
            self.address, code, office.store.journal.device, bytes(32), outside.hall_public
        )
        if told.hall_key:
            outside.adopt_hall(told.hall_key)
        member = Member(office, self.address, told.role, told.password)
        self.members.append(member)
        return member


@pytest.fixture
def meeting(server: Server, request: pytest.FixtureRequest) -> Meeting:
    return Meeting(server, f"hub_{abs(hash(request.node.nodeid)) % 10**9}")


Stations = Callable[[str, str], Office]
__all__ = ["Meeting", "Member", "Path", "Server"]
