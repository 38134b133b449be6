"""The statutory clocks: what is due when, what silence means, what a calendar moves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cases import terms
from desktop.domain.cases.entries import CorrectionNoticed, Defect, Term
from desktop.domain.cases.tick import Fault
from desktop.domain.days.deadline import deadline
from desktop.domain.days.working_days import OffDay, WorkCalendar, YearDays
from desktop.domain.guidance.item import Handling, Limit
from desktop.domain.guidance.terms import HandlingMode, ItemType, Unit
from desktop.domain.handling.clock import decision, procedure_term, recounted, silence
from desktop.domain.handling.entries import Clock
from tests.domain.guidance.shipped import catalogue
from tests.domain.handling.courses import CALENDAR, DAY, SP01, Course

ONE = timedelta(days=1)
NOTICE = CorrectionNoticed(defects=(Defect(key="BL", name="照", fault=Fault.EXPIRED, demand=""),))
WORKING = Limit(20, Unit.WORKING_DAY)
starts = st.dates(date(2018, 1, 1), date(2027, 6, 30))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("mode", "days", "more"),
    [
        (HandlingMode.SINGLE, 20, 10),  # 行政许可法 42(1)
        (HandlingMode.JOINT, 45, 15),  # 42(2)
        (HandlingMode.LOWER_FIRST, 20, None),  # 43
    ],
)
def test_a_permit_without_a_limit_of_its_own_has_the_laws(
    mode: HandlingMode, days: int, more: int | None
) -> None:
    item = replace(SP01, statutory_limit=Limit(), handling=Handling(mode=mode))
    assert terms.terms(item, {}, DAY, CALENDAR)[0].value == days
    assert terms.extension_limit(item).value == more


def test_a_special_law_prevails_and_other_types_have_their_own_alone() -> None:
    assert terms.terms(SP01, {}, DAY, CALENDAR)[0].value == 10
    assert terms.extension_limit(SP01).value == 5
    service = replace(SP01, type=ItemType.PUBLIC_SERVICE, statutory_limit=Limit())
    bare = replace(service, handling=Handling(), steps=())
    assert terms.terms(bare, {}, DAY, CALENDAR)[0].due is None
    assert terms.extension_limit(bare).value is None
    assert terms.delivery_limit(bare) == Limit()
    assert terms.deemed(bare, DAY, CALENDAR) == Term()


def test_a_permit_is_served_within_ten_days_or_as_the_pack_says() -> None:
    assert terms.delivery_limit(SP01).value == 5
    assert terms.delivery_limit(catalogue().items["CB01"]).value == 10


def test_the_worked_example_with_an_expert_review() -> None:
    """2026-03-02 + 20, review 03-10 to 03-20, both days suspended: 04-13."""
    course = Course().accept(days=20)
    assert course.case.statutory.due == day("2026-03-30")
    course.suspend(day("2026-03-10"), days=9)
    assert course.case.statutory.due == day("2026-04-13"), "as expected to end"
    course.resume(day("2026-03-20"))
    assert course.case.statutory.due == day("2026-04-13")


def test_a_procedure_that_ends_earlier_than_told_gives_the_days_back() -> None:
    course = Course().accept(days=20).suspend(day("2026-03-10"), days=9)
    course.resume(day("2026-03-10"))
    assert course.case.statutory.due == day("2026-03-31"), "one day suspended, first and last"


def test_the_time_of_a_procedure_counts_its_first_day() -> None:
    needed = procedure_term(Term(value=9, unit="工作日"), day("2026-03-10"), CALENDAR)
    assert needed.due == day("2026-03-20")
    on_a_sunday = procedure_term(Term(value=1, unit="工作日"), day("2026-03-08"), CALENDAR)
    assert on_a_sunday.due == day("2026-03-09")


def test_an_extension_moves_the_legal_term_and_no_promise() -> None:
    more = Term(value=10, unit="工作日")
    found = terms.term(WORKING, DAY, CALENDAR, (), more)
    assert found.due == deadline(CALENDAR, DAY, 30).due
    months = terms.term(Limit(3, Unit.MONTH), DAY, CALENDAR, (), more)
    assert months.due == deadline(CALENDAR, day("2026-06-02"), 10).due


def test_silence_is_acceptance_from_the_day_of_receipt() -> None:
    """行政许可法 32(4): no notice within five working days."""
    course = Course()
    last = course.case.deemed.due
    assert last == day("2026-03-09")
    assert silence(course.case, last) is None, "the last day is still in time"
    assert silence(course.case, last + ONE) == DAY


@pytest.mark.parametrize(("notified", "silent"), [("2026-03-09", False), ("2026-03-10", True)])
def test_a_notice_in_time_breaks_the_silence_and_a_late_one_does_not(
    notified: str, silent: bool
) -> None:
    course = Course().tell(NOTICE, day(notified))
    found = silence(course.case, day("2026-04-01"))
    assert (found == DAY) is silent


def test_only_permits_are_accepted_by_silence() -> None:
    course = Course("KJ02")
    assert silence(course.case, day("2027-01-01")) is None


def test_what_was_accepted_is_no_longer_silent() -> None:
    assert silence(Course().accept().case, day("2026-12-31")) is None


def test_a_new_calendar_moves_every_open_term_and_says_why() -> None:
    course = Course().accept(days=20)
    holiday = OffDay(day("2026-03-20"), "临时放假", False)
    years = [
        YearDays(y.year, y.notice, (*y.off_days, holiday), y.adjusted_workdays)
        if y.year == 2026 else y
        for y in CALENDAR.years
    ]  # fmt: skip
    changed = list(recounted(course.case, WorkCalendar(years), "补发通知"))
    assert [(one.clock, one.before.due, one.after.due) for one in changed] == [
        (Clock.DECISION, day("2026-03-30"), day("2026-03-31"))
    ]
    course.tell(changed[0], day("2026-03-10"))
    assert course.case.statutory.due == day("2026-03-31")
    assert not list(recounted(course.case, WorkCalendar(years), "补发通知")), "told once"


def test_the_same_calendar_moves_nothing_in_any_stage() -> None:
    course = Course()
    steps: list[Callable[[], object]] = [
        lambda: course.accept(days=20),
        lambda: course.suspend(day("2026-03-10")),
        lambda: course.resume(day("2026-03-12")),
        lambda: course.review(day("2026-03-16")),
        lambda: course.decide(day("2026-03-17")),
    ]
    for step in steps:
        assert not list(recounted(course.case, CALENDAR, "同一日历"))
        step()
    assert not list(recounted(course.case, CALENDAR, "同一日历"))


@given(starts, st.integers(1, 60), st.integers(0, 60))
def test_adding_then_counting_gives_back(start: date, n: int, more: int) -> None:
    """Counted back from the due day, exactly n days lie between: 行政许可法 82, 民法典 201."""
    term = terms.term(
        Limit(n, Unit.WORKING_DAY), start, CALENDAR, (), Term(value=more, unit="工作日")
    )
    assert term.due is not None
    between = (start + ONE * k for k in range(1, (term.due - start).days + 1))
    assert sum(map(CALENDAR.is_working, between)) == n + more


@given(starts, st.integers(1, 45), st.integers(0, 20), st.integers(1, 30), st.integers(0, 29))
def test_splitting_a_suspension_changes_nothing(
    start: date, n: int, gap: int, length: int, cut: int
) -> None:
    first = start + ONE * (gap + 1)
    last = first + ONE * length
    middle = first + ONE * min(cut, length - 1)
    whole = terms.term(Limit(n, Unit.WORKING_DAY), start, CALENDAR, [(first, last)])
    halves = [(first, middle), (middle + ONE, last)]
    assert terms.term(Limit(n, Unit.WORKING_DAY), start, CALENDAR, halves) == whole


@given(
    starts, st.integers(1, 60), st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH]),
    st.integers(0, 15), st.integers(0, 40),
)  # fmt: skip
def test_no_term_ends_on_a_day_off(start: date, n: int, unit: Unit, more: int, length: int) -> None:
    """民法典 203: what would end on a day off ends on the next working day."""
    months = n if unit is not Unit.MONTH else 1 + n % 12
    span = (start + ONE * 3, start + ONE * (3 + length))
    extension = Term(value=more, unit=unit)
    term = terms.term(Limit(months, unit), start, CALENDAR, [span], extension)
    assert term.due is not None
    assert CALENDAR.is_working(term.due)
    assert not span[0] <= term.due <= span[1]
    assert term.provisional is CALENDAR.provisional(term.due)


@given(starts, st.integers(0, 30), st.integers(0, 30), st.integers(0, 20))
def test_late_entry_changes_nothing_about_due_dates(
    start: date, wait: int, length: int, late: int
) -> None:
    """The day something happened is counted from, never the day it was recorded (补录)."""
    began, ended = start + ONE * wait, start + ONE * (wait + length)
    at_once = Course(on=start).accept(start, days=20).suspend(began).resume(ended)
    recorded = ended + ONE * late
    later = Course(on=start).accept(start, days=20).suspend(began).resume(ended, recorded)
    assert later.case.statutory == at_once.case.statutory
    assert decision(later.case, CALENDAR, later.case.course.spans)[0] == later.case.statutory
