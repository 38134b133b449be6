from dataclasses import replace
from datetime import date, timedelta

import chinese_calendar
import pytest

from desktop.domain.days.working_days import DayWhy, OffDay, WorkCalendar, YearDays
from tests.domain.guidance.shipped import work_calendar

CALENDAR = work_calendar()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-02-16", DayWhy.LEGAL_HOLIDAY),  # 除夕
        ("2026-02-23", DayWhy.SWAPPED_HOLIDAY),
        ("2026-02-15", DayWhy.WEEKEND),
        ("2026-02-14", DayWhy.ADJUSTED_WORKDAY),
        ("2026-02-13", DayWhy.WORKING_DAY),
        ("2026-03-07", DayWhy.WEEKEND),
        ("2022-12-31", DayWhy.WEEKEND),  # stands in the notice of 2023
        ("2018-12-29", DayWhy.ADJUSTED_WORKDAY),  # stands in the notice of 2019
        ("2018-12-31", DayWhy.SWAPPED_HOLIDAY),
        ("2024-05-02", DayWhy.SWAPPED_HOLIDAY),
        ("2025-05-02", DayWhy.LEGAL_HOLIDAY),  # a statutory day since 2025
        ("2027-02-08", DayWhy.LEGAL_HOLIDAY),
        ("2028-05-02", DayWhy.LEGAL_HOLIDAY),  # no file at all: the fixed days
        ("2028-10-03", DayWhy.LEGAL_HOLIDAY),
        ("2028-10-04", DayWhy.WORKING_DAY),
        ("2016-05-02", DayWhy.WORKING_DAY),  # not a statutory day then
    ],
)
def test_why_a_day_counts_or_not(day: str, why: DayWhy) -> None:
    assert CALENDAR.why(date.fromisoformat(day)) is why


def test_the_years_agree_with_another_source() -> None:
    day, last = date(2018, 1, 1), date(2026, 12, 31)
    while day <= last:
        assert CALENDAR.is_working(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_a_year_without_a_notice_is_provisional() -> None:
    assert not CALENDAR.provisional(date(2026, 12, 31))
    assert CALENDAR.provisional(date(2027, 1, 1))
    assert CALENDAR.provisional(date(2017, 12, 31))


def test_a_weekend_worked_counts_or_not_as_the_hall_says() -> None:
    saturday = date(2026, 2, 14)
    strict = WorkCalendar(CALENDAR.years, adjusted_count=False)
    assert CALENDAR.why(saturday) is DayWhy.ADJUSTED_WORKDAY
    assert CALENDAR.is_working(saturday)
    assert strict.why(saturday) is DayWhy.UNCOUNTED_WORKDAY
    assert not strict.is_working(saturday)
    assert strict.name(saturday) == "春节"
    assert strict != CALENDAR
    assert hash(strict) != hash(CALENDAR)
    assert WorkCalendar(CALENDAR.years) == CALENDAR


def test_without_the_swaps_every_other_day_is_judged_the_same() -> None:
    strict = WorkCalendar(CALENDAR.years, adjusted_count=False)
    day = date(2018, 1, 1)
    while day <= date(2027, 12, 31):
        swapped = CALENDAR.why(day) is DayWhy.ADJUSTED_WORKDAY
        assert strict.is_working(day) == (CALENDAR.is_working(day) and not swapped), day
        day += timedelta(days=1)


def test_where_two_notices_name_a_day_the_later_years_stands() -> None:
    day = date(2029, 12, 31)
    early = YearDays(2029, True, (OffDay(day, "岁末", False),))
    late = YearDays(2030, True, (), ((day, "元旦"),))
    assert WorkCalendar([late, early]).why(day) is DayWhy.ADJUSTED_WORKDAY
    late = replace(late, off_days=(OffDay(day, "元旦", False),), adjusted_workdays=())
    early = replace(early, off_days=(), adjusted_workdays=((day, "岁末"),))
    assert WorkCalendar([late, early]).name(day) == "元旦"
    assert WorkCalendar([late, early]).why(day) is DayWhy.SWAPPED_HOLIDAY


def test_a_year_takes_the_place_of_what_was_known_of_it() -> None:
    new = YearDays(2027, True, (OffDay(date(2027, 1, 1), "元旦", True),), (), ("https://x",))
    then = CALENDAR.with_year(new)
    assert then.year(2027) == new
    assert len(then.years) == len(CALENDAR.years)
    assert not then.provisional(date(2027, 6, 1))
    assert CALENDAR.provisional(date(2027, 6, 1))
    assert CALENDAR.year(2031) is None
    assert CALENDAR.with_year(replace(new, year=2031)).year(2031) is not None


@pytest.mark.parametrize("day", [date.max, date(2026, 12, 31), date(2030, 12, 31)])
def test_the_last_day_of_a_year_is_a_day_like_others(day: date) -> None:
    assert CALENDAR.why(day) in DayWhy
    assert CALENDAR.is_working(day) is (day.weekday() < 5)


def test_a_calendar_is_equal_to_one_of_the_same_years() -> None:
    year = YearDays(2030, True, (OffDay(date(2030, 1, 1), "元旦", True),))
    assert WorkCalendar([year]) == WorkCalendar([year]) != WorkCalendar([])
    assert hash(WorkCalendar([year])) == hash(WorkCalendar([year]))
    assert WorkCalendar([year]).name(date(2030, 1, 1)) == "元旦"
