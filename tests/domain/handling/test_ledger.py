"""期限台账: one line per day from day 0, whether it counts, and why."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.cases.entries import CaseSupplemented, CorrectionNoticed, Defect
from desktop.domain.cases.terms import term
from desktop.domain.cases.tick import Fault
from desktop.domain.days.working_days import DayWhy
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Unit
from desktop.domain.handling.entries import Clock, Conclusion, TechnicalGiven, TechnicalRequested
from desktop.domain.handling.ledger import Section, ledger
from tests.domain.handling.courses import CALENDAR, DAY, Course

ONE = timedelta(days=1)
NOTICE = CorrectionNoticed(defects=(Defect(key="BL", name="照", fault=Fault.EXPIRED, demand=""),))


def sections(course: Course, today: date) -> dict[Clock, Section]:
    return {one.clock: one for one in ledger(course.case, course.facts, CALENDAR, today)}


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_whole_way_told_day_by_day() -> None:
    course = Course(on=day("2026-02-12")).tell(NOTICE, day("2026-02-14"))
    course.tell(CaseSupplemented(lines=()), day("2026-02-25"))
    course.accept(day("2026-02-26"), days=20)
    course.suspend(day("2026-03-10"), days=9).resume(day("2026-03-20"))
    course.review(day("2026-03-23")).decide(day("2026-03-24"))
    found = sections(course, day("2026-03-25"))
    assert list(found) == [
        Clock.NOTICE, Clock.CORRECTION, Clock.DECISION, Clock.PROCEDURE, Clock.DELIVERY,
    ]  # fmt: skip
    notice = found[Clock.NOTICE]
    assert (notice.term.due, notice.met, notice.in_time) == (
        day("2026-02-26"), day("2026-02-14"), True,
    )  # fmt: skip
    whys = {line.date: line.why for line in notice.days}
    assert whys[day("2026-02-12")] is DayWhy.DAY_ZERO
    assert whys[day("2026-02-14")] is DayWhy.ADJUSTED_WORKDAY, "a Saturday worked for 春节"
    assert whys[day("2026-02-15")] is DayWhy.WEEKEND
    assert whys[day("2026-02-16")] is DayWhy.LEGAL_HOLIDAY
    assert whys[day("2026-02-20")] is DayWhy.SWAPPED_HOLIDAY
    correction = found[Clock.CORRECTION]
    assert {line.why for line in correction.days[1:]} == {DayWhy.CORRECTING}
    assert (correction.days[-1].date, correction.met) == (day("2026-02-26"), day("2026-02-26"))
    decision = found[Clock.DECISION]
    assert not [line for line in decision.days if line.why is DayWhy.SUSPENDED and line.counts]
    suspended = [line.date for line in decision.days if line.why is DayWhy.SUSPENDED]
    assert (suspended[0], suspended[-1]) == (day("2026-03-10"), day("2026-03-20")), "both ends"
    assert next(line.number for line in decision.days if line.date == decision.term.due) == 20
    assert found[Clock.DELIVERY].met is None


def test_the_days_acts_stand_at_their_day() -> None:
    course = Course().accept()
    told = {line.date: line.acts for line in sections(course, DAY + ONE)[Clock.DECISION].days}
    assert told[DAY] == ("case.received", "case.accepted")
    assert told[DAY + ONE] == ()


def test_what_is_late_is_counted_on_until_it_is_done() -> None:
    course = Course().accept(days=3)
    due = day("2026-03-05")
    running = sections(course, day("2026-03-11"))[Clock.DECISION]
    assert (running.term.due, running.met, running.in_time) == (due, None, None)
    assert running.days[-1].date == day("2026-03-11")
    assert running.days[-1].number == 7, "three were allowed"
    course.review(day("2026-03-12")).decide(day("2026-03-12"))
    late = sections(course, day("2026-03-20"))[Clock.DECISION]
    assert late.in_time is False
    assert late.days[-1].date == day("2026-03-12"), "and no longer"


def test_a_technical_review_has_a_clock_of_its_own() -> None:
    asked = TechnicalRequested(
        number=1, to="技术处", subject="图纸", asked_on=DAY,
        due=term(Limit(3, Unit.WORKING_DAY), DAY, CALENDAR),
    )  # fmt: skip
    course = Course().accept(days=20).tell(asked, DAY)
    given = TechnicalGiven(number=1, conclusion=Conclusion.PASSED, given_on=DAY + ONE, opinion="可")
    course.tell(given, DAY + ONE)
    found = sections(course, DAY + ONE)
    assert found[Clock.TECHNICAL].subject == "图纸"
    assert found[Clock.TECHNICAL].in_time
    assert DayWhy.SUSPENDED not in {line.why for line in found[Clock.DECISION].days}


def test_there_is_no_notice_clock_where_the_law_sets_none() -> None:
    assert not ledger(Course("KJ02").case, Course("KJ02").facts, CALENDAR, DAY)


@settings(max_examples=60)
@given(
    st.dates(date(2018, 1, 1), date(2027, 6, 1)), st.integers(1, 45), st.integers(1, 30),
    st.integers(0, 20), st.integers(0, 60),
)  # fmt: skip
def test_a_ledger_has_every_day_once_and_its_count_is_the_term(
    start: date, n: int, gap: int, length: int, later: int
) -> None:
    course = Course(on=start).accept(start, days=n)
    began = start + ONE * gap
    course.suspend(began).resume(began + ONE * length)
    today = start + ONE * (gap + length + later)
    decision = sections(course, today)[Clock.DECISION]
    days = [line.date for line in decision.days]
    assert days == [start + ONE * k for k in range(len(days))], "gapless, in order"
    counted = sum(
        line.counts for line in decision.days if line.date <= (decision.term.due or start)
    )
    assert counted == n
    assert days[-1] == max(decision.term.due or start, today)
