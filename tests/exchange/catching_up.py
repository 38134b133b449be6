"""Three days offline: how long a station takes to catch up, and against what. Run as a module."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
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
from desktop.domain.trust.entry import Act
from desktop.exchange.door import PgHubs
from desktop.exchange.hub import PgHub
from desktop.services.exchange.round import exchange
from desktop.services.exchange.talk import Talk
from tests.db.examples import accept
from tests.db.examples import line as sheet_line
from tests.exchange.conftest import Meeting, Member
from tests.exchange.postgres import Server
from tests.exchange.simulation.proxy import Line, Proxy
from tests.exchange.simulation.station import Place
from tests.offices import NOW
from tests.stores import Template

OUT, IN = int(os.environ.get("YICHUANG_OUT", "5000")), int(os.environ.get("YICHUANG_IN", "20000"))


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


def caught_up(member: Member, port: int, label: str) -> float:
    told, slices = member.membership, Slices()
    begun = time.perf_counter()
    hub = PgHub(make_conninfo(told.address, port=port), told.role, told.password, 20)
    done = exchange(Talk(member.office, hub, slices))
    took = time.perf_counter() - begun
    hub.close()
    assert (done.pushed >= OUT, done.pulled >= IN) == (True, True), done
    taken = sorted(slices.all)
    say(
        f"{label}: {took:.2f} s; in the store {sum(slices.total.values()):.2f} s"
        f" (take {slices.total['take']:.2f} s, p50 {taken[len(taken) // 2] * 1e3:.1f} ms,"
        f" p99 {taken[int(len(taken) * 0.99)] * 1e3:.1f} ms, longest {taken[-1] * 1e3:.1f} ms)"
    )
    return took


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def compared(server: Server, database: str, member: Member, folder: Path) -> None:
    """Push against COPY into a table alike, pull and take against a bare executemany."""
    told = member.office.store.exchange.order("RC1", 0, IN)
    rows = [row_of(one.entry) for one in told]
    with psycopg.connect(server.dsn(database)) as conn:
        conn.execute("CREATE TABLE alike (LIKE yichuang.event INCLUDING ALL)")
        begun = time.perf_counter()
        with conn.cursor().copy("COPY alike FROM STDIN (FORMAT binary)") as copy:
            copy.set_types(
                [
                    "text",
                    "int8",
                    "int8",
                    "bytea",
                    "text",
                    "text",
                    "int8",
                    "int8",
                    "text",
                    "text",
                    "text",
                    "text",
                    "int4",
                    "text",
                    "text",
                    "text",
                    "bytea",
                    "bytea",
                    "bytea",
                    "timestamptz",
                    "text",
                ]
            )
            for one, row in zip(told, rows, strict=True):
                copy.write_row((one.hall, one.hall_seq, one.stamp, one.hall_hash, *row, NOW, "x"))
        conn.commit()
        copied = len(rows) / (time.perf_counter() - begun)
        size = conn.execute(
            "SELECT (SELECT pg_total_relation_size('yichuang.event_rc1'))::float / count(*),"
            " (SELECT pg_relation_size('yichuang.event_rc1'))::float / count(*)"
            " FROM yichuang.event WHERE hall = 'RC1'"
        ).fetchone()
    assert size is not None
    say(f"at the hub: {size[0]:.0f} bytes per entry with indexes, {size[1]:.0f} without")
    say(f"COPY {copied:.0f}/s")
    path = folder / "bare.db"
    store = open_store(path, open_keys(folder / "A01.key"), lambda: NOW, "X01")
    begun = time.perf_counter()
    with store.journal.transaction():
        store._link.conn.executemany(INSERT, rows)
    bare = len(rows) / (time.perf_counter() - begun)
    say(f"executemany into a journal alike {bare:.0f}/s")
    store.close()


LINES = (("loopback", Line()), ("4 Mbit/s, 50 ms", Line(delay=0.05, rate=500_000)))


class Trial:
    """A station three days behind, kept as it was so that each line begins alike."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self.folder = server, folder
        template = Template(folder)
        meeting = Meeting(server, "speed")
        members = []
        for hall, device in (("KFQ", "A01"), ("RC1", "R01")):
            template.copy(folder, device)
            place = Place(hall, device, folder, timedelta())
            members.append(meeting.join(place.office(NOW, PgHubs()), hall))
        self.member, other = members
        entries(self.member.office.store.journal, OUT)
        entries(other.office.store.journal, IN)
        for _round in "push", "pack":
            with other.hub() as hub:
                exchange(Talk(other.office, hub))
        other.office.store.close()
        self.member.office.store.close()
        shutil.copyfile(folder / "A01.db", folder / "A01.kept")
        server.database("kept", "speed")

    def over(self, label: str, line: Line) -> None:
        for name in ("A01.db-wal", "A01.db-shm"):
            (self.folder / name).unlink(missing_ok=True)
        shutil.copyfile(self.folder / "A01.kept", self.folder / "A01.db")
        self.server.database("speed", "kept")
        office = Place("KFQ", "A01", self.folder, timedelta()).office(NOW, PgHubs())
        proxy = Proxy(self.server.port).start()
        proxy.line = line
        again = Member(office, self.member.membership)
        caught_up(again, proxy.port if line.rate else self.server.port, label)
        proxy.close()
        if not line.rate:
            compared(self.server, "speed", again, self.folder)
        office.store.close()


def main() -> None:
    folder = Path(mkdtemp(prefix="yichuang-speed-"))
    folder.chmod(0o755)
    (folder / "pg").mkdir()
    server = Server(folder / "pg")
    try:
        trial = Trial(server, folder)
        for label, line in LINES[: int(os.environ.get("YICHUANG_LINES", "2"))]:
            trial.over(label, line)
    finally:
        server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
