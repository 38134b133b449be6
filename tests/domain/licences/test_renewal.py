from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.days.deadline import deadline, same_day
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.item import Lead, RenewalRule
from desktop.domain.guidance.terms import (
    ItemType,
    Late,
    Unit,
)
from desktop.domain.licences.renewal import (
    GENERAL,
    RenewalState,
    Window,
    renewed_by_silence,
    rule_of,
    validity_end,
    watched_from,
    window,
)
from tests.domain.guidance.shipped import catalogue, work_calendar

CALENDAR = work_calendar()
DAY = timedelta(days=1)
WORKING, NATURAL, MONTH = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH
FOOD = RenewalRule(opens=Lead(90, WORKING), closes=Lead(15, WORKING))
untils = st.dates(date(2018, 6, 1), date(2029, 12, 31))
units = st.sampled_from([WORKING, NATURAL, MONTH])


def day(text: str) -> date:
    return date.fromisoformat(text)


def left_after(day: date, until: date) -> int:
    """Working days after `day`, up to and including the last day of validity."""
    days = range(day.toordinal() + 1, until.toordinal() + 1)
    return sum(CALENDAR.is_working(date.fromordinal(one)) for one in days)


@pytest.mark.parametrize(
    ("until", "n", "closes"),
    [
        ("2026-06-30", 15, "2026-06-08"),  # 19 June is off: 9 June is the 15th from the end
        ("2026-06-30", 1, "2026-06-29"),
        ("2026-06-28", 1, "2026-06-25"),  # a Sunday: the last day that counts is Friday 26 June
        ("2026-02-28", 3, "2026-02-25"),  # 28 February, a Saturday, is worked: 26, 27, 28
        ("2026-03-06", 15, "2026-02-09"),  # across Spring Festival: 14 and 28 February are worked
        ("2026-10-08", 5, "2026-09-23"),  # 8 October, 30, 29, 28 and 24 September
        ("2026-06-30", 0, "2026-06-30"),
    ],
)
def test_working_days_are_counted_back_by_the_calendar(until: str, n: int, closes: str) -> None:
    found = window(day(until), RenewalRule(closes=Lead(n, WORKING)), CALENDAR)
    assert found.closes == day(closes)
    assert left_after(found.closes, day(until)) == n


def test_the_food_window_holds_the_days_with_90_to_15_left() -> None:
    until = day("2026-11-30")
    found = window(until, FOOD, CALENDAR)
    assert found.opens is not None
    for one in (found.opens, found.closes):
        assert 15 <= left_after(one, until) <= 90
    assert left_after(found.opens - DAY, until) > 90
    assert left_after(found.closes + DAY, until) < 15
    assert (found.opens, found.closes) == (day("2026-07-21"), day("2026-11-09"))
    assert not found.provisional


@pytest.mark.parametrize(
    ("lead", "closes"),
    [
        (Lead(60, NATURAL), "2026-10-01"),  # National Day, and not rolled
        (Lead(30, NATURAL), "2026-10-31"),  # a Saturday
        (Lead(0, NATURAL), "2026-11-30"),
        (Lead(6, MONTH), "2026-05-30"),
        (Lead(9, MONTH), "2026-02-28"),
    ],
)
def test_calendar_days_and_months_are_not_rolled(lead: Lead, closes: str) -> None:
    found = window(day("2026-11-30"), RenewalRule(closes=lead, opens=None), CALENDAR)
    assert (found.closes, found.opens, found.provisional) == (day(closes), None, False)


@given(untils, st.integers(0, 120))
def test_counted_forward_from_the_close_the_period_ends_within_validity(
    until: date, n: int
) -> None:
    closes = window(until, RenewalRule(closes=Lead(n, WORKING)), CALENDAR).closes
    assert deadline(CALENDAR, closes, n).due <= until
    assert deadline(CALENDAR, closes + DAY, n).due > until


@given(untils, st.integers(0, 120))
def test_the_window_opens_on_the_first_day_with_no_more_left(until: date, n: int) -> None:
    rule = RenewalRule(opens=Lead(n, WORKING), closes=Lead(0, WORKING))
    opens = window(until, rule, CALENDAR).opens
    assert opens is not None
    assert left_after(opens, until) <= n < left_after(opens - DAY, until)


@given(untils, st.integers(0, 24))
def test_months_back_and_forward_end_within_validity(until: date, n: int) -> None:
    closes = window(until, RenewalRule(closes=Lead(n, MONTH)), CALENDAR).closes
    assert same_day(closes, n) <= until


@given(untils, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), units)
def test_later_validity_and_shorter_leads_never_close_earlier(
    until: date, later: int, n: int, more: int, unit: Unit
) -> None:
    def closes(until: date, n: int) -> date:
        return window(until, RenewalRule(closes=Lead(n, unit)), CALENDAR).closes

    assert closes(until, n) <= closes(until + later * DAY, n)
    assert closes(until, n + more) <= closes(until, n)


@given(untils, st.integers(0, 120), st.integers(0, 120), units, st.booleans())
def test_nothing_is_shown_before_it_is_watched(
    until: date, n: int, more: int, unit: Unit, opened: bool
) -> None:
    opens = Lead(n + more, unit) if opened else None
    rule = RenewalRule(closes=Lead(n, unit), opens=opens)
    found = window(until, rule, CALENDAR)
    assert watched_from(until, rule) <= found.shown_from <= found.closes <= until


def test_a_day_in_a_year_without_notice_makes_it_provisional() -> None:
    assert window(day("2027-01-04"), FOOD, CALENDAR).provisional
    assert window(day("2031-11-23"), FOOD, CALENDAR).provisional
    natural = RenewalRule(closes=Lead(30, NATURAL))
    assert not window(day("2031-11-23"), natural, CALENDAR).provisional
    mixed = RenewalRule(opens=Lead(90, WORKING), closes=Lead(1, MONTH))
    assert window(day("2027-03-01"), mixed, CALENDAR).provisional


def test_the_beginning_of_time_is_no_error() -> None:
    empty = WorkCalendar([])
    for unit in (WORKING, NATURAL, MONTH):
        rule = RenewalRule(closes=Lead(900, unit), opens=Lead(1000, unit))
        assert window(date(1, 1, 9), rule, empty) == Window(
            date.min, date.min, date(1, 1, 9), unit is WORKING
        )
        assert watched_from(date(1, 1, 9), rule) == date.min


def test_a_day_stands_to_the_window_in_one_of_four_ways() -> None:
    found = Window(day("2026-07-20"), day("2026-11-09"), day("2026-11-30"))
    states = {
        "2026-07-19": RenewalState.EARLY, "2026-07-20": RenewalState.OPEN,
        "2026-11-09": RenewalState.OPEN, "2026-11-10": RenewalState.LATE,
        "2026-11-30": RenewalState.LATE, "2026-12-01": RenewalState.EXPIRED,
    }  # fmt: skip
    assert {text: found.state(day(text)) for text in states} == states
    assert [found.closing(day(f"2026-10-{n}")) for n in (29, 30)] == [False, True]
    assert not found.closing(day("2026-11-10"))
    assert Window(None, found.closes, found.valid_until).state(date.min) is RenewalState.OPEN


def test_a_window_turns_on_the_days_it_opens_and_closes() -> None:
    found = Window(day("2026-07-20"), day("2026-11-09"), day("2026-11-30"))
    assert found.turns(day("2026-07-01"), day("2026-07-20"))
    assert found.turns(day("2026-11-09"), day("2026-11-09"))
    assert not found.turns(day("2026-07-21"), day("2026-11-08"))
    assert found.shown_from == found.opens
    unopened = Window(None, day("2026-11-09"), day("2026-11-30"))
    assert unopened.shown_from == day("2026-08-11")


def test_an_item_without_a_rule_has_the_general_one_if_it_is_a_permit_that_ends() -> None:
    items = catalogue().items
    assert rule_of(items["JS03"]) is GENERAL  # five years, and no word on renewal
    assert rule_of(items["QY01"]) is None  # a business licence does not end
    assert rule_of(items["KJ01"]) is None  # 行政确认: 行政许可法 does not govern it
    public = replace(items["JS03"], type=ItemType.PUBLIC_SERVICE)
    assert rule_of(public) is None
    assert rule_of(replace(items["JS03"], result=None)) is None


def test_the_windows_that_ship_are_those_of_the_law() -> None:
    items = catalogue().items
    rules = {
        id: (
            rule.opens.value if rule.opens else None,
            rule.closes.value,
            rule.closes.unit,
            rule.late,
        )
        for id, item in items.items()
        if item.result and (rule := item.result.renewal)
    }
    food = (90, 15, WORKING, Late.WARN)
    devices = (90, 30, WORKING, Late.REFUSE)
    assert rules == {
        "SP01": food, "SP02": food, "SP03": food, "SP05": food, "YX02": devices, "YX03": devices,
        "HB02": (None, 60, NATURAL, Late.WARN), "RS02": (None, 60, NATURAL, Late.WARN),
        "WS01": (None, 30, NATURAL, Late.WARN), "JS01": (None, 30, NATURAL, Late.WARN),
        "RS04": (None, 0, NATURAL, Late.WARN),
    }  # fmt: skip
    assert all(item.result.renewal.basis for item in items.values()
               if item.result and item.result.renewal)  # fmt: skip


def test_years_of_validity_end_the_day_before() -> None:
    assert validity_end(day("2026-11-24"), 5) == day("2031-11-23")
    assert validity_end(day("2028-02-29"), 4) == day("2032-02-28")
    assert validity_end(day("2028-02-29"), 1) == day("2029-02-27")


@pytest.mark.parametrize(
    ("applied", "decided", "today", "renewed"),
    [
        ("2026-11-09", None, "2026-12-01", True),
        ("2026-11-09", None, "2026-11-30", False),  # the last day may still bring a decision
        ("2026-11-09", "2026-11-30", "2026-12-01", False),
        ("2026-11-09", "2026-12-01", "2026-12-05", True),  # decided too late
        ("2026-11-10", None, "2026-12-01", False),  # applied late
    ],
)
def test_silence_renews_who_applied_in_time(
    applied: str, decided: str | None, today: str, renewed: bool
) -> None:
    told = renewed_by_silence(
        day("2026-11-30"), day("2026-11-09"), day(applied), day(decided) if decided else None,
        day(today),
    )  # fmt: skip
    assert told is renewed
