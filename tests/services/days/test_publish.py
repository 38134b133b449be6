from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from db.store import Store, open_store
from desktop.domain.days import BEIJING
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.deadline import deadline
from desktop.domain.days.edit_year import edited
from desktop.domain.days.entries import CountingRuleSet, YearPublished
from desktop.domain.days.working_days import DayWhy, OffDay, WorkCalendar, YearDays
from desktop.domain.handling.entries import DueChanged
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.days import publish
from desktop.services.days.publish import Published, publish_year, set_rule, take_calendar
from desktop.services.office import Office
from tests.handled import Handled
from tests.offices import CLERK, SUPERVISOR, Clock, answered, whole
from tests.stores import DEVICE, Template, beijing_now

NEW_YEARS_EVE = date(2026, 12, 31)
EVENING = CountingRule(closes_at="17:00", next_day=True)
NOTICE = "国办发明电〔2026〕1号"


def notice_2027(office: Office) -> YearDays:
    """A notice as it might be: the legal days, 4 January off for 9 January worked."""
    known = office.calendar.year(2027)
    assert known is not None
    year = edited(known, date(2027, 1, 4), DayWhy.SWAPPED_HOLIDAY, "元旦")
    year = edited(year, date(2027, 1, 9), DayWhy.ADJUSTED_WORKDAY, "元旦")
    return replace(year, notice=True, doc_no=NOTICE)


def test_a_notice_makes_due_dates_certain(office: Office) -> None:
    guess = deadline(office.calendar, date(2026, 12, 25), 5)
    assert (guess.due, guess.provisional) == (date(2027, 1, 4), True)
    done = publish_year(office, SUPERVISOR, notice_2027(office), " 通知已公布 ")
    found = deadline(office.calendar, date(2026, 12, 25), 5)
    assert (found.due, found.provisional) == (date(2027, 1, 5), False)
    assert [change.date for change in done.changes] == [date(2027, 1, 4), date(2027, 1, 9)]
    (fact,) = office.store.journal.facts("calendar:2027")
    assert (fact.entry.kind, fact.entry.clerk) == ("calendar.published", SUPERVISOR.code)
    assert isinstance(fact.payload, YearPublished)
    assert (fact.payload.doc_no, fact.payload.reason) == (NOTICE, "通知已公布")


def test_the_days_of_the_calendar_that_ships_stay_as_they_were(
    office: Office, calendar: WorkCalendar
) -> None:
    publish_year(office, SUPERVISOR, notice_2027(office), "通知")
    assert office.calendar.years[:-1] == calendar.years[:-1]


def test_the_year_in_force_writes_nothing(office: Office) -> None:
    year = notice_2027(office)
    publish_year(office, SUPERVISOR, year, "通知")
    shuffled = replace(year, off_days=year.off_days[::-1])
    again = publish_year(office, SUPERVISOR, shuffled, "通知")
    assert again == Published(written=False)
    assert len(office.store.journal.facts("calendar:2027")) == 1


def test_open_cases_are_counted_anew_with_the_new_year_in_the_same_commit(
    office: Office, clock: Clock
) -> None:
    clock.at = datetime(2026, 12, 28, 10, tzinfo=BEIJING)
    waiting = acts.receive(office, CLERK, answered(office)).case
    running = acts.finish(office, CLERK, whole(office)).case
    assert (waiting.deemed.due, waiting.deemed.provisional) == (date(2027, 1, 5), True)
    done = publish_year(office, SUPERVISOR, notice_2027(office), "元旦通知")
    assert done.recomputed == 2
    again = acts.load(office, waiting.number).deemed
    assert (again.due, again.provisional) == (date(2027, 1, 6), False)
    told = office.store.journal.facts(f"case:{running.number}")[-1].payload
    assert isinstance(told, DueChanged)
    assert (told.before, told.reason) == (running.statutory, "元旦通知")
    assert told.after == acts.load(office, running.number).statutory
    assert office.store.keeping.verify().ok


def test_a_case_that_waits_for_the_applicant_is_counted_anew(office: Office, clock: Clock) -> None:
    clock.at = datetime(2026, 12, 28, 10, tzinfo=BEIJING)
    handled = Handled(office, clock)
    case = handled.noticed(handled.received())
    assert publish_year(office, SUPERVISOR, notice_2027(office), "元旦通知").recomputed == 1
    assert acts.load(office, case.number).deemed.due == date(2027, 1, 6)


def test_a_count_that_fails_leaves_everything_as_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.calendar, office.rule
    monkeypatch.setattr(publish, "recount", lambda office, clerk, reason: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        publish_year(office, SUPERVISOR, notice_2027(office), "通知")
    with pytest.raises(ZeroDivisionError):
        set_rule(office, SUPERVISOR, EVENING, "规定")
    assert (office.calendar, office.rule) == before
    assert office.store.journal.facts("calendar:2027") == ()
    assert office.store.journal.facts("calendar:rule") == ()
    assert office.store.views.published_years() == []


def test_who_may_not_manage_the_calendar_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        publish_year(office, CLERK, notice_2027(office), "通知")
    with pytest.raises(Refusal, match="not_allowed"):
        set_rule(office, CLERK, EVENING, "规定")


def test_why_must_be_said(office: Office) -> None:
    with pytest.raises(Refusal, match="reason_missing"):
        publish_year(office, SUPERVISOR, notice_2027(office), "  ")
    with pytest.raises(Refusal, match="reason_missing"):
        set_rule(office, SUPERVISOR, EVENING, "")


def test_a_notice_without_number_or_address_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="calendar_without_notice"):
        publish_year(office, SUPERVISOR, replace(notice_2027(office), doc_no=None), "通知")
    assert office.calendar.provisional(date(2027, 1, 1))


def test_a_rule_is_journalled_and_in_force_at_once(office: Office) -> None:
    rule = CountingRule(adjusted_count=False, closes_at="17:30", next_day=True)
    assert set_rule(office, SUPERVISOR, rule, "本厅规定") == 0
    assert office.rule == rule
    assert office.calendar.why(date(2026, 2, 14)) is DayWhy.UNCOUNTED_WORKDAY
    told = office.store.journal.facts("calendar:rule")[0].payload
    assert told == CountingRuleSet(
        adjusted_count=False, closes_at="17:30", next_day=True, reason="本厅规定"
    )
    assert set_rule(office, SUPERVISOR, rule, "再说一遍") == 0
    assert len(office.store.journal.facts("calendar:rule")) == 1


def test_a_year_published_later_keeps_to_the_rule(office: Office) -> None:
    set_rule(office, SUPERVISOR, CountingRule(adjusted_count=False), "本厅规定")
    publish_year(office, SUPERVISOR, notice_2027(office), "通知")
    assert office.calendar.why(date(2027, 1, 9)) is DayWhy.UNCOUNTED_WORKDAY


def test_a_wrong_closing_time_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="closing_time_wrong"):
        set_rule(office, SUPERVISOR, CountingRule(closes_at="5pm", next_day=True), "规定")
    assert office.rule == CountingRule()


def test_what_comes_in_after_closing_counts_from_the_next_day(office: Office, clock: Clock) -> None:
    clock.at = datetime(2026, 11, 23, 17, 1, tzinfo=BEIJING)
    same_day = acts.receive(office, CLERK, whole(office)).case
    set_rule(office, SUPERVISOR, EVENING, "规定")
    late = acts.receive(office, CLERK, whole(office)).case
    clock.at = datetime(2026, 11, 24, 16, 59, tzinfo=BEIJING)
    in_time = acts.receive(office, CLERK, whole(office)).case
    dues = [case.deemed.due for case in (same_day, late, in_time)]
    assert dues == [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 1)]
    assert late.number.split("-")[1] == "20261123"  # it is numbered by the day it happened


@pytest.mark.parametrize("closes", ["17:00", "23:58"])
def test_the_last_evening_of_the_year(office: Office, clock: Clock, closes: str) -> None:
    set_rule(office, SUPERVISOR, CountingRule(closes_at=closes, next_day=True), "规定")
    clock.at = datetime(2026, 12, 31, 23, 59, tzinfo=BEIJING)
    case = acts.finish(office, CLERK, whole(office)).case
    assert case.deemed.due == date(2027, 1, 8)
    assert case.deemed.provisional
    assert case.accepted_on == NEW_YEARS_EVE


@pytest.mark.parametrize("year", [2027, 2030])
def test_a_year_without_a_file_is_counted_all_the_same(
    office: Office, clock: Clock, year: int
) -> None:
    office.calendar = WorkCalendar(known for known in office.calendar.years if known.notice)
    clock.at = datetime(year, 12, 31, 23, 59, tzinfo=BEIJING)
    case = acts.finish(office, CLERK, whole(office)).case
    assert case.due.provisional
    assert case.due.due is not None
    assert case.due.due.year == year + 1


def test_what_was_published_survives_reopening_and_rebuild(
    template: Template, tmp_path: Path, office: Office, calendar: WorkCalendar
) -> None:
    path, keys = template.copy(tmp_path, "kept")
    office.store = first = open_store(path, keys, beijing_now, DEVICE)
    publish_year(office, SUPERVISOR, notice_2027(office), "通知")
    publish_year(office, SUPERVISOR, replace(notice_2027(office), papers=("https://x",)), "网址")
    set_rule(office, SUPERVISOR, CountingRule(adjusted_count=False), "本厅规定")
    wanted = office.calendar, office.rule
    first.close()
    again = open_store(path, keys, beijing_now, DEVICE)
    try:
        assert taken(office, again, calendar) == wanted
        before, after = again.keeping.rebuild()
        assert before == after
        assert (after["calendar_years"], after["counting_rules"]) == (1, 1)
        assert taken(office, again, calendar) == wanted
        assert again.keeping.verify().ok
    finally:
        again.close()


def taken(
    office: Office, store: Store, calendar: WorkCalendar
) -> tuple[WorkCalendar, CountingRule]:
    """What an office over this store begins with."""
    office.store, office.calendar, office.rule = store, calendar, CountingRule()
    take_calendar(office)
    return office.calendar, office.rule


def test_what_was_published_meanwhile_is_taken(office: Office, calendar: WorkCalendar) -> None:
    publish_year(office, SUPERVISOR, notice_2027(office), "通知")
    now = office.calendar
    office.calendar = calendar
    take_calendar(office)
    assert office.calendar == now


def test_a_published_year_may_be_one_that_does_not_ship(office: Office) -> None:
    days = tuple(
        OffDay(date(2028, month, day), "节日", legal=True)
        for month, day in ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
    )
    year = YearDays(2028, True, days, (), ("https://www.gov.cn/2028.htm",))
    assert publish_year(office, SUPERVISOR, year, "通知").changes != ()
    assert not office.calendar.provisional(date(2028, 6, 1))
    (told,) = office.store.views.published_years()
    assert told.year == 2028
