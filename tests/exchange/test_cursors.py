"""Why pulling goes by a hall's own numbers: cursors that look as good lose what commits late."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread

import psycopg

from desktop.domain.exchange.batches import Batch, Cursor
from desktop.domain.trust.chain import entry_hash
from desktop.domain.trust.entry import Entry
from tests.exchange.conftest import Joined, Meeting, Member
from tests.exchange.test_round import go

BATCHES = int(os.environ.get("YICHUANG_BATCHES", "60"))
EACH = 5
NAIVE = """
CREATE TABLE public.naive (
    n bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(), id text NOT NULL
);
GRANT SELECT, INSERT ON public.naive TO yichuang_station;
GRANT USAGE ON SEQUENCE public.naive_n_seq TO yichuang_station
"""


def more(entry: Entry, times: int) -> list[Entry]:
    told = []
    for _ in range(times):
        entry = replace(
            entry, id=secrets.token_hex(16), seq=entry.seq + 1, logical=entry.logical + 1,
            previous=entry.hash,
        )  # fmt: skip
        entry = replace(entry, hash=entry_hash(entry))
        told.append(entry)
    return told


def last(member: Member) -> Entry:
    store = member.office.store
    return store.exchange.entries(store.journal.device, 0, 10_000)[-1]


def write(member: Member, entry: Entry, wrote: set[str]) -> None:
    """Each batch in one transaction: into the naive table, and pushed."""
    with member.hub() as hub:
        for _ in range(BATCHES):
            entries = more(entry, EACH)
            entry = entries[-1]
            with hub._conn.transaction():
                for one in entries:
                    hub._conn.execute("INSERT INTO public.naive (id) VALUES (%s)", (one.id,))
                hub.push(Batch(device=entry.device, entries=tuple(entries)))
            wrote |= {one.id for one in entries}


class Reader:
    """Reads on until told that everything is written, and once more."""

    def __init__(self, member: Member, read: Callable[[Reader], None]) -> None:
        self.hub, self.got, self.done = member.hub(), list[str](), Event()
        self.last: object = None
        self.cursors: dict[str, Cursor] = {}
        self.thread = Thread(target=self.run, args=(read,))
        self.thread.start()

    def run(self, read: Callable[[Reader], None]) -> None:
        while not self.done.is_set():
            read(self)
        read(self)

    def end(self, of: set[str]) -> int:
        """How many of these it has not seen."""
        self.done.set()
        self.thread.join()
        self.hub.close()
        assert len(self.got) == len(set(self.got))
        return len(of - set(self.got))


def by_identity(reader: Reader) -> None:
    sql = "SELECT n, id FROM public.naive WHERE n > %s ORDER BY n"
    for last, id in reader.hub._conn.execute(sql, (reader.last or 0,)).fetchall():
        reader.last = last
        reader.got.append(id)


def by_time(reader: Reader) -> None:
    """All but the newest 5 ms, so that whoever is late may still come."""
    sql = """SELECT at, id FROM public.naive WHERE at > %s
             AND at < clock_timestamp() - interval '5 ms' ORDER BY at"""
    since = reader.last or "-infinity"
    for at, id in reader.hub._conn.execute(sql, (since,)).fetchall():
        reader.last = at
        reader.got.append(id)


def by_hall(reader: Reader) -> None:
    for hall in reader.hub.halls():
        cursor = reader.cursors.get(hall.code, Cursor(hall=hall.code))
        for row in reader.hub.pull(cursor, 1_000):
            cursor = Cursor(hall=hall.code, seq=row.hall_seq, hash=row.hall_hash)
            reader.got.append(row.entry.id)
        reader.cursors[hall.code] = cursor


def test_naive_cursors_lose_rows_and_ours_none(stations: Joined, meeting: Meeting) -> None:
    writers = [stations(hall, device) for hall, device in PLACES]
    go(*writers)
    with psycopg.connect(meeting.server.dsn(meeting.database)) as conn:
        conn.execute(NAIVE)
    wrote: list[set[str]] = [set() for _ in writers]
    readers = [Reader(writers[0], read) for read in (by_identity, by_time, by_hall)]
    threads = [
        Thread(target=write, args=(member, last(member), into))
        for member, into in zip(writers, wrote, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with psycopg.connect(meeting.server.dsn(meeting.database)) as conn:
        conn.execute("SELECT pg_sleep(0.01)")
    every = set().union(*wrote)
    assert len(every) == len(PLACES) * BATCHES * EACH
    identity, window, ours = (reader.end(every) for reader in readers)
    sys.stdout.write(
        f"\nof {len(every)}: identity lost {identity}, time window {window}, hall's order {ours}\n"
    )
    assert ours == 0
    assert identity > 0
    assert window > 0


PLACES = (("KFQ", "A01"), ("KFQ", "B02"), ("RC1", "R01"), ("RC1", "R02"))
