from datetime import date

import pytest

from desktop.domain.days.working_days import DayWhy, WorkCalendar
from desktop.domain.days.years import (
    days_of,
    days_told_by,
    marked_days,
    without_notice,
    working_days,
    years_shown,
)
from tests.domain.guidance.shipped import work_calendar

CALENDAR = work_calendar()
NOTHING = WorkCalendar([])


def test_the_days_of_a_year() -> None:
    assert len(list(days_of(2024))) == 366
    told = list(days_told_by(2026))
    assert (told[0], told[-1]) == (date(2025, 12, 25), date(2026, 12, 31))


@pytest.mark.parametrize(("year", "count"), [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_its_notice_says(year: int, count: int) -> None:
    assert working_days(CALENDAR, year) == count


def test_marked_days_stand_under_their_own_date() -> None:
    days = {day.date: day for day in marked_days(CALENDAR, 2022)}
    assert days[date(2022, 12, 31)].name == "元旦"  # of the notice of 2023
    assert days[date(2022, 10, 9)].why is DayWhy.ADJUSTED_WORKDAY
    assert date(2022, 3, 5) not in days
    assert all(day.year == 2022 for day in days)


def test_a_year_nobody_told_of_has_its_fixed_days() -> None:
    days = marked_days(NOTHING, 2031)
    assert [(day.date.month, day.date.day) for day in days] == [
        (1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3),
    ]  # fmt: skip
    assert {day.why for day in days} == {DayWhy.LEGAL_HOLIDAY}
    assert [day.date.day for day in marked_days(NOTHING, 2020) if day.date.month == 5] == [1]


def test_years_are_shown_without_a_gap_to_the_next_at_least() -> None:
    assert years_shown(CALENDAR, date(2026, 12, 31)) == range(2018, 2028)
    assert years_shown(CALENDAR, date(2030, 1, 1)) == range(2018, 2032)
    assert years_shown(NOTHING, date(2030, 1, 1)) == range(2030, 2032)


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2025, 6, 1), ()),
        (date(2026, 1, 1), (2027,)),
        (date(2026, 12, 31), (2027,)),
        (date(2027, 1, 1), (2027, 2028)),
        (date(2030, 12, 31), (2030, 2031)),
        (date.max, (9999, 10000)),
    ],
)
def test_which_notices_are_missing(today: date, missing: tuple[int, ...]) -> None:
    assert without_notice(CALENDAR, today) == missing
