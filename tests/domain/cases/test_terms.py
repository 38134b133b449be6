from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cases.entries import Term
from desktop.domain.cases.terms import deemed, term, terms
from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import ItemStatus, Unit
from tests.domain.guidance.shipped import catalogue, work_calendar

ITEMS, CALENDAR = catalogue().items, work_calendar()


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "value", "unit", "due"),
    [
        ("2026-02-12", 5, Unit.WORKING_DAY, "2026-02-26"),
        ("2026-03-02", 20, Unit.WORKING_DAY, "2026-03-30"),
        ("2026-02-10", 3, Unit.MONTH, "2026-05-11"),
        ("2026-11-23", 7, Unit.CALENDAR_DAY, "2026-11-30"),
        ("2026-11-23", 5, Unit.CALENDAR_DAY, "2026-11-30"),  # the 28th is a Saturday
        ("2026-11-22", 0, Unit.ON_THE_SPOT, "2026-11-22"),
    ],
)
def test_worked_examples(start: str, value: int, unit: Unit, due: str) -> None:
    found = term(Limit(value=value, unit=unit), day(start), CALENDAR)
    assert found == Term(value=value, unit=unit, due=day(due))


def test_over_the_new_year_it_is_provisional() -> None:
    found = term(Limit(value=5, unit=Unit.WORKING_DAY), day("2026-12-25"), CALENDAR)
    assert (found.due, found.provisional) == (day("2027-01-04"), True)


def test_no_limit_has_no_day() -> None:
    none = term(Limit(), day("2026-03-02"), CALENDAR)
    assert none == Term(unit=Unit.NOT_APPLICABLE)
    assert term(Limit(value=None, unit=Unit.WORKING_DAY), day("2026-03-02"), CALENDAR).due is None


def test_a_promise_counts_only_once_the_item_is_approved() -> None:
    sample: ServiceItem = ITEMS["SP01"]
    statutory, promised = terms(sample, {}, day("2026-11-23"), CALENDAR)
    assert (statutory.value, statutory.due) == (10, day("2026-12-07"))
    assert promised == Term()
    approved = replace(sample, status=ItemStatus.APPROVED)
    assert terms(approved, {}, day("2026-11-23"), CALENDAR)[1].due == day("2026-11-30")


def test_silence_is_acceptance_for_licences_alone() -> None:
    found = deemed(ITEMS["SP01"], day("2026-02-12"), CALENDAR)
    assert (found.value, found.due, found.provisional) == (5, day("2026-02-26"), False)
    for item in ITEMS.values():
        told = deemed(item, day("2026-03-02"), CALENDAR)
        assert (told.due is not None) is item.is_licence, item.id
