"""What the log counts of cases is what the board counts, and opens the rows it counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from random import Random

from db.store import Store
from desktop.domain.savings.saving import Measure, Saving
from desktop.domain.supervision.figures.figure import Figure as Counted
from desktop.domain.supervision.figures.rows import Slice
from desktop.domain.supervision.log.figures import behind
from desktop.domain.supervision.log.views import VIEWS, By
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from desktop.services.supervision.log.reading import through
from desktop.wording.log import narrowing
from tests.db.examples import MORNING, accepted, received
from tests.db.figures.told import tell

YEAR = LogFilter(first=date(2026, 1, 1), last=date(2027, 12, 31))


def test_overdue_is_late_and_not_yet_decided_each_case_once(store: Store) -> None:
    tell(store, Random(7), 300)
    views, view = store.views, VIEWS["course"]
    late = views.figures.rows(Slice(first=YEAR.first, last=YEAR.last, figure=Counted.LATE), 0, 1000)
    today = datetime.now(tz=MORNING.tzinfo).date().isoformat()
    text = "SELECT number FROM cases WHERE stage IN ('accepted', 'reviewing') AND due < ?"
    waiting = {row[0] for row in store._link.rows(text, (min(today, YEAR.last.isoformat()),))}
    (figure,) = [one for one in views.book.figures(YEAR, view) if one.by is By.OVERDUE]
    rows = list(views.book.rows(through(behind(YEAR, figure), view)))
    assert figure.count == len(rows) == len(late) + len(waiting)
    assert {row.case for row in rows} == {row.case for row in late} | waiting
    assert late
    assert waiting


def test_days_are_opened_by_their_unit_and_with_what_cost_more(store: Store) -> None:
    days = (("工作日", 20, 5), ("日", 10, 4), ("日", 3, 5))
    for n, (unit, before, after) in enumerate(days, 1):
        entity = f"case:KFQ-20261123-A01-{n:04}"
        saving = Saving(measure=Measure.DAYS, before=before, after=after, unit=unit)
        for payload in (replace(received(), savings=(saving,)), accepted()):
            store.journal.append([Act(entity=entity, payload=payload, happened_at=MORNING)], "001")
    found = {one.unit: one for one in store.views.book.figures(YEAR, VIEWS["savings"]) if one.unit}
    assert {unit: one.count for unit, one in found.items()} == {"工作日": 15, "日": 4}
    for unit, number in (("工作日", 1), ("日", 2)):
        wanted = behind(YEAR, found[unit])
        rows = store.views.book.count(through(wanted, VIEWS["savings"]))
        assert rows == number
        assert f"（{unit}）" in narrowing(wanted)
    any_unit = replace(YEAR, saved=str(Measure.DAYS))
    assert store.views.book.count(through(any_unit, VIEWS["savings"])) == 3
