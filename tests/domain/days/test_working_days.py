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


@pytest.mark.parametrize(("year", "count"), [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_its_notice_says(year: int, count: int) -> None:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    assert sum(CALENDAR.is_working(day) for day in days if day.year == year) == count


def test_a_year_without_a_notice_is_provisional() -> None:
    assert not CALENDAR.provisional(date(2026, 12, 31))
    assert CALENDAR.provisional(date(2027, 1, 1))
    assert CALENDAR.provisional(date(2017, 12, 31))


def test_a_calendar_is_equal_to_one_of_the_same_years() -> None:
    year = YearDays(2030, True, (OffDay(date(2030, 1, 1), "元旦", True),))
    assert WorkCalendar([year]) == WorkCalendar([year]) != WorkCalendar([])
    assert hash(WorkCalendar([year])) == hash(WorkCalendar([year]))
    assert WorkCalendar([year]).name(date(2030, 1, 1)) == "元旦"
