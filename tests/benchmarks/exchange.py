"""Halls together: days offline caught up over a good and a bad line, beside what a bare server does."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from db.exchange.taking import row_of
from db.journal import INSERT
from db.keys import open_keys
from db.store import open_store
from desktop.domain.cases.entries import CaseSupplemented
from desktop.domain.exchange.batches import Confirmed
from desktop.domain.trust.entry import Act
from desktop.exchange.door import PgHubs
from desktop.exchange.hub import PgHub
from desktop.services.exchange.round import exchange
from desktop.services.exchange.talk import Talk
from tests.benchmarks.measured import Measured
from tests.db.examples import accept
from tests.db.examples import line as sheet_line
from tests.exchange.conftest import Meeting, Member
from tests.exchange.postgres import Server
from tests.exchange.simulation.proxy import Line, Proxy
from tests.exchange.simulation.station import Place
from tests.offices import NOW
from tests.stores import Template


def entries(journal: Any, number: int) -> None:
    """A case and three supplements: five entries."""
    with journal.transaction():
        for _ in range(number // 5):
            about = f"case:{accept(journal)}"
            for times in range(3):
                sheet = replace(sheet_line(3), name=f"补{times}")
                journal.append([Act(entity=about, payload=CaseSupplemented(lines=(sheet,)))], "001")


class Slices:
    """`InStore` that remembers how long each piece kept the store's thread."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self.total: dict[str, float] = {}
        self.all: list[float] = []

    def __call__(self, piece: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        begun = time.perf_counter()
        try:
            return piece(*given, **named)
        finally:
            took = time.perf_counter() - begun
            asked = given[0] if given and callable(given[0]) else piece
            name = getattr(asked, "__name__", str(asked))
            self.longest[name] = max(self.longest.get(name, 0.0), took)
            self.total[name] = self.total.get(name, 0.0) + took
            if name == "take":
                self.all.append(took)


@dataclass(frozen=True, slots=True)
class Caught:
    """`took` in all, `folding` of it in the store's thread, seconds; `longest` slice."""

    took: float
    folding: float
    pushing: float
    longest: float


def caught_up(member: Member, port: int, out: int, into: int) -> Caught:
    told, slices = member.membership, Slices()
    begun = time.perf_counter()
    with PgHub(make_conninfo(told.address, port=port), told.role, told.password, 20) as hub:
        pushing = timed(hub, "push")
        done = exchange(Talk(member.office, hub, slices))
    took = time.perf_counter() - begun
    assert (done.pushed >= out, done.pulled >= into) == (True, True), done
    return Caught(took, slices.total["take"], sum(pushing), max(slices.all))


def timed(hub: PgHub, name: str) -> list[float]:
    """How long each call of this method takes from here on."""
    call, seconds = getattr(hub, name), list[float]()

    def measured(*given: Any) -> Any:
        begun = time.perf_counter()
        try:
            return call(*given)
        finally:
            seconds.append(time.perf_counter() - begun)

    setattr(hub, name, measured)
    return seconds


COPIED = (
    "text", "int8", "int8", "bytea", "text", "text", "int8", "int8", "text", "text", "text", "text",
    "int4", "text", "text", "text", "bytea", "bytea", "bytea", "timestamptz", "text",
)  # fmt: skip


def copied(server: Server, database: str, rows: Sequence[Confirmed]) -> float:
    """Rows a second that COPY puts into a table alike."""
    with psycopg.connect(server.dsn(database)) as conn:
        conn.execute("CREATE TABLE alike (LIKE yichuang.event INCLUDING ALL)")
        begun = time.perf_counter()
        with conn.cursor().copy("COPY alike FROM STDIN (FORMAT binary)") as copy:
            copy.set_types(COPIED)
            for one in rows:
                place = (one.hall, one.hall_seq, one.stamp, one.hall_hash)
                copy.write_row((*place, *row_of(one.entry), NOW, "x"))
        conn.commit()
        return len(rows) / (time.perf_counter() - begun)


def written(folder: Path, rows: Sequence[Confirmed]) -> float:
    """Rows a second that a bare executemany puts into a journal alike."""
    store = open_store(folder / "bare.db", open_keys(folder / "A01.key"), lambda: NOW, "X01")
    begun = time.perf_counter()
    with store.journal.transaction():
        store._link.conn.executemany(INSERT, [row_of(one.entry) for one in rows])
    store.close()
    return len(rows) / (time.perf_counter() - begun)


def size_at_hub(server: Server, database: str) -> float:
    """Bytes of an entry with its indexes."""
    with psycopg.connect(server.dsn(database)) as conn:
        row = conn.execute(
            "SELECT pg_total_relation_size('yichuang.event_rc1')::float / count(*)"
            " FROM yichuang.event WHERE hall = 'RC1'"
        ).fetchone()
    assert row is not None
    return float(row[0])


SIZES = {False: (500, 2_000), True: (5_000, 20_000)}
"""Entries out and in."""
LOOPBACK, NARROW = Line(), Line(delay=0.05, rate=500_000)
"""The second is 4 Mbit/s with 50 ms each way."""


class Trial:
    """A station three days behind, kept as it was so that each line begins alike."""

    def __init__(self, server: Server, folder: Path, out: int, into: int) -> None:
        self.server, self.folder, self.out, self.into = server, folder, out, into
        template = Template(folder)
        meeting = Meeting(server, "speed")
        members = []
        for hall, device in (("KFQ", "A01"), ("RC1", "R01")):
            template.copy(folder, device)
            place = Place(hall, device, folder, timedelta())
            members.append(meeting.join(place.office(NOW, PgHubs()), hall))
        self.member, other = members
        entries(self.member.office.store.journal, out)
        entries(other.office.store.journal, into)
        for _round in "push", "pack":
            with other.hub() as hub:
                exchange(Talk(other.office, hub))
        other.office.store.close()
        self.member.office.store.close()
        shutil.copyfile(folder / "A01.db", folder / "A01.kept")
        server.database("kept", "speed")

    def over(self, line: Line) -> Caught:
        for name in ("A01.db-wal", "A01.db-shm"):
            (self.folder / name).unlink(missing_ok=True)
        shutil.copyfile(self.folder / "A01.kept", self.folder / "A01.db")
        self.server.database("speed", "kept")
        self.office = Place("KFQ", "A01", self.folder, timedelta()).office(NOW, PgHubs())
        proxy = Proxy(self.server.port).start()
        proxy.line = line
        port = proxy.port if line.rate else self.server.port
        try:
            again = Member(self.office, self.member.membership)
            return caught_up(again, port, self.out, self.into)
        finally:
            proxy.close()

    def ratios(self, told: Caught) -> Iterator[Measured]:
        """After `over` a line that costs nothing."""
        rows = self.office.store.exchange.order("RC1", 0, self.into)
        copy, bare = copied(self.server, "speed", rows), written(self.folder, rows)
        pushed, pulled = self.out / told.pushing, self.into / (told.took - told.pushing)
        yield Measured("push / COPY into the same table", pushed / copy, 0.3, least=True)
        yield Measured("pull, take in and fold / bare executemany", pulled / bare, 0.4, least=True)
        yield Measured("entries taken in and folded a second", self.into / told.folding)
        yield Measured("bytes of an entry at the hub", size_at_hub(self.server, "speed"))


def measure(full: bool) -> Iterator[Measured]:
    """Three days offline, 5 000 entries out and 20 000 in; a tenth of it by default."""
    out, into = SIZES[full]
    folder = Path(mkdtemp(prefix="yichuang-speed-"))
    folder.chmod(0o755)
    (folder / "pg").mkdir()
    server = Server(folder / "pg")
    try:
        trial = Trial(server, folder, out, into)
        told = trial.over(LOOPBACK)
        yield from trial.ratios(told)
        trial.office.store.close()
        what = f"{out} out, {into} in"
        yield Measured(f"{what}: loopback, s", told.took, 2.0 if full else None)
        yield Measured(f"{what}: longest slice, s", told.longest, 0.05)
        told = trial.over(NARROW)
        yield Measured(f"{what}: 4 Mbit/s with 50 ms, s", told.took, 30.0 if full else None)
    finally:
        server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)
