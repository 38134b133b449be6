from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.care.purge import forgotten
from db.exchange.taking import entries_of, take
from db.keys import create_keys
from db.link import connect
from db.projections.table import PROJECTIONS
from db.store import Store, open_store
from desktop.domain.cases.entries import CasePurged
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from tests.db.examples import (
    DRAFT,
    EXAMPLES,
    LICENCE,
    PART,
    accept,
    handle,
    keep,
    populate,
    publish_calendar,
)
from tests.examples import billing as bills
from tests.examples import closing as closings
from tests.examples import courier as parcels
from tests.examples import theme as themes
from tests.examples.oversight import overseen
from tests.stores import Factory, Template, beijing_now

NAME, ID = "李䶮敏", "11010519491231002X"


def rows(store: Store) -> dict[str, list[Any]]:
    return {
        p.table: store._link.rows(f"SELECT {', '.join(p.columns)} FROM {p.table} ORDER BY 1, 2, 3")
        if len(p.columns) > 2
        else store._link.rows(f"SELECT {', '.join(p.columns)} FROM {p.table} ORDER BY 1, 2")
        for p in PROJECTIONS
    }


def purge(store: Store, number: str) -> None:
    with store.journal.transaction():
        told = CasePurged(reason="保存期满")
        store.journal.append([Act(entity=f"case:{number}", payload=told)], "001")
        store.keeping.purge(number)


def arrived(store: Store) -> None:
    """A parcel that came in, and where it belongs."""
    created = EXAMPLES["shipment.created", 1]
    told = (created, *(EXAMPLES[f"shipment.{kind}", 1] for kind in ("registered", "matched")))
    entity = "shipment:KFQ-20261123-A01-K0009"
    store.journal.append([Act(entity=entity, payload=one, subject=entity) for one in told], "001")


def tampered(store: Store, change: str) -> None:
    """What somebody with the key, but not our code, could do to the file."""
    store._link.conn.execute("DROP TRIGGER journal_never_updated")
    store._link.conn.execute("DROP TRIGGER journal_never_deleted")
    store._link.conn.execute(change)


def test_a_whole_journal_verifies(store: Store) -> None:
    populate(store.journal)
    found = store.keeping.verify()
    assert (found.ok, found.entries, found.devices, found.first_broken) == (True, 13, 1, "")


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE journal SET body = replace(body, '某', '甲') WHERE seq = 3", "A01:3: altered"),
        ("UPDATE journal SET clerk = '002' WHERE seq = 5", "A01:5: altered"),
        ("UPDATE journal SET sealed = x'00' WHERE seq = 1", "A01:1: altered"),
        ("UPDATE journal SET clerk = 'a' || char(31) WHERE seq = 4", "A01:4: malformed"),
        ("UPDATE journal SET previous = hash WHERE seq = 6", "A01:6: does not follow"),
        ("DELETE FROM journal WHERE seq = 9", "A01:9: missing"),
        ("DELETE FROM journal WHERE seq = 1", "A01:1: missing"),
        ("UPDATE journal SET body = CAST(x'ff' AS TEXT) WHERE seq = 8", "A01:8: altered"),
    ],
)
def test_a_break_is_found_at_the_exact_entry(store: Store, change: str, broken: str) -> None:
    populate(store.journal)
    tampered(store, change)
    found = store.keeping.verify()
    assert not found.ok
    assert found.first_broken == broken


def test_verifying_tells_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    accept(store.journal)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return False

    with pytest.raises(Refusal, match="cancelled"):
        store.keeping.verify(progress)
    assert told == [(2, 2)]


def crossed(store: Store, other: Store) -> None:
    """Two stations refused one case."""
    number = accept(store.journal)
    take(other._link, [], {}, loose=entries_of(store._link, store.journal.device))
    for one in (store, other):
        act = Act(entity=f"case:{number}", payload=EXAMPLES["case.terminated", 1])
        one.journal.append([act], "002")
    take(store._link, [], {}, loose=entries_of(other._link, other.journal.device))


def test_rebuild_finds_the_same_rows_and_touches_nothing_else(
    store: Store, store_factory: Factory
) -> None:
    populate(store.journal)
    handle(store.journal)
    publish_calendar(store.journal)
    accept(store.journal)
    purge(store, accept(store.journal))
    store.journal.append([Act(entity="licence:A001:JY1", payload=LICENCE)], "001")
    store.journal.append([Act(entity="part:theme:ZT01", payload=PART)], "001")
    theme = Act(entity="theme:KFQ-20261123-A01-Z0001", payload=themes.RECEIVED)
    ordered = Act(entity="shipment:KFQ-20261123-A01-K0001", payload=parcels.ORDERED)
    waiting = Act(entity="pack:1", payload=EXAMPLES["items.proposed", 1])
    store.journal.append([theme, waiting], "001")
    keep(store.journal)
    told = EXAMPLES["address.saved", 1]
    address = Act(entity="address:KFQ-20261123-A01-A0001", payload=told, subject="address:A1")
    sent = replace(EXAMPLES["shipment.created", 1], estimate="12.00")
    parcel = Act(entity="shipment:KFQ-20261123-A01-K0077", payload=sent, subject="shipment:77")
    store.journal.append([address, parcel], "001")
    arrived(store)
    crossed(store, store_factory("B02", name="other"))
    store.journal.append([theme, waiting, ordered], "001")
    store.journal.append([theme, waiting, *bills.ACTS, *closings.ACTS], "001")
    store.journal.append([theme, waiting, *bills.ACTS, *overseen(accept(store.journal))], "001")
    store.local.save_draft(DRAFT, "001")
    before, heads = rows(store), store.journal.heads()
    assert all(before.values()), [table for table, held in before.items() if not held]
    store._link.conn.execute("DELETE FROM papers")
    store._link.conn.execute("UPDATE cases SET stage = 'refused'")
    counted, again = store.keeping.rebuild()
    assert rows(store) == before
    assert (counted["papers"], again["papers"]) == (0, 2)
    assert store.journal.heads() == heads
    assert store.local.draft(DRAFT.id) == DRAFT


def test_a_rebuild_that_is_stopped_changes_nothing(store: Store) -> None:
    populate(store.journal)
    before = rows(store)
    with pytest.raises(Refusal, match="cancelled"):
        store.keeping.rebuild(lambda done, total: False)
    assert rows(store) == before


def test_a_purge_destroys_what_is_personal_and_the_chain_still_verifies(store: Store) -> None:
    number = populate(store.journal)
    kept = accept(store.journal, "王小明")
    purge(store, number)
    case = store.views.case(number)
    assert case is not None
    assert case.purged
    assert (case.applicant.name, case.item_name) == ("", "食品经营许可（新办）")
    assert [row.number for row in store.views.cases(CaseFilter())] == [kept]
    assert store.views.cases(CaseFilter(text=NAME)) == []
    assert store.views.paper(f"{number}-SJ1") is None
    assert [row.party for row in store.views.shipments(ShipmentFilter())] == [""]
    log = list(store.views.log(LogFilter(first=date.min, last=date.max.replace(year=2900))))
    assert not [row for row in log if row.case == number and NAME in repr(row)]
    assert {row.applicant for row in log} == {"", "王小明"}
    assert store.keeping.verify().ok


def test_after_a_purge_no_page_of_the_file_holds_the_name(
    store: Store, template: Template, tmp_path: Path
) -> None:
    purge(store, populate(store.journal))
    plain = tmp_path / "plain.db"
    conn = connect(store._link.path, template.keys.file)
    conn.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    # page by page: what lies in free space would be copied as well
    assert conn.execute("PRAGMA freelist_count").fetchone()[0] == 0
    conn.execute("SELECT sqlcipher_export('plain')").fetchall()
    conn.close()
    raw = plain.read_bytes()
    for text in (NAME, ID, "李 䶮 敏", "13800138021", "赵𠮷来过"):
        assert text.encode() not in raw


def test_a_purged_case_takes_no_more_personal_data(store: Store) -> None:
    from tests.db.examples import received

    number = accept(store.journal)
    purge(store, number)
    with pytest.raises(Refusal, match="case_forgotten"):
        store.journal.append([Act(entity=f"case:{number}", payload=received())], "001")


def test_a_parcel_of_two_cases_is_purged_with_the_second(store: Store) -> None:
    from desktop.domain.courier.carriers import ContentKind, Direction
    from desktop.domain.courier.entries import Address, Content, ShipmentCreated

    first, second = accept(store.journal), accept(store.journal)
    contents = tuple(
        Content(case=case, kind=ContentKind.LICENCE, key="M", name="证") for case in (first, second)
    )
    parcel = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", contents=contents, receiver=Address(name=NAME)
    )
    store.journal.append([Act(entity="shipment:KFQ-20261123-A01-K0009", payload=parcel)], "001")
    purge(store, first)
    assert [row.party for row in store.views.shipments(ShipmentFilter())] == ["李*敏"]
    purge(store, second)
    assert [row.party for row in store.views.shipments(ShipmentFilter())] == [""]


def test_a_parcel_claimed_for_two_cases_is_purged_with_the_second(store: Store) -> None:
    from desktop.domain.courier.arrivals.entries import ParcelMatched

    first, second = accept(store.journal), accept(store.journal)
    entity = "shipment:KFQ-20261123-A01-K0009"
    created = EXAMPLES["shipment.created", 1]
    empty = replace(created, contents=())
    told = (
        empty,
        EXAMPLES["shipment.registered", 1],
        *(ParcelMatched(case=n) for n in (first, second)),
    )
    store.journal.append([Act(entity=entity, payload=one, subject=entity) for one in told], "001")
    purge(store, first)
    assert entity not in forgotten(store._link)
    purge(store, second)
    assert entity in forgotten(store._link)


def test_a_visit_nobody_ended_goes_with_the_last_of_its_cases(store: Store) -> None:
    first, second = accept(store.journal), accept(store.journal)
    found = [store.views.case(number) for number in (first, second)]
    visits = {case.visit for case in found if case}
    assert len(visits) == 1
    purge(store, first)
    assert f"visit:{min(visits)}" not in forgotten(store._link)
    purge(store, second)
    assert f"visit:{min(visits)}" in forgotten(store._link)


@pytest.fixture
def lost(store_factory: Factory, tmp_path: Path) -> tuple[Path, list[str]]:
    """A backup of a station that is gone, and the cases in it."""
    gone = store_factory(name="gone")
    cases = [populate(gone.journal), accept(gone.journal, "王小明")]
    gone.keeping.backup(tmp_path / "b.backup")
    gone.close()
    return tmp_path / "b.backup", cases


def test_a_backup_counts_verifies_and_shows_nothing(
    store: Store, lost: tuple[Path, list[str]]
) -> None:
    path, _ = lost
    assert store.keeping.verify_file(path).entries == 15
    assert NAME.encode() not in path.read_bytes()
    assert not list(path.parent.glob("*.part")) + list(path.parent.glob("*.copy*"))


def test_a_backup_is_consistent_while_others_write(store: Store, tmp_path: Path) -> None:
    import threading

    accept(store.journal)
    copies = [tmp_path / f"{n}.backup" for n in range(3)]
    counted: list[int] = []

    def run() -> None:
        counted.extend(store.keeping.backup(path)["entries"] for path in copies)

    worker = threading.Thread(target=run)
    worker.start()
    while worker.is_alive():
        accept(store.journal)
    worker.join()
    assert len(counted) == 3
    for path, entries in zip(copies, counted, strict=True):
        found = store.keeping.verify_file(path)
        assert (found.ok, found.entries) == (True, entries)
        assert entries % 2 == 0


def test_a_restore_with_the_recovery_code_on_another_station(
    tmp_path: Path, template: Template, lost: tuple[Path, list[str]]
) -> None:
    path, cases = lost
    keys, own_code = create_keys(tmp_path / "fresh" / "station.key")
    fresh = open_store(tmp_path / "fresh" / "store.db", keys, beijing_now, "A01")
    with pytest.raises(Refusal, match="recovery_code_wrong"):
        fresh.keeping.restore(path, own_code)
    with pytest.raises(Refusal, match="wrong_key"):
        fresh.keeping.restore(path)
    done = fresh.keeping.restore(path, template.recovery_code)
    assert done.follows == "A01"
    assert done.device == fresh.journal.device != "A01"
    assert (done.before["entries"], done.after["entries"]) == (0, 15)
    assert {row.number for row in fresh.views.cases(CaseFilter())} == set(cases)
    case = fresh.views.case(cases[0])
    assert case is not None
    assert case.applicant.name == NAME
    assert accept(fresh.journal).split("-")[2] == done.device
    found = fresh.keeping.verify()
    assert (found.ok, found.devices) == (True, 2)
    fresh.close()
    from db.keys import open_keys

    again = open_store(
        tmp_path / "fresh" / "store.db", open_keys(keys.credential), beijing_now, "A01"
    )
    assert again.journal.device == done.device
    assert again.views.case(cases[0]) == case
    again.keeping.backup(tmp_path / "second.backup")
    again.keeping.restore(tmp_path / "second.backup", template.recovery_code)
    again.close()


def test_a_purge_is_applied_again_to_what_is_restored(
    store: Store, lost: tuple[Path, list[str]], template: Template
) -> None:
    path, cases = lost
    older = store.keeping.restore(path).device
    purge(store, cases[0])
    newer = store.keeping.restore(path).device
    assert older != newer
    assert [row.number for row in store.views.cases(CaseFilter())] == [cases[1]]
    case = store.views.case(cases[0])
    assert case is not None
    assert (case.purged, case.applicant.name) == (True, "")
    kept = list(path.parent.glob("store.before-restore-*.db"))
    assert kept


@pytest.mark.parametrize("cut", [0, 10, 200, 60_000])
def test_a_damaged_backup_changes_nothing(
    store: Store, lost: tuple[Path, list[str]], tmp_path: Path, cut: int
) -> None:
    path, _ = lost
    number = accept(store.journal)
    raw = path.read_bytes()
    (tmp_path / "cut.backup").write_bytes(raw[:cut] + bytes(50) + raw[cut + 50 :])
    with pytest.raises(Refusal):
        store.keeping.restore(tmp_path / "cut.backup")
    assert [row.number for row in store.views.cases(CaseFilter())] == [number]
    assert not list(tmp_path.glob("*.restoring*")) + list(tmp_path.glob("*.unpacked*"))
