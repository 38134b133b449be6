import re
from datetime import timedelta
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from db.link import connect
from db.store import Store
from desktop.domain.cases.entries import CaseWithdrawn, VisitStarted
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Role
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from tests.db.examples import DAY, DRAFT, MORNING, accept, accepted, clock, received
from tests.stores import Factory, Template

CLERK = ClerkSet(code="001", name="王", role=Role.CLERK)
REST = (
    "logical, happened_at, recorded_at, clerk, kind, version, entity, body, subject, sealed,"
    " hash, hash FROM journal"
)


def sql(store: Store) -> Any:
    """The writing connection, to do what no code of ours does."""
    return store._link.conn


def fail_after_accepting(store: Store) -> None:
    with store.journal.transaction():
        accept(store.journal)
        raise RuntimeError("paper jam")


def accept_many(store: Store, count: int) -> None:
    for _ in range(count):
        accept(store.journal)


def entries(store: Store) -> int:
    return sum(head.seq for head in store.journal.heads())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET clerk = 'x'",
        "UPDATE journal SET n = n + 100",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
        f"INSERT OR REPLACE INTO journal SELECT n + 9, id, device, seq + 9, {REST}",
        f"REPLACE INTO journal SELECT n, 'new', device, seq + 1, {REST}",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_the_journal_is_append_only(store: Store, statement: str, recursive: str) -> None:
    store.journal.append([Act(entity="clerk:001", payload=CLERK)], "-")
    sql(store).execute(f"PRAGMA recursive_triggers = {recursive}")
    before = store.journal.heads()
    with pytest.raises(sqlite.IntegrityError, match=r"append-only|continue its chain"):
        sql(store).execute(statement)
    assert store.journal.heads() == before


def test_an_entry_that_leaves_a_gap_is_not_taken(store: Store) -> None:
    store.journal.append([Act(entity="clerk:001", payload=CLERK)], "-")
    with pytest.raises(sqlite.IntegrityError, match="continue its chain"):
        sql(store).execute(f"INSERT INTO journal SELECT NULL, 'new', device, 3, {REST}")


def test_the_file_keeps_its_promises_to_a_power_cut(store: Store) -> None:
    def asked(pragma: str) -> object:
        return sql(store).execute(f"PRAGMA {pragma}").fetchone()[0]

    assert (asked("journal_mode"), asked("synchronous"), asked("foreign_keys")) == ("wal", 2, 1)
    assert asked("secure_delete") == 1
    loose = [row[1] for row in sql(store).execute("PRAGMA table_list") if not row[5]]
    known = r"sqlite_|_sqlite_migrations|case_search"
    assert not [name for name in loose if not re.match(known, name)]


def test_entries_are_sealed_and_nothing_of_a_person_lies_in_the_clear(store: Store) -> None:
    number = accept(store.journal)
    fact = store.journal.facts(f"case:{number}")[0]
    assert fact.payload.applicant.name == "李䶮敏"
    assert "李䶮敏" not in fact.entry.body
    assert "李䶮敏".encode() not in fact.entry.sealed
    assert fact.entry.subject == f"case:{number}"


def test_a_sealed_part_opens_only_in_its_own_entry(store: Store) -> None:
    from db.facts import opened_entry

    accept(store.journal)
    number = accept(store.journal)
    fact = store.journal.facts(f"case:{number}")[0]
    other = store.journal.facts(f"case:{number[:-1]}1")[0]
    wrapped = (
        sql(store)
        .execute("SELECT wrapped FROM case_key WHERE subject = ?", (f"case:{number}",))
        .fetchone()[0]
    )
    from dataclasses import replace

    with pytest.raises(Refusal, match="sealed_part_damaged"):
        opened_entry(
            store._link,
            replace(other.entry, sealed=fact.entry.sealed, subject=fact.entry.subject),
            wrapped,
        )


def test_a_clock_set_back_breaks_nothing(store_factory: Factory) -> None:
    times = [MORNING, MORNING - timedelta(days=400), MORNING - timedelta(days=400)]
    store = store_factory(now=clock(*times))
    for _ in range(3):
        store.journal.append([Act(entity="clerk:001", payload=CLERK)], "-")
    told = [fact.entry for fact in store.journal.facts("clerk:001")]
    assert [e.seq for e in told] == [1, 2, 3]
    assert told[0].logical < told[1].logical < told[2].logical
    assert told[0].id < told[1].id < told[2].id
    assert told[0].recorded_at > told[1].recorded_at
    assert store.keeping.verify().ok


def test_ids_are_uuids_of_version_7(store: Store) -> None:
    (entry,) = store.journal.append([Act(entity="clerk:001", payload=CLERK)], "-")
    assert re.fullmatch(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}", entry.id)


def test_both_times_stand_in_an_entry_that_is_recorded_late(store_factory: Factory) -> None:
    store = store_factory(now=clock(MORNING))
    told = Act(
        entity="visit:1", payload=VisitStarted(window="3"), happened_at=MORNING - timedelta(hours=3)
    )
    store.journal.append([told], "001")
    (fact,) = store.journal.facts("visit:1")
    assert (fact.happened_at, fact.recorded_at) == (MORNING - timedelta(hours=3), MORNING)
    assert fact.late


def test_numbers_are_gapless_per_series_and_day(store: Store) -> None:
    assert [accept(store.journal)[-4:] for _ in range(3)] == ["0001", "0002", "0003"]
    with store.journal.transaction():
        assert store.journal.next_number("K", DAY) == 1
        assert store.journal.next_number("", DAY + timedelta(days=1)) == 1


def test_a_number_that_was_not_used_is_given_again(store: Store) -> None:
    with pytest.raises(RuntimeError, match="paper jam"):
        fail_after_accepting(store)
    assert accept(store.journal).endswith("-0001")


def test_a_number_of_another_device_is_refused(store: Store) -> None:
    act = Act(entity="case:KFQ-20261123-B02-0001", payload=received())
    with pytest.raises(Refusal, match="foreign_number"):
        store.journal.append([act], "001")


def test_what_cannot_be_encoded_leaves_nothing_behind(store: Store) -> None:
    good, bad = accepted(), CaseWithdrawn(reason="\x00")
    with pytest.raises(Refusal, match="cannot_encode"):
        store.journal.append([Act(entity="case:1", payload=p) for p in (good, bad)], "001")
    assert entries(store) == 0


@pytest.mark.parametrize("entity", ["case", "case:", ":1", "case:\ud800", "case:a\x1fb"])
def test_an_entity_needs_a_type_and_an_id(store: Store, entity: str) -> None:
    with pytest.raises(Refusal, match="cannot_encode"):
        store.journal.append([Act(entity=entity, payload=CLERK)], "001")


def test_an_inner_transaction_fails_alone(store: Store) -> None:
    with store.journal.transaction():
        first = accept(store.journal)
        with pytest.raises(RuntimeError, match="paper jam"):
            fail_after_accepting(store)
        assert store.views.count_cases(CaseFilter()) == 1
    assert store.views.case(first) is not None
    assert accept(store.journal).endswith("-0002")


def test_a_full_disk_is_refused_and_nothing_is_written(store: Store) -> None:
    accept(store.journal)
    store.local.save_draft(DRAFT, "001")
    pages = sql(store).execute("PRAGMA page_count").fetchone()[0]
    sql(store).execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Refusal, match="disk_full"):
        accept_many(store, 50)
    assert store.views.count_cases(CaseFilter()) == entries(store) // 2
    assert store.local.draft(DRAFT.id) == DRAFT
    sql(store).execute("PRAGMA max_page_count = 100000")
    number = accept(store.journal)
    assert int(number[-4:]) == store.views.count_cases(CaseFilter())
    assert store.keeping.verify().ok


def test_a_file_in_use_is_refused_as_busy(store: Store, template: Template) -> None:
    other = connect(store._link.path, template.keys.file)
    other.execute("BEGIN IMMEDIATE")
    sql(store).execute("PRAGMA busy_timeout = 1")
    with pytest.raises(Refusal, match="busy"):
        accept(store.journal)
    other.execute("ROLLBACK")
    other.close()
    assert accept(store.journal).endswith("-0001")


def test_the_head_is_read_under_the_lock_so_two_processes_share_one_chain(
    store: Store, template: Template
) -> None:
    from db.store import open_store
    from tests.stores import beijing_now

    other = open_store(store._link.path, template.keys, beijing_now, "A01")
    seen = store.journal.changes()
    numbers = [accept(one.journal) for one in (store, other, store, other)]
    assert len(set(numbers)) == 4
    assert store.journal.changes() != seen
    other.close()
    assert store.keeping.verify().ok


def test_changes_tells_own_commits_from_quiet(store: Store) -> None:
    quiet = store.journal.changes()
    assert store.journal.changes() == quiet
    accept(store.journal)
    assert store.journal.changes() != quiet
