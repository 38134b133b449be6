from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.store import Store
from desktop.domain.cases.entries import CasePurged
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.entries import EndWhy, LicenceEnded, LicenceHolder, LicenceIssued
from desktop.domain.licences.licence import licence_id
from desktop.domain.licences.rows import LicenceFilter
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from tests.db.examples import DAY, LICENCE, accept

FIRM = LicenceHolder(
    kind=PartyKind.ORGANISATION, name="某某科技有限公司", id_number="91110000600037341L"
)


def put(store: Store, told: LicenceIssued | LicenceEnded, id: str = "") -> str:
    id = id or (licence_id(told.item, told.number) if isinstance(told, LicenceIssued) else "")
    store.journal.append([Act(entity=f"licence:{id}", payload=told)], "001")
    return id


def found(store: Store, **wanted: object) -> list[str]:
    asked = LicenceFilter(**wanted)  # type: ignore[arg-type]
    rows = store.views.licences(asked)
    assert len(rows) == store.views.count_licences(asked)
    return [row.number for row in rows]


@pytest.fixture
def three(store: Store) -> Store:
    """Two of a person's, one of a firm without an end."""
    put(store, LICENCE)
    put(store, replace(LICENCE, number="JY2", valid_until=date(2027, 3, 1)))
    put(store, replace(LICENCE, item="B1", name="营业执照", number="京(2026)3号", valid_until=None,
                       renewal=None, holder=FIRM))  # fmt: skip
    return store


def test_a_row_says_what_the_last_edition_says(store: Store) -> None:
    id = put(store, LICENCE)
    (row,) = store.views.licences(LicenceFilter())
    assert (row.id, row.holder, row.valid_until) == (id, "李*敏", LICENCE.valid_until)
    assert row.renewal == LICENCE.renewal
    assert (row.case, row.ended) == (LICENCE.case, None)
    put(store, replace(LICENCE, valid_until=date(2036, 11, 22)))
    put(store, LicenceEnded(why=EndWhy.REVOKED, on=DAY), id)
    (row,) = store.views.licences(LicenceFilter())
    assert (row.valid_until, row.ended) == (date(2036, 11, 22), EndWhy.REVOKED)
    told = store.views.licence(id)
    assert told is not None
    assert (told.holder.name, told.editions) == ("李䶮敏", 2)
    assert store.views.licence("none") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("JY111", ["JY11115000012345"]), ("jy2", ["JY2"]), ("李䶮", ["JY2", "JY11115000012345"]),
        ("营业", ["京(2026)3号"]), ("002x", ["JY2", "JY11115000012345"]),
        ("京（2026", ["京(2026)3号"]), ("科技", ["京(2026)3号"]), ("没有", []),
        ("KFQ-20261123-A01-0001", ["JY2", "JY11115000012345", "京(2026)3号"]),
    ],
)  # fmt: skip
def test_a_licence_is_found_by_number_name_and_holder(
    three: Store, text: str, numbers: list[str]
) -> None:
    assert found(three, text=text) == numbers


def test_licences_by_every_filter(three: Store) -> None:
    put(three, LicenceEnded(why=EndWhy.LAPSED, on=DAY), licence_id("A001", "JY2"))
    assert found(three, in_force=True) == ["JY11115000012345", "京(2026)3号"]
    assert found(three, in_force=False) == ["JY2"]
    assert found(three, holder_id="1101 0519491231002x") == ["JY2", "JY11115000012345"]
    assert found(three, number="京（2026）3号") == ["京(2026)3号"]
    assert found(three, items=frozenset({"B1"})) == ["京(2026)3号"]
    assert found(three, first=date(2027, 3, 2)) == ["JY11115000012345"]
    assert found(three, last=date(2027, 3, 1)) == ["JY2"]
    assert found(three, watched_by=date(2027, 1, 1)) == ["JY2"]
    assert found(three, watched_by=date(2026, 1, 1)) == []


def test_licences_come_by_the_page(three: Store) -> None:
    every = [row.number for row in three.views.licences(LicenceFilter())]
    assert every == ["JY2", "JY11115000012345", "京(2026)3号"], "without an end: last"
    paged = three.views.licences(LicenceFilter(), 1, 1)
    assert [row.number for row in paged] == every[1:2]
    assert three.views.count_licences(LicenceFilter()) == 3


def test_a_firm_is_not_masked(three: Store) -> None:
    (row,) = three.views.licences(LicenceFilter(number="京(2026)3号"))
    assert row.holder == "某某科技有限公司"


def test_a_rebuild_finds_the_same_licences(three: Store) -> None:
    put(three, LicenceEnded(why=EndWhy.CANCELLED, on=DAY), licence_id("A001", "JY2"))
    before = three.views.licences(LicenceFilter())
    counted, again = three.keeping.rebuild()
    assert counted["licences"] == again["licences"] == 3
    assert three.views.licences(LicenceFilter()) == before


def test_a_licence_belongs_to_the_history_and_the_log_of_its_case(store: Store) -> None:
    number = accept(store.journal)
    put(store, replace(LICENCE, case=number))
    kinds = [fact.entry.kind for fact in store.views.case_history(number)]
    assert kinds == ["case.received", "case.accepted", "licence.issued"]
    (row,) = [
        row
        for row in store.views.log(LogFilter(first=date(2020, 1, 1), last=date(2099, 1, 1)))
        if row.kind == "licence.issued"
    ]
    assert (row.case, row.window) == (number, "3")


def test_a_licence_outlives_the_purge_of_its_case(store: Store) -> None:
    number = accept(store.journal)
    id = put(store, replace(LICENCE, case=number))
    with store.journal.transaction():
        told = CasePurged(reason="保存期满")
        store.journal.append([Act(entity=f"case:{number}", payload=told)], "001")
        store.keeping.purge(number)
    licence = store.views.licence(id)
    assert licence is not None
    assert licence.holder.name == "李䶮敏"
    assert found(store, text="李䶮") == [LICENCE.number]


def test_the_list_of_what_is_due_is_read_by_an_index(store: Store) -> None:
    days = timedelta(days=1)
    put(store, replace(LICENCE, valid_until=DAY + 40 * days))
    asked = LicenceFilter(first=DAY, watched_by=DAY, in_force=True)
    assert [row.number for row in store.views.licences(asked)] == [LICENCE.number]
    plan = store._link.rows(
        "EXPLAIN QUERY PLAN SELECT id FROM licences WHERE valid_until >= ? AND watch_from <= ?",
        ("2026-11-23", "2026-11-23"),
    )
    assert "licences_until" in str(plan)
