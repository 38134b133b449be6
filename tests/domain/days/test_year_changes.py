"""A year checked, edited by hand, and compared with what is in force."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.days.check_year import check_year
from desktop.domain.days.difference import DayChange, difference
from desktop.domain.days.edit_year import begun, edited, in_order
from desktop.domain.days.entries import published, year_of
from desktop.domain.days.working_days import DayWhy, OffDay, WorkCalendar, YearDays
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import work_calendar

CALENDAR = work_calendar()
YEAR, GUESS = CALENDAR.years[-2:]
"""2026, with its notice, and 2027, of which only the legal days are known."""
SATURDAY = date(2026, 3, 14)


@pytest.mark.parametrize("year", CALENDAR.years, ids=lambda year: str(year.year))
def test_every_year_that_ships_is_sound_and_in_order(year: YearDays) -> None:
    check_year(year)
    assert in_order(year) == year


@pytest.mark.parametrize(
    ("year", "code"),
    [
        (replace(YEAR, year=1999), "calendar_year_out_of_range"),
        (replace(YEAR, year=2100), "calendar_year_out_of_range"),
        (replace(YEAR, papers=(), doc_no=None), "calendar_without_notice"),
        (replace(YEAR, papers=(), doc_no=""), "calendar_without_notice"),
        (replace(YEAR, papers=("content_1.htm",)), "calendar_address_wrong"),
        (edited(YEAR, SATURDAY, DayWhy.ADJUSTED_WORKDAY, " "), "calendar_day_nameless"),
        (edited(YEAR, date(2027, 1, 2), DayWhy.ADJUSTED_WORKDAY, "元旦"), "day_of_another_year"),
        (edited(YEAR, date(2025, 12, 24), DayWhy.SWAPPED_HOLIDAY, "元旦"), "day_of_another_year"),
        (edited(YEAR, date(2026, 3, 13), DayWhy.ADJUSTED_WORKDAY, "春节"), "workday_on_weekday"),
        (replace(YEAR, off_days=(*YEAR.off_days, YEAR.off_days[0])), "calendar_day_repeated"),
        (
            replace(YEAR, adjusted_workdays=((date(2026, 1, 3), "元旦"),)),
            "calendar_day_repeated",
        ),
        (edited(YEAR, date(2026, 5, 2), None), "calendar_legal_day_missing"),
        (
            edited(YEAR, date(2026, 10, 1), DayWhy.SWAPPED_HOLIDAY, "国庆节"),
            "calendar_legal_day_missing",
        ),
    ],
)
def test_a_year_that_no_notice_could_be_is_refused(year: YearDays, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        check_year(year)


def test_either_number_or_address_names_the_notice() -> None:
    check_year(replace(YEAR, papers=()))
    check_year(replace(YEAR, doc_no=None))


def test_a_year_without_a_notice_needs_no_legal_days() -> None:
    check_year(YearDays(2031, notice=False, off_days=()))


def test_the_last_days_of_the_year_before_belong_to_the_notice() -> None:
    check_year(edited(YEAR, date(2025, 12, 31), DayWhy.SWAPPED_HOLIDAY, "元旦"))


def test_a_day_is_added_changed_and_taken_out_in_order() -> None:
    worked = edited(YEAR, SATURDAY, DayWhy.ADJUSTED_WORKDAY, " 春节 ")
    assert (SATURDAY, "春节") in worked.adjusted_workdays
    assert in_order(worked) == worked
    off = edited(worked, SATURDAY, DayWhy.SWAPPED_HOLIDAY, "春节")
    assert OffDay(SATURDAY, "春节", False) in off.off_days
    assert off.adjusted_workdays == YEAR.adjusted_workdays
    assert edited(off, SATURDAY, None) == YEAR
    assert edited(YEAR, SATURDAY, None) == YEAR
    legal = edited(YEAR, SATURDAY, DayWhy.LEGAL_HOLIDAY, "节")
    assert OffDay(SATURDAY, "节", True) in legal.off_days


def test_a_year_begun_by_hand_changes_nothing_yet() -> None:
    new = begun(2031)
    check_year(new)
    check_year(replace(new, notice=True, doc_no="国办发明电〔2030〕1号"))
    assert difference(CALENDAR, new) == ()
    assert [day.name for day in begun(2024).off_days] == ["元旦", "劳动节", *["国庆节"] * 3]


def test_the_year_in_force_differs_in_nothing() -> None:
    assert difference(CALENDAR, YEAR) == ()


def test_a_difference_names_what_a_day_was_and_becomes() -> None:
    new = edited(YEAR, SATURDAY, DayWhy.ADJUSTED_WORKDAY, "春节")
    new = edited(new, date(2026, 2, 23), None)
    assert difference(CALENDAR, new) == (
        DayChange(date(2026, 2, 23), DayWhy.SWAPPED_HOLIDAY, DayWhy.WORKING_DAY, "春节", ""),
        DayChange(SATURDAY, DayWhy.WEEKEND, DayWhy.ADJUSTED_WORKDAY, "", "春节"),
    )
    assert all(change.moves_periods for change in difference(CALENDAR, new))


def test_a_new_name_alone_moves_no_period() -> None:
    new = edited(YEAR, date(2026, 2, 23), DayWhy.SWAPPED_HOLIDAY, "春节假期")
    (change,) = difference(CALENDAR, new)
    assert (change.before_name, change.after_name) == ("春节", "春节假期")
    assert not change.moves_periods


def test_a_swap_that_does_not_count_moves_no_period() -> None:
    strict = WorkCalendar(CALENDAR.years, adjusted_count=False)
    (change,) = difference(strict, edited(YEAR, SATURDAY, DayWhy.ADJUSTED_WORKDAY, "春节"))
    assert change.after is DayWhy.UNCOUNTED_WORKDAY
    assert not change.moves_periods


def test_a_first_notice_is_compared_with_the_legal_days_and_its_neighbours() -> None:
    new = edited(GUESS, date(2026, 12, 31), DayWhy.SWAPPED_HOLIDAY, "元旦")
    new = replace(new, notice=True, doc_no="国办发明电〔2026〕1号")
    assert [change.date for change in difference(CALENDAR, new)] == [date(2026, 12, 31)]
    bare = YearDays(2031, True, (), (), ("https://x",))
    assert [change.date.isoformat()[5:] for change in difference(CALENDAR, bare)] == [
        "01-01", "05-01", "05-02", "10-01", "10-02", "10-03",
    ]  # fmt: skip


def test_an_entry_holds_the_whole_year() -> None:
    assert year_of(published(YEAR, "通知")) == YEAR
