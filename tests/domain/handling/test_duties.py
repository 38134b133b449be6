"""What is owed, how urgent it is, and what a supervisor looks at afterwards."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.cases.entries import CaseSupplemented, CorrectionNoticed, Defect
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.tick import Check, Fault, Tick
from desktop.domain.handling.alert import Alert, alert, days_left
from desktop.domain.handling.batches import (
    Batch,
    BatchLine,
    MaterialsHandedOver,
    MaterialsTakenOver,
    fold,
    taken_over,
)
from desktop.domain.handling.changes import AcceptanceRevoked, ActReviewed, Finding
from desktop.domain.handling.duties import OWED, Due, Duty, duties
from desktop.domain.handling.oversight import Why, asked, reviewed
from desktop.domain.refusal import Refusal
from tests.domain.handling.courses import CALENDAR, DAY, Course
from tests.domain.told import fact

ONE = timedelta(days=1)
DEFECT = Defect(key="BL", name="照", fault=Fault.EXPIRED, demand="")
NOTICE = CorrectionNoticed(defects=(DEFECT,))


def owed(course: Course) -> list[Duty]:
    return [one.duty for one in duties(course.case)]


def test_what_is_owed_along_the_way() -> None:
    course = Course()
    assert owed(course) == [Duty.ANSWER]
    assert owed(course.tell(NOTICE, DAY)) == [], "the applicant's turn"
    back = tuple(replace(line, tick=Tick(check=Check.RECEIVED)) for line in course.case.lines)
    course.tell(CaseSupplemented(lines=back), DAY + ONE)
    assert [(one.duty, one.due) for one in duties(course.case)] == [(Duty.ACCEPT, DAY + ONE)]
    assert owed(course.accept(DAY + ONE)) == [Duty.DECIDE]
    course.suspend(DAY + ONE * 2)
    assert [(one.duty, one.paused) for one in duties(course.case)] == [
        (Duty.PROCEDURE, False), (Duty.DECIDE, True),
    ]  # fmt: skip
    course.resume(DAY + ONE * 3).review(DAY + ONE * 4).decide(DAY + ONE * 7)
    assert owed(course) == [Duty.DELIVER]


def test_a_promise_is_due_beside_the_law() -> None:
    course = Course().accept()
    promised = replace(course.case.statutory, value=5, due=date(2026, 3, 9))
    assert [one.duty for one in duties(replace(course.case, promised=promised))] == [
        Duty.PROMISE, Duty.DECIDE,
    ]  # fmt: skip


def test_deferred_materials_are_due_until_they_are_in() -> None:
    case = Course().accept().case
    lines = [replace(case.lines[0], tick=Tick(check=Check.PENDING)), *case.lines[1:]]
    waiting = replace(
        case,
        lines=tuple(lines),
        deferred=(case.lines[0].key,),
        deferred_by={case.lines[0].key: DAY + ONE},
    )
    assert duties(waiting)[0].duty is Duty.DEFERRED
    assert Duty.DEFERRED not in [one.duty for one in duties(replace(waiting, lines=case.lines))]
    assert duties(replace(waiting, stage=Stage.TERMINATED)) == ()


def test_after_a_revocation_the_answer_is_owed_at_once() -> None:
    course = Course().accept().review()
    course.tell(AcceptanceRevoked(reason="错", revoked_on=DAY + ONE), DAY + ONE)
    assert duties(course.case) == (Due(Duty.ANSWER, DAY + ONE, DAY + ONE),)
    course.accept(DAY + ONE)
    assert Duty.ANSWER not in owed(course)


def test_every_duty_towards_the_applicant_names_the_paper_that_ends_it() -> None:
    inward = {Duty.PROCEDURE, Duty.TECHNICAL, Duty.DEFERRED, Duty.NORMAL}
    assert set(OWED) == set(Duty) - inward
    assert PaperKind.CORRECTION in OWED[Duty.ANSWER]


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        ("2026-03-02", Alert.GREEN),
        ("2026-03-04", Alert.GREEN),  # day 2
        ("2026-03-05", Alert.AMBER),  # day 3: the alarm begins
        ("2026-03-06", Alert.RED),
        ("2026-03-09", Alert.RED),  # the last day
        ("2026-03-10", Alert.OVERDUE),
    ],
)
def test_the_five_days_to_notify_give_alarm_from_the_third(today: str, wanted: Alert) -> None:
    """行政许可法 32(4): received on 2 March, silence is acceptance after 9 March."""
    due = Course().case.deemed.due
    assert due is not None
    assert alert(CALENDAR, DAY, due, date.fromisoformat(today)) is wanted


@pytest.mark.parametrize(
    ("left", "wanted"),
    [(20, Alert.GREEN), (7, Alert.GREEN), (6, Alert.AMBER), (3, Alert.AMBER), (2, Alert.RED)],
)
def test_of_a_long_term_the_share_used_up_counts(left: int, wanted: Alert) -> None:
    due = date(2026, 3, 30)
    days = (due - ONE * n for n in range(40))
    today = next(day for day in days if days_left(CALENDAR, day, due) == left)
    assert alert(CALENDAR, DAY, due, today) is wanted


def test_a_stopped_clock_gives_no_alarm_and_a_past_day_is_negative() -> None:
    assert alert(CALENDAR, DAY, DAY + ONE, DAY + ONE * 9, paused=True) is Alert.PAUSED
    assert days_left(CALENDAR, date(2026, 3, 9), date(2026, 3, 6)) == -1
    assert alert(CALENDAR, DAY, DAY, DAY) is Alert.RED, "due on the day itself"


def test_a_notice_that_adds_or_comes_late_is_looked_at_once() -> None:
    course = Course().tell(NOTICE, DAY).tell(replace(NOTICE, added=("BL",), second=True), DAY)
    course.tell(replace(NOTICE, late=True), DAY)
    found = asked(course.facts)
    assert [one.why for one in found] == [Why.ADDED, Why.LATE]
    told = ActReviewed(entry=found[0].entry, finding=Finding.PROPER, note="材料换了")
    assert reviewed(course.facts, told, "0700") == told
    course.tell(told, DAY)
    assert [one.review is None for one in asked(course.facts)] == [False, True]
    for code, wrong, who in [
        ("nothing_to_review", told, "0700"),
        ("own_act", replace(told, entry=found[1].entry), "0712"),
        ("reason_missing", replace(told, entry=found[1].entry, note=" "), "0700"),
    ]:
        with pytest.raises(Refusal, match=code):
            reviewed(course.facts, wrong, who)


def test_a_batch_is_counted_once_by_somebody_else() -> None:
    given = MaterialsHandedOver(
        to="审批处", lines=(BatchLine(case="N", item_name="某事项", materials=("照",)),)
    )
    batch = fold("B1", [fact(given)])
    assert batch is not None
    assert (batch.cases, batch.clerk) == (("N",), "0712")
    told = MaterialsTakenOver(by="0720", missing=("N",))
    assert taken_over(batch, told) == told
    counted = fold("B1", [fact(given), fact(told), fact(replace(told, by="0799"))])
    assert counted == Batch("B1", given, "0712", told), "the first count stands"
    for code, wrong, of in [
        ("batch_taken", told, counted),
        ("batch_by_nobody", replace(told, by=" "), batch),
        ("batch_by_giver", replace(told, by="0712"), batch),
    ]:
        assert of is not None
        with pytest.raises(Refusal, match=code):
            taken_over(of, wrong)
