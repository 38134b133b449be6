"""Packs and places save bytes; what arrives is the same, and an edit at the hub is still noticed."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from desktop.domain.exchange.batches import Confirmed, Cursor
from desktop.domain.refusal import Refusal
from desktop.exchange import hub as hub_module
from desktop.exchange import packing
from desktop.exchange.hub import PgHub
from desktop.services.exchange import packs, round
from tests.db.examples import accept
from tests.exchange.conftest import Joined, Meeting, Member
from tests.exchange.test_altered import EDITS, edited
from tests.exchange.test_round import go

BLOCK = 8


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (hub_module, packs, round):
        monkeypatch.setattr(module, "BLOCK", BLOCK)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many entries came in which way."""
    told = {"_pulled": 0, "_pulled_own": 0, "_pulled_packed": 0}

    def counted(name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            answer = plain(*given)
            told[name] += len(answer[0] if isinstance(answer, tuple) else answer)
            return answer

        return call

    for name in told:
        monkeypatch.setattr(PgHub, name, counted(name, getattr(PgHub, name)))
    return told


def worked(member: Member, cases: int = 12) -> None:
    for _ in range(cases):
        accept(member.office.store.journal)


def order(member: Member) -> list[Confirmed]:
    return member.office.store.exchange.order("KFQ", 0, 1_000)


def test_of_what_was_written_here_only_places_come_back(
    stations: Joined, calls: dict[str, int]
) -> None:
    a = stations("KFQ", "A01")
    worked(a)
    go(a)
    assert calls["_pulled_own"] >= 24
    assert calls["_pulled"] <= 2
    assert a.office.store.exchange.waiting() == 0


def test_who_comes_later_pulls_packs_and_holds_the_same(
    stations: Joined, calls: dict[str, int]
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    worked(a)
    go(a, a)
    calls.update(dict.fromkeys(calls, 0))
    go(b)
    assert calls["_pulled_packed"] >= 24
    mine = order(a)
    assert order(b)[: len(mine)] == mine
    assert b.office.store.keeping.verify().ok


def test_packs_follow_each_other_whoever_makes_them(stations: Joined, meeting: Meeting) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    for member in (a, b, a):
        worked(member)
        go(a, b, a, b)
    with psycopg.connect(meeting.server.dsn(meeting.database)) as conn:
        held = conn.execute("SELECT first, last FROM yichuang.pack ORDER BY first").fetchall()
    assert [first for first, _ in held] == [1, *(last + 1 for _, last in held[:-1])]
    assert held[-1][1] > 50


@pytest.mark.parametrize("name", list(EDITS))
def test_an_edit_of_the_rows_is_noticed_though_the_pack_is_whole(
    stations: Joined, meeting: Meeting, name: str
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    worked(a)
    go(a, a)
    before = order(a)
    edited(meeting.server, meeting.database, EDITS[name])
    with pytest.raises(Refusal, match="hub_altered"):
        go(b)
    assert order(b) == before[: len(order(b))]


def test_a_pack_that_is_rubbish_or_another_costs_only_time(
    stations: Joined, meeting: Meeting, calls: dict[str, int]
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    worked(a)
    go(a, a)
    rows = order(a)
    forged = packing.packed(rows[0].hall_hash, rows[1:])
    for rubbish in (b"", b"x" * 50, forged, forged[:40]):
        copy = meeting.server.database(f"{meeting.database}_p", meeting.database)
        with psycopg.connect(meeting.server.dsn(copy)) as conn:
            conn.execute("UPDATE yichuang.pack SET packed = %s", (rubbish,))
        calls.update(dict.fromkeys(calls, 0))
        told = b.membership
        with PgHub(meeting.server.address(copy), told.role, told.password) as hub:
            pulled = hub.pull(Cursor(hall="KFQ"), 1_000)
        assert calls["_pulled_packed"] == 0
        assert [one.entry for one in pulled] == [one.entry for one in rows[: len(pulled)]]


def test_only_what_follows_in_the_own_hall_is_put(stations: Joined, meeting: Meeting) -> None:
    a, other = stations("KFQ", "A01"), stations("RC1", "R01")
    worked(a)
    go(a)
    rows = order(a)
    with other.hub() as hub:
        hub.put_pack(bytes(32), rows)
        assert hub.packed_to("KFQ") == hub.packed_to("RC1") == 0
    with a.hub() as hub:
        hub.put_pack(rows[0].hall_hash, rows[1:])
        assert hub.packed_to("KFQ") == 0
        for _ in range(2):
            hub.put_pack(bytes(32), rows[:10])
        assert hub.packed_to("KFQ") == 10


def test_what_unpacks_too_large_is_no_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zlib.compress(b"\x00" * 1_000_000)
    monkeypatch.setattr(packing, "LARGEST", 1_000)
    with pytest.raises(ValueError, match="too large"):
        packing.unpacked("KFQ", 1, bomb)
    assert packing.believed("KFQ", 1, bomb, b"") == []
