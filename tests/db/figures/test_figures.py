"""Every count has as many rows, parts add up to the whole, and the journal says the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import Store
from desktop.domain.cases.moves import OPEN
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.supervision.figures.figure import Figure, Waiting
from desktop.domain.supervision.figures.rows import Axis, DueDays, Slice
from desktop.domain.trust.entry import Act
from tests.db.examples import DAY, populate, shipment
from tests.db.figures.told import HALLS, ITEMS, WINDOWS, counted, tell
from tests.stores import Factory, beijing_now

AXES = (Axis.FIGURE, Axis.HOUR, Axis.MONTH, Axis.HALL, Axis.WINDOW, Axis.ITEM)
ALL = Slice(first=date(2020, 1, 1), last=date(2030, 1, 1))
DUE = DueDays(DAY, *(DAY + timedelta(days=n) for n in (1, 3, 7)))


@pytest.fixture
def busy(store: Store) -> Store:
    """Some two hundred cases on their ways."""
    tell(store, Random(7), 200)
    return store


def test_the_journal_says_the_same(busy: Store) -> None:
    views = busy.views.figures
    for first, last in ((ALL.first, ALL.last), (DAY - timedelta(days=30), DAY), (DAY, DAY)):
        plainly = counted(busy, first, last)
        found = views.counts(replace(ALL, first=first, last=last), AXES)
        assert {one.of: one.number for one in found} == dict(plainly)
    assert {one.of[0] for one in views.counts(ALL, (Axis.FIGURE,))} == set(Figure)


def test_every_count_has_as_many_rows(busy: Store) -> None:
    views = busy.views.figures
    hours = {one.of[0] for one in views.counts(ALL, (Axis.HOUR,))}
    for figure, hall, window in product(Figure, (*HALLS, ""), (*WINDOWS, "")):
        wanted = replace(
            ALL,
            figure=figure,
            halls=frozenset({hall} if hall else ()),
            windows=frozenset({window}) if window else None,
        )
        number = sum(one.number for one in views.counts(wanted, (Axis.FIGURE,)))
        rows = views.rows(wanted, 0, 1000)
        assert len(rows) == number
        assert len({row.case for row in rows}) == number, "each case once"
        assert {row.figure for row in rows} <= {figure}
        parts = [replace(wanted, hour=hour) for hour in hours]
        assert sum(len(views.rows(one, 0, 1000)) for one in parts) == number
        items = [replace(wanted, items=frozenset({item})) for item in ITEMS]
        assert sum(len(views.rows(one, 0, 1000)) for one in items) == number


def test_rows_come_by_the_page_and_name_their_entry(busy: Store) -> None:
    views = busy.views.figures
    wanted = replace(ALL, figure=Figure.RECEIVED)
    whole = views.rows(wanted, 0, 1000)
    assert [*views.rows(wanted, 0, 50), *views.rows(wanted, 50, 950)] == whole
    assert whole == sorted(whole, key=lambda row: (row.at, row.case))
    text = "SELECT kind, entity FROM journal WHERE device = ? AND seq = ?"
    for row in whole[:20]:
        found = busy._link.one(text, (row.device, row.seq))
        assert found == ("case.received", f"case:{row.case}")


def test_every_open_case_waits_in_one_place(busy: Store) -> None:
    views = busy.views.figures
    open_now = busy.views.count_cases(CaseFilter(stages=frozenset(OPEN)))
    for halls in (frozenset[str](), frozenset({"YZ"})):
        found = views.waiting(DUE, halls)
        rows = views.open_rows(DUE, halls, None, 0, 1000)
        assert sum(found.values()) == len(rows)
        for one in Waiting:
            among = views.open_rows(DUE, halls, one, 0, 1000)
            assert len(among) == found.get(one, 0)
            assert among == [row for row in rows if row.waiting is one]
    assert len(views.open_rows(DUE, frozenset(), None, 0, 1000)) == open_now


def test_what_is_received_is_closed_returned_or_open(busy: Store) -> None:
    """Of the cases that were received here: 转办 leads to another case, which these have none of."""
    views = busy.views.figures
    cases = {
        figure: {row.case for row in views.rows(replace(ALL, figure=figure), 0, 1000)}
        for figure in Figure
    }
    work = {row.case for row in views.open_rows(DUE, frozenset(), None, 0, 1000)}
    reissued = cases[Figure.CLOSED] & work
    assert cases[Figure.RECEIVED] <= cases[Figure.CLOSED] | cases[Figure.RETURNED] | work
    assert not cases[Figure.CLOSED] & cases[Figure.RETURNED]
    assert cases[Figure.DECIDED] >= cases[Figure.ON_TIME] | cases[Figure.LATE]
    assert not cases[Figure.ON_TIME] & cases[Figure.LATE]
    assert all(busy.views.case(number).course.reissued for number in reissued)  # type: ignore[union-attr]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_whatever_happens_the_counts_agree(store_factory: Factory, seed: int) -> None:
    store = store_factory(name=f"seed{beijing_now():%f}{seed}")
    tell(store, Random(seed), 25)
    found = store.views.figures.counts(ALL, AXES)
    assert {one.of: one.number for one in found} == dict(counted(store, ALL.first, ALL.last))


def test_items_are_called_as_in_their_cases(busy: Store) -> None:
    assert busy.views.figures.item_names(ALL) == dict.fromkeys(ITEMS, "食品经营许可（新办）")


def test_a_rebuild_finds_the_same(busy: Store) -> None:
    before = busy.views.figures.counts(ALL, AXES), busy.views.figures.waiting(DUE)
    busy.keeping.rebuild()
    assert (busy.views.figures.counts(ALL, AXES), busy.views.figures.waiting(DUE)) == before


def test_savings_and_parcels_have_their_rows(store: Store) -> None:
    populate(store.journal)
    for n, yuan in ((81, "12.00"), (82, "8.50"), (83, "")):
        entity = f"shipment:KFQ-20261123-A01-K00{n}"
        made = replace(shipment(), estimate=yuan)
        store.journal.append([Act(entity=entity, payload=made, subject=entity)], "001")
    views = store.views.figures
    for halls in (frozenset[str](), frozenset({"KFQ"}), frozenset({"YZ"})):
        wanted = replace(ALL, halls=halls)
        for saved in views.saved(wanted):
            rows = views.saved_rows(wanted, saved.measure, saved.unit, 0, 100)
            told = (len(rows), sum(r.before for r in rows), sum(r.after for r in rows))
            assert told == (saved.cases, saved.before, saved.after)
        sent = views.sent(wanted)
        for one in sent:
            parcels = views.sent_rows(wanted, one.stage, 0, 100)
            assert (len(parcels), sum(p.fen for p in parcels)) == (one.number, one.fen)
        assert sum(one.number for one in sent) == len(views.sent_rows(wanted, None, 0, 100))
    assert {one.stage for one in views.sent(ALL)} <= set(ShipmentStage)
    assert sum(one.fen for one in views.sent(ALL)) == 2050
    assert views.saved(ALL)
    assert not views.saved(replace(ALL, halls=frozenset({"YZ"})))


def test_an_empty_store_counts_nothing(store: Store) -> None:
    views = store.views.figures
    assert views.counts(ALL, AXES) == []
    assert views.waiting(DUE) == {}
    assert Counter(views.sent(ALL)) == Counter(views.saved(ALL)) == Counter()
