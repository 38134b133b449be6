"""A half-open line, a full disc, a promoted standby: each with a real network, disc and server."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from desktop.domain.refusal import Refusal
from desktop.exchange.hub import PgHub
from desktop.services.exchange.round import exchange
from desktop.services.exchange.talk import Talk
from tests.db.examples import accept
from tests.db.test_care import rows
from tests.exchange.conftest import Joined, Meeting, Member
from tests.exchange.postgres import Server
from tests.exchange.simulation.proxy import Line, Proxy
from tests.exchange.test_round import go


def by_way_of(member: Member, port: int, seconds: float) -> PgHub:
    told = member.membership
    return PgHub(make_conninfo(told.address, port=port), told.role, told.password, seconds)


@pytest.mark.parametrize(
    ("line", "within"),
    [
        (Line(stall=4_000), 3.0),
        (Line(stall=20_000), 3.0),
        (Line(cut=4_000), 3.0),
        (Line(cut=20_000, delay=0.01), 3.0),
    ],
)
def test_a_line_that_hangs_or_breaks_ends_the_call_and_loses_nothing(
    stations: Joined, meeting: Meeting, line: Line, within: float
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    for _ in range(15):
        accept(a.office.store.journal)
    proxy = Proxy(meeting.server.port).start()
    try:
        proxy.line = line
        begun = time.monotonic()
        hub = by_way_of(a, proxy.port, 0.5)
        with pytest.raises(Refusal, match="hub_unreachable"):
            exchange(Talk(a.office, hub))
        hub.close()
        assert time.monotonic() - begun < within
        proxy.line = Line(delay=0.005)
        with by_way_of(a, proxy.port, 5.0) as hub:
            exchange(Talk(a.office, hub))
    finally:
        proxy.close()
    go(b, a)
    assert a.office.store.exchange.waiting() == 0
    assert rows(a.office.store) == rows(b.office.store)  # type: ignore[arg-type]


@contextmanager
def small_disc(server: Server) -> Iterator[Path | None]:
    """A disc of 3 MB where one may be mounted here, else None."""
    place = server.folder / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(place)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    place.chmod(0o777)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def _until_full(member: Member) -> None:
    for _ in range(20):
        for _ in range(10):
            accept(member.office.store.journal)
        go(member)


def test_a_full_disc_at_the_hub_is_told_and_passes(stations: Joined, meeting: Meeting) -> None:
    """The hall's entries stand on a disc of their own that fills up; then it is made larger."""
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    go(a, b)
    server = meeting.server
    with small_disc(server) as place:
        if place is None:
            fill = REFUSED
            empty = "DROP FUNCTION public.no_room CASCADE"
        else:
            subprocess.run(["chown", "nobody", str(place)], check=True)
            with psycopg.connect(server.dsn(meeting.database), autocommit=True) as conn:
                conn.execute(f"CREATE TABLESPACE small LOCATION '{place}'".encode())
                conn.execute("ALTER TABLE yichuang.event_kfq SET TABLESPACE small")
            fill = empty = "CHECKPOINT"
            left = os.statvfs(place)
            (place / "filler").write_bytes(bytes(left.f_bavail * left.f_frsize - ROOM))
        with psycopg.connect(server.dsn(meeting.database), autocommit=True) as conn:
            conn.execute(fill.encode())
        with pytest.raises(Refusal, match="hub_full"):
            _until_full(a)
        waiting = a.office.store.exchange.waiting()
        assert waiting
        if place:
            bigger = ["mount", "-o", "remount,size=64m", str(place)]
            subprocess.run(bigger, check=True)
        with psycopg.connect(server.dsn(meeting.database), autocommit=True) as conn:
            conn.execute(empty.encode())
        go(a, b, a)
        assert a.office.store.exchange.waiting() == 0
        assert rows(a.office.store) == rows(b.office.store)  # type: ignore[arg-type]
        if place:
            with psycopg.connect(server.dsn(meeting.database), autocommit=True) as conn:
                conn.execute("ALTER TABLE yichuang.event_kfq SET TABLESPACE pg_default")
                conn.execute("CHECKPOINT")
                conn.execute("DROP TABLESPACE small")


ROOM = 80_000
"""Bytes left on the small disc: a few dozen entries."""
REFUSED = """
CREATE FUNCTION public.no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER no_room BEFORE INSERT ON yichuang.event FOR EACH ROW EXECUTE FUNCTION public.no_room()
"""


def test_a_promoted_standby_goes_on_where_the_first_server_ended(
    stations: Joined, meeting: Meeting
) -> None:
    """It lacks what the first confirmed last: stations give it back."""
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    accept(a.office.store.journal)
    go(a, b)
    standby = meeting.server.standby()
    try:
        accept(a.office.store.journal)
        go(a, b)
        standby.caught_up(meeting.server)
        standby.stop("immediate")
        for member in (a, b):
            accept(member.office.store.journal)
        go(a, b, a)
        before = rows(b.office.store)  # type: ignore[arg-type]
        standby.cut_off()
        standby.start()
        standby.promote()
        at = [replace(m, membership=replace(m.membership, address=standby.address(meeting.database)))
              for m in (a, b)]  # fmt: skip
        with at[1].hub() as hub:
            done = exchange(Talk(b.office, hub))
        assert done.healed
        assert not done.reordered
        accept(a.office.store.journal)
        go(*at, *at)
        assert rows(a.office.store) == rows(b.office.store) != before  # type: ignore[arg-type]
    finally:
        standby.stop("immediate")
