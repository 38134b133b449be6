"""An administrator of the hub's server can change or delete there what they like: who pulls notices."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from desktop.domain.exchange.batches import Cursor
from desktop.domain.exchange.entries import HubHealed
from desktop.domain.refusal import Refusal
from desktop.services.exchange.syncing import sync
from tests.db.examples import accept
from tests.db.test_care import rows
from tests.exchange.conftest import Joined, Meeting, Member
from tests.exchange.postgres import Server
from tests.exchange.test_round import go

UNLOCKED = "ALTER TABLE yichuang.event DISABLE TRIGGER USER"
LAST = "(SELECT max(hall_seq) FROM yichuang.event)"
HASH = """sha256(previous || convert_to(concat_ws(E'\\x1f', id, device, seq, logical, happened_at,
    recorded_at, clerk, kind, version, entity, body, subject) || E'\\x1f', 'UTF8') || sealed)"""

EDITS = {
    "a body": "UPDATE yichuang.event SET body = replace(body, 'M1', 'M2') WHERE hall_seq = 3",
    "who did it": "UPDATE yichuang.event SET clerk = '999' WHERE hall_seq = 3",
    "when": "UPDATE yichuang.event SET happened_at = '2020-01-01T00:00:00.000+08:00' WHERE hall_seq = 3",
    "a sealed part": "UPDATE yichuang.event SET sealed = sealed || '\\x00' WHERE length(sealed) > 0",
    "a byte moved from a text into the sealed part": """
        UPDATE yichuang.event SET sealed = convert_to(right(subject, 1), 'UTF8') || sealed,
            subject = left(subject, -1) WHERE subject <> ''""",
    "a text that shifts": "UPDATE yichuang.event SET clerk = clerk || E'\\x1f' || kind WHERE hall_seq = 3",
    "a row with its hash": (
        "UPDATE yichuang.event SET clerk = '999' WHERE hall_seq = 3;"
        f"UPDATE yichuang.event SET hash = {HASH} WHERE hall_seq = 3"
    ),
    "a place's hash": "UPDATE yichuang.event SET hall_hash = sha256(hall_hash) WHERE hall_seq = 3",
    "a row gone": "DELETE FROM yichuang.event WHERE hall_seq = 3",
    "the tail gone": f"DELETE FROM yichuang.event WHERE hall_seq > {LAST} - 2",
    "everything gone": "DELETE FROM yichuang.event",
    "the order swapped": (
        "UPDATE yichuang.event SET hall_seq = -hall_seq WHERE hall_seq IN (3, 4);"
        "UPDATE yichuang.event SET hall_seq = 7 + hall_seq WHERE hall_seq < 0"
    ),
    "a row twice": (
        "INSERT INTO yichuang.event SELECT hall, hall_seq + 100, stamp, hall_hash, id, device,"
        " seq + 100, logical, happened_at, recorded_at, clerk, kind, version, entity, body, subject,"
        " sealed, previous, hash, received_at, received_from FROM yichuang.event WHERE hall_seq = 3;"
        "UPDATE yichuang.hall SET seq = seq + 100"
    ),
}
"""What is changed, and how."""

CUT = """
DELETE FROM yichuang.event WHERE hall_seq > 5;
DELETE FROM yichuang.attestation;
UPDATE yichuang.hall SET seq = 5,
    (head, stamp) = (SELECT hall_hash, stamp FROM yichuang.event WHERE hall_seq = 5);
UPDATE yichuang.device SET seq = 0, head = decode(repeat('00', 32), 'hex'), logical = 0;
UPDATE yichuang.device d SET (seq, head, logical) = (
    SELECT e.seq, e.hash, e.logical FROM yichuang.event e
    WHERE e.device = d.code ORDER BY e.seq DESC LIMIT 1)
WHERE EXISTS (SELECT 1 FROM yichuang.event e WHERE e.device = d.code)
"""
"""A tail taken away with everything that tells of it."""


def edited(server: Server, database: str, sql: str) -> None:
    with psycopg.connect(server.dsn(database)) as conn:
        for statement in (UNLOCKED, *sql.split(";")):
            conn.execute(statement.encode())


@pytest.fixture
def pair(stations: Joined) -> tuple[Member, Member]:
    """One has written six cases, the other has taken in nothing yet."""
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    for _ in range(6):
        accept(a.office.store.journal)
    go(a)
    return a, b


def test_an_edit_is_noticed_by_the_next_pull(pair: tuple[Member, Member], meeting: Meeting) -> None:
    _, b = pair
    told = {}
    for name, sql in EDITS.items():
        copy = meeting.server.database(f"{meeting.database}_e", meeting.database)
        edited(meeting.server, copy, sql)
        at = replace(b.membership, address=meeting.server.address(copy))
        try:
            go(Member(b.office, at))
            told[name] = "not noticed"
        except Refusal as refusal:
            told[name] = refusal.code
        assert b.office.store.exchange.cursor("KFQ") == Cursor(hall="KFQ")
    assert set(told.values()) == {"hub_altered"}, told


def test_an_edit_of_what_is_held_changes_nothing_here(
    pair: tuple[Member, Member], meeting: Meeting
) -> None:
    """Who holds the entries keeps them, with their order, whatever is done at the hub."""
    a, b = pair
    go(a, b)
    before, place = rows(b.office.store), b.office.store.exchange.cursor("KFQ")  # type: ignore[arg-type]
    noticed = {}
    for name, sql in EDITS.items():
        copy = meeting.server.database(f"{meeting.database}_e", meeting.database)
        edited(meeting.server, copy, sql)
        address = meeting.server.address(copy)
        try:
            go(Member(b.office, replace(b.membership, address=address)))
        except Refusal as refusal:
            noticed[name] = refusal.code
        assert (rows(b.office.store), b.office.store.exchange.cursor("KFQ")) == (before, place)  # type: ignore[arg-type]
    assert set(noticed.values()) <= {"hub_altered"}
    # who holds all asks for the hash at its last place alone: what is changed below it is noticed
    # by whoever pulls it; the last places themselves at once
    assert {"the tail gone", "everything gone", "a row twice"} <= set(noticed)


def test_a_history_written_anew_is_noticed_by_who_holds_the_old(
    pair: tuple[Member, Member], meeting: Meeting
) -> None:
    """Every hash made anew, as nobody without the program could: those that hold it differ."""
    a, b = pair
    go(a, b)
    with psycopg.connect(meeting.server.dsn(meeting.database)) as conn:
        conn.execute(UNLOCKED.encode())
        conn.execute("UPDATE yichuang.event SET clerk = '999' WHERE hall_seq = 3")
        head = above = None
        for (seq,) in conn.execute("SELECT hall_seq FROM yichuang.event ORDER BY 1").fetchall():
            if above is not None:
                conn.execute(
                    "UPDATE yichuang.event SET previous = %s WHERE hall_seq = %s", (head, seq)
                )
            conn.execute(
                f"UPDATE yichuang.event SET hash = {HASH} WHERE hall_seq = %s".encode(), (seq,)
            )
            conn.execute(
                "UPDATE yichuang.event SET hall_hash = sha256(%s || hash) WHERE hall_seq = %s",
                (above or bytes(32), seq),
            )
            row = conn.execute(
                "SELECT hash, hall_hash FROM yichuang.event WHERE hall_seq = %s", (seq,)
            ).fetchone()
            assert row is not None
            head, above = row
        conn.execute("UPDATE yichuang.hall SET head = %s", (above,))
        conn.execute("UPDATE yichuang.device SET head = %s WHERE code = 'A01'", (head,))
    before = rows(b.office.store)  # type: ignore[arg-type]
    with pytest.raises(Refusal, match="hub_altered"):
        go(b)
    with pytest.raises(Refusal, match="cloned"):
        go(a)
    assert rows(b.office.store) == before  # type: ignore[arg-type]


def test_a_tail_taken_away_whole_comes_back_and_is_told_of(
    pair: tuple[Member, Member], meeting: Meeting
) -> None:
    """Heads set back with it, it looks like a hub restored from a backup: what is gone is given
    back by whoever holds it, and how much that was is told.
    """
    a, b = pair
    go(a, b)
    before = whole(meeting)
    edited(meeting.server, meeting.database, CUT)
    done = sync(b.office)
    assert done.healed == len(before) - 5
    assert not done.reordered
    assert whole(meeting) == before
    told = b.office.store.journal.facts(f"hub:{done.hub}")[-1].payload
    assert told == HubHealed(entries=done.healed)


def whole(meeting: Meeting) -> list[tuple[int, bytes, bytes]]:
    with psycopg.connect(meeting.server.dsn(meeting.database)) as conn:
        return conn.execute(
            "SELECT hall_seq, hall_hash, hash FROM yichuang.event ORDER BY hall_seq"
        ).fetchall()
