import json
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.days import BEIJING
from desktop.domain.days.deadline import deadline, months_after, same_day
from desktop.domain.days.working_days import DayWhy
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import work_calendar

CALENDAR = work_calendar()
VECTORS = json.loads((Path(__file__).parents[2] / "golden/deadlines.json").read_text("utf-8"))
DAY = timedelta(days=1)
starts = st.dates(date(2018, 1, 1), date(2027, 12, 31))
counts = st.integers(0, 60)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['start']}+{v['n']}")
def test_the_catalogues_examples(vector: dict[str, object]) -> None:
    natural = str(vector["kind"]).startswith("日")
    start, days = day(str(vector["start"])), int(str(vector["n"]))
    found = deadline(CALENDAR, start, days, calendar_days=natural)
    assert (found.due.isoformat(), found.provisional) == (vector["due"], vector["provisional"])


def test_the_worked_examples() -> None:
    assert deadline(CALENDAR, day("2026-02-12"), 5).due == day("2026-02-26")
    assert deadline(CALENDAR, day("2026-03-02"), 20).due == day("2026-03-30")
    review = (day("2026-03-10"), day("2026-03-20"))
    assert deadline(CALENDAR, day("2026-03-02"), 20, [review]).due == day("2026-04-13")
    over_new_year = deadline(CALENDAR, day("2026-12-25"), 5)
    assert over_new_year.provisional
    assert over_new_year.due == day("2027-01-04")


@given(st.dates(date(2018, 1, 1), date(2026, 8, 31)), st.integers(0, 60))
def test_another_source_counts_to_the_same_day(start: date, n: int) -> None:
    day, counted = start, 0
    while counted < n:
        day += DAY
        counted += chinese_calendar.is_workday(day)
    assert deadline(CALENDAR, start, n).due == day


def test_an_extension_counts_on() -> None:
    extended = deadline(CALENDAR, day("2026-03-02"), 20, extend=10)
    assert extended == deadline(CALENDAR, day("2026-03-02"), 30)


def test_zero_days_end_on_the_spot() -> None:
    sunday = day("2026-11-22")
    assert deadline(CALENDAR, sunday, 0).due == sunday
    assert deadline(CALENDAR, sunday, 0).days == ()


def test_every_day_is_told_with_its_reason() -> None:
    found = deadline(CALENDAR, day("2026-03-05"), 2, [(day("2026-03-06"), day("2026-03-06"))])
    assert [(line.date.day, line.counts, line.why) for line in found.days] == [
        (6, False, DayWhy.SUSPENDED),
        (7, False, DayWhy.WEEKEND),
        (8, False, DayWhy.WEEKEND),
        (9, True, DayWhy.WORKING_DAY),
        (10, True, DayWhy.WORKING_DAY),
    ]


@given(starts, counts, counts)
def test_more_days_never_end_earlier(start: date, n: int, more: int) -> None:
    assert deadline(CALENDAR, start, n).due <= deadline(CALENDAR, start, n + more).due


@given(starts, counts, counts)
def test_working_days_add_up(start: date, n: int, more: int) -> None:
    half_way = deadline(CALENDAR, start, n).due
    assert deadline(CALENDAR, half_way, more).due == deadline(CALENDAR, start, n + more).due


@given(starts, st.integers(1, 60), st.booleans())
def test_a_period_ends_on_a_working_day(start: date, n: int, natural: bool) -> None:
    found = deadline(CALENDAR, start, n, calendar_days=natural)
    assert CALENDAR.is_working(found.due)
    assert sum(line.counts for line in found.days) == n
    assert found.provisional is CALENDAR.provisional(found.due)


@given(starts, counts, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=3))
def test_a_suspension_never_shortens(start: date, n: int, gaps: list[tuple[int, int]]) -> None:
    spans = [(start + gap * DAY, start + (gap + length) * DAY) for gap, length in gaps]
    found = deadline(CALENDAR, start, n, spans)
    assert found.due >= deadline(CALENDAR, start, n).due
    assert not [d for d in found.days if d.counts and any(a <= d.date <= b for a, b in spans)]


def test_months_end_on_the_same_day_or_the_months_last() -> None:
    assert same_day(day("2026-01-31"), 1) == day("2026-02-28")
    assert same_day(day("2024-01-31"), 1) == day("2024-02-29")
    assert same_day(day("2026-11-30"), 3) == day("2027-02-28")
    assert months_after(CALENDAR, day("2026-02-10"), 3).due == day("2026-05-11")  # 10 May: Sunday
    assert months_after(CALENDAR, day("2026-02-10"), 0).due == day("2026-02-10")


def test_months_are_put_off_by_what_was_suspended() -> None:
    span = (day("2026-03-10"), day("2026-03-12"))
    assert months_after(CALENDAR, day("2026-03-02"), 1, [span]).due == day("2026-04-07")


@pytest.mark.parametrize(("n", "extend"), [(-1, 0), (1, -1), (4000, 0), (3000, 3000)])
def test_what_cannot_be_counted_is_refused(n: int, extend: int) -> None:
    with pytest.raises(Refusal, match="days_out_of_range"):
        deadline(CALENDAR, day("2026-01-01"), n, extend=extend)


def test_the_end_of_time_is_refused() -> None:
    with pytest.raises(Refusal, match="days_out_of_range"):
        deadline(CALENDAR, date.max, 1)
    with pytest.raises(Refusal, match="days_out_of_range"):
        months_after(CALENDAR, date.max, 1)
    endless = [(date.min, date.max)]
    with pytest.raises(Refusal, match="days_out_of_range"):
        deadline(CALENDAR, day("2026-01-01"), 1, endless)


def test_a_suspension_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match="suspension_reversed"):
        deadline(CALENDAR, day("2026-01-01"), 1, [(day("2026-01-03"), day("2026-01-02"))])


def test_beijing_knows_no_summer_time() -> None:
    assert BEIJING.utcoffset(None) == timedelta(hours=8)
