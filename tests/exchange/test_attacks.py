"""Attacks with plain SQL by a station's own login: each is refused, or noticed by who pulls."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import psycopg
import pytest

from desktop.domain.exchange.batches import Batch, Confirmed
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import entry_hash
from desktop.domain.trust.entry import Entry
from desktop.domain.trust.typed_code import plain_code
from desktop.exchange import admin, codes
from desktop.services.exchange import membership
from tests.db.examples import accept
from tests.exchange.attacks import PLAIN
from tests.exchange.conftest import Joined, Make, Meeting, Member
from tests.exchange.test_round import go
from tests.offices import STATION_HERE, SUPERVISOR


@dataclass
class Field:
    """`own` attacks; `victim` is a device of the main hall, `number` a case of it."""

    meeting: Meeting
    own: Member
    victim: Member
    number: str

    @contextmanager
    def sql(self, member: Member | None = None) -> Iterator[psycopg.Connection[Any]]:
        told = (member or self.own).membership
        with psycopg.connect(
            told.address, user=told.role, password=told.password, autocommit=True
        ) as conn:
            yield conn


@pytest.fixture
def field(stations: Joined, meeting: Meeting) -> Field:
    victim, own = stations("KFQ", "A01"), stations("RC1", "R01")
    number = accept(victim.office.store.journal)
    go(victim, own)
    return Field(meeting, own, victim, number)


def test_plain_sql_is_refused(field: Field) -> None:
    names = {
        "victim": "A01", "me": "R01", "subject": f"case:{field.number}",
        "victim_role": field.victim.membership.role,
    }  # fmt: skip
    with psycopg.connect(field.meeting.server.dsn(field.meeting.database)) as conn:
        before = state(conn)
        told = {}
        with field.sql() as own:
            for name, (sql, _) in PLAIN.items():
                try:
                    copied(own, sql.format(**names))
                    told[name] = "went through"
                except psycopg.Error as error:
                    told[name] = error.sqlstate or ""
        assert told == {name: code for name, (_, code) in PLAIN.items()}
        assert len(PLAIN) >= 20
        assert state(conn) == before


def copied(conn: psycopg.Connection[Any], sql: str) -> None:
    if sql.startswith("COPY") and "STD" in sql:
        with conn.cursor().copy(sql.encode()):
            return
    conn.execute(sql.encode()).fetchall()


def state(conn: psycopg.Connection[Any]) -> list[Any]:
    return [
        conn.execute(sql).fetchall()
        for sql in (
            "SELECT * FROM yichuang.event ORDER BY hall, hall_seq",
            "SELECT code, seq, head FROM yichuang.hall ORDER BY 1",
            "SELECT code, hall, role, public_key, seq, head, revoked_at FROM yichuang.device ORDER BY 1",
            "SELECT * FROM yichuang.invite ORDER BY 1",
            "SELECT * FROM yichuang.wrap ORDER BY 1",
        )
    ]


def test_no_personal_data_of_another_hall_can_be_read(field: Field) -> None:
    with field.sql() as conn:
        told = conn.execute("SELECT body, subject, sealed FROM yichuang.event").fetchall()
        keys = conn.execute("SELECT * FROM yichuang.wraps_of(%s)", ([f"case:{field.number}"],))
        assert keys.fetchall() == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            conn.execute("SELECT * FROM yichuang.wrap")
    assert any(sealed for _, _, sealed in told)
    raw = b"".join(body.encode() + sealed for body, _, sealed in told)
    for personal in ("李䶮敏", "11010519491231002X", "13800138021", "荣华街道"):
        assert personal.encode() not in raw
    case = field.own.office.store.views.case(field.number)
    assert case is not None
    assert case.applicant.name == ""


def test_what_an_owner_calls_by_name_cannot_be_put_under_it(field: Field) -> None:
    """A temporary type is found before pg_catalog's, unless the function says otherwise."""
    with psycopg.connect(field.meeting.server.dsn(field.meeting.database), autocommit=True) as conn:
        conn.execute(f'GRANT TEMPORARY ON DATABASE "{field.meeting.database}" TO PUBLIC'.encode())
    with field.sql() as conn:
        conn.execute(
            "CREATE FUNCTION pg_temp.evil(pg_catalog.text) RETURNS boolean LANGUAGE plpgsql AS"
            " $$ BEGIN DELETE FROM yichuang.wrap; RETURN true; END $$"
        )
        conn.execute(
            "CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.evil(VALUE::pg_catalog.text))"
        )
        conn.execute("CREATE TEMP TABLE device AS SELECT 'A01'::pg_catalog.text AS code")
        with pytest.raises(psycopg.Error) as caught:
            conn.execute(
                "SELECT yichuang.push('R01', 999, '{x}', '{1}', '{x}', '{x}', '{x}', '{x}', '{1}',"
                " '{x}', '{x}', '{x}', '{x}', '{x}', '{x}', NULL)"
            )
    assert caught.value.sqlstate == "YC010"
    with psycopg.connect(field.meeting.server.dsn(field.meeting.database)) as conn:
        assert conn.execute("SELECT count(*) > 0 FROM yichuang.wrap").fetchone() == (True,)
        paths = conn.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'yichuang'::regnamespace AND prosecdef"
            " AND NOT 'search_path=pg_catalog, yichuang, pg_temp' = ANY (proconfig)"
        ).fetchall()
    assert paths == []


def following(entry: Entry, **change: Any) -> Entry:
    """An entry that continues another's chain, with what an attacker makes of it."""
    told = replace(
        entry, id=secrets.token_hex(16), seq=entry.seq + 1, logical=entry.logical + 1,
        previous=entry.hash, **change,
    )  # fmt: skip
    return replace(told, hash=entry_hash(told))


def last(member: Member) -> Entry:
    journal = member.office.store.exchange
    return journal.entries(member.office.store.journal.device, 0, 10_000)[-1]


def test_pushes_that_do_not_fit_are_refused(field: Field) -> None:
    own, other = last(field.own), last(field.victim)
    nxt = following(own)
    tries = {
        "another's chain": (following(other), None, "hub_not_allowed"),
        "a gap": (replace(nxt, seq=nxt.seq + 1), None, "hub_gap"),
        "a fork": (replace(own, hash=bytes(32)), None, "fork"),
        "a forged hash": (replace(nxt, body='{"x":1}'), None, "broken_chain"),
        "a forged start": (following(replace(own, hash=bytes(32))), None, "broken_chain"),
        "a lower logical": (
            replace(low := replace(nxt, logical=own.logical), hash=entry_hash(low)),
            None,
            "broken_chain",
        ),
        "time to stop all clocks": (
            replace(far := replace(nxt, logical=2**63 - 1), hash=entry_hash(far)),
            None,
            "broken_chain",
        ),
        "a text that shifts fields": (
            replace(odd := replace(nxt, clerk="1\x1f2"), hash=entry_hash(odd)),
            None,
            "broken_chain",
        ),
        "an unknown device": (replace(nxt, device="Z99"), b"x", "hub_unknown_device"),
    }
    with field.own.hub() as hub:
        for name, (entry, signature, code) in tries.items():
            with pytest.raises(Refusal) as caught:
                hub.push(Batch(device=entry.device, entries=(entry,), signature=signature))
            assert (name, caught.value.code) == (name, code)


def test_a_wrong_signature_is_noticed_by_who_pulls(field: Field) -> None:
    forged = following(last(field.victim))
    with field.own.hub() as hub:
        hub.push(Batch(device="A01", entries=(forged,), signature=bytes(64)))
    with pytest.raises(Refusal, match="hub_altered"):
        go(field.own)
    with pytest.raises(Refusal, match="cloned"):
        go(field.victim)


def test_what_is_given_back_is_signed_by_its_device(
    field: Field,
    stations: Joined,
) -> None:
    """A station of the same hall must not write in another's name by way of healing."""
    inside = stations("KFQ", "B02")
    go(field.victim, inside)
    forged = following(last(field.victim))
    held = field.victim.office.store.exchange.cursor("KFQ")
    with inside.hub() as hub:
        head = next(hall for hall in hub.halls() if hall.code == "KFQ")
        row = Confirmed(
            hall="KFQ", hall_seq=head.seq + 1, stamp=2**42, entry=forged,
            hall_hash=sha256(head.head + forged.hash).digest(),
        )  # fmt: skip
        assert hub.give_back([row]) == 1
    assert held.seq <= head.seq
    with pytest.raises(Refusal, match="hub_altered"):
        go(field.own)


def test_a_foreign_hall_is_not_healed_by_a_sub_hall(field: Field) -> None:
    rows = field.own.office.store.exchange.order("KFQ", 0, 1)
    with field.own.hub() as hub, pytest.raises(Refusal, match="hub_not_allowed"):
        hub.give_back(rows)


def test_the_main_hall_cannot_give_a_foreign_hall_a_key(field: Field) -> None:
    with pytest.raises(Refusal, match="hub_bad_request"):
        admin.invite(field.victim.membership, "RC1", "x", secrets.token_bytes(32), 72)


def test_a_revoked_device_neither_reads_nor_writes(field: Field) -> None:
    with field.sql() as conn:
        membership.revoke(field.victim.office, SUPERVISOR, "R01", "丢失")
        assert conn.execute("SELECT count(*) FROM yichuang.event").fetchone() == (0,)
        for sql in ("halls()", "devices()", "hash_at('KFQ', 1)", "wraps_of('{x}')"):
            told = conn.execute(f"SELECT * FROM yichuang.{sql}".encode()).fetchall()
            assert told in ([], [(None,)])
        for sql in (
            "SELECT yichuang.hello(0, 0, 0)",
            "SELECT * FROM yichuang.pull('KFQ', 0, '', 10)",
            "SELECT yichuang.put_wraps('{a}', '{b}', '{c}')",
            "SELECT yichuang.invite('yc_i_0123456789abcdef', 'SCRAM-SHA-256$', 'RC1', '', '', 1)",
            "SELECT yichuang.revoke_device('R01')",
        ):
            with pytest.raises(psycopg.Error) as caught:
                conn.execute(sql.encode())
            assert caught.value.sqlstate == "YC001"
    with pytest.raises(Refusal, match="hub_revoked"):
        field.own.hub()
    nxt = following(last(field.own))
    with field.victim.hub() as hub, pytest.raises(Refusal, match="hub_revoked"):
        hub.push(Batch(device="R01", entries=(nxt,), signature=bytes(64)))


def test_an_invitation_serves_once_and_not_for_ever(field: Field, office_factory: Make) -> None:
    def join(code: str, device: str) -> None:
        office = office_factory(replace(STATION_HERE, device=device))
        office.hubs = field.victim.office.hubs
        membership.join(office, SUPERVISOR, field.meeting.address, code)

    code = membership.issue_code(field.victim.office, SUPERVISOR, "KFQ", "")
    join(code, "B02")
    with pytest.raises(Refusal, match="invite_used"):
        join(code, "B03")
    code = membership.issue_code(field.victim.office, SUPERVISOR, "KFQ", "")
    with psycopg.connect(field.meeting.server.dsn(field.meeting.database), autocommit=True) as conn:
        conn.execute("UPDATE yichuang.invite SET expires_at = now() WHERE used_by IS NULL")
    with pytest.raises(Refusal, match="invite_used"):
        join(code, "B04")
    role = codes.role_of(plain_code(code))
    password = codes.password_of(plain_code(code))
    with psycopg.connect(field.meeting.address, user=role, password=password) as conn:
        for sql in ("SELECT * FROM yichuang.event", "SELECT yichuang.halls()"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), conn.transaction():
                conn.execute(sql.encode())


def test_another_halls_purge_destroys_nothing(field: Field) -> None:
    about = f"case:{field.number}"
    told = following(
        last(field.own), kind="case.purged", entity=about, body='{"reason":"x"}', subject="",
        sealed=b"",
    )  # fmt: skip
    with field.own.hub() as hub:
        hub.push(Batch(device="R01", entries=(told,)))
        hub.forget([about])
    with field.victim.hub() as hub:
        assert set(hub.wraps_of([about])) == {about}
    go(field.victim)
    case = field.victim.office.store.views.case(field.number)
    assert case is not None
    assert case.applicant.name == "李䶮敏"


def test_a_key_that_does_not_fit_stops_nobody(field: Field, stations: Joined) -> None:
    """Whoever puts another key under a case to come must not stop those whose case it is."""
    own = field.victim.office.store.exchange
    coming = "case:KFQ-20261123-A01-0002"
    with field.own.hub() as hub:
        hub.put_wraps([(coming, own.fingerprint, secrets.token_bytes(80))])
    assert f"case:{accept(field.victim.office.store.journal)}" == coming
    second = stations("KFQ", "B02")
    go(field.victim, second)
    case = second.office.store.views.case(coming.removeprefix("case:"))
    assert case is not None
    assert case.applicant.name == "李䶮敏"


def test_an_entry_nobody_can_read_stops_nobody(field: Field) -> None:
    """Garbage in an entry's body or sealed part is a disagreement of its writer's alone."""
    about = f"case:{field.number}"
    bad = following(
        last(field.own), kind="case.supplemented", entity=about, body='{"x":', subject=""
    )
    odd = following(bad, kind="case.supplemented", entity=about, body="{}", subject=about,
                    sealed=bytes(60))  # fmt: skip
    with field.own.hub() as hub:
        hub.push(Batch(device="R01", entries=(bad, odd)))
    go(field.victim)
    case = field.victim.office.store.views.case(field.number)
    assert case is not None
    assert case.applicant.name == "李䶮敏"
