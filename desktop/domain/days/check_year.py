"""What a year must be before it may be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.domain.days.working_days import SATURDAY, YearDays, fixed_legal_days
from desktop.domain.days.years import LAST_WEEK, YEARS
from desktop.domain.refusal import Refusal

ARTICLE = "全国年节及纪念日放假办法 第二条"


def check_year(year: YearDays) -> None:
    """Refuse a year that no notice of the State Council could be.

    `calendar_year_out_of_range`, `calendar_without_notice` (neither address nor document number),
    `calendar_address_wrong`, and of a day: `calendar_day_nameless`, `calendar_day_of_another_year`,
    `calendar_day_repeated`, `calendar_workday_on_weekday`, `calendar_legal_day_missing`.
    """
    if year.year not in YEARS:
        raise Refusal("calendar_year_out_of_range", year=year.year)
    for address in year.papers:
        if not address.startswith(("http://", "https://")):
            raise Refusal("calendar_address_wrong", address=address)
    if year.notice and not (year.papers or year.doc_no):
        raise Refusal("calendar_without_notice", year=year.year)
    check_days(year)
    if year.notice:
        _check_legal_days(year)


def check_days(year: YearDays) -> None:
    """The part that concerns the days alone, for a year that is still being written."""
    seen: set[date] = set()
    for day, name in _named(year):
        told = day.isoformat()
        if not name.strip():
            raise Refusal("calendar_day_nameless", day=told)
        if not date(year.year - 1, *LAST_WEEK) <= day <= date(year.year, 12, 31):
            raise Refusal("calendar_day_of_another_year", day=told, year=year.year)
        if day in seen:
            raise Refusal("calendar_day_repeated", day=told)
        seen.add(day)
    for day, _name in year.adjusted_workdays:
        if day.weekday() < SATURDAY:
            raise Refusal("calendar_workday_on_weekday", day=day.isoformat())


def _check_legal_days(year: YearDays) -> None:
    """A notice moves no legal day: the fixed ones must be off, and marked as what they are."""
    legal = {one.date for one in year.off_days if one.legal}
    for day in fixed_legal_days(year.year):
        if day not in legal:
            raise Refusal("calendar_legal_day_missing", day=day.isoformat(), article=ARTICLE)


def _named(year: YearDays) -> Iterator[tuple[date, str]]:
    yield from ((one.date, one.name) for one in year.off_days)
    yield from year.adjusted_workdays
