"""The rule of troubles, stage by stage and day by day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentRow
from desktop.domain.courier.steps import ENDED, ShipmentStage, SignedBy
from desktop.domain.courier.troubles.days import Days
from desktop.domain.courier.troubles.followups import Asked, Followups
from desktop.domain.courier.troubles.found import Found, ResultDue, Seen, found
from desktop.domain.courier.troubles.kinds import ORDER, Owner, Remedy, Trouble
from desktop.domain.days import BEIJING
from desktop.services.courier.troubles.terms import load_terms
from resources import ROOT
from tests.domain.guidance import shipped

TERMS = load_terms(ROOT / "courier/troubles.json")
DAYS = Days(shipped.work_calendar())
MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=BEIJING)
_S = ShipmentStage


def seen(stage: ShipmentStage, **more: Any) -> Seen:
    row = ShipmentRow(
        number="K1", direction=Direction.OUTBOUND, carrier="ems", waybill="", stage=stage,
        party="", cases=(), lines=0, created_at=MONDAY, moved_at=MONDAY, handed_over="",
        last_at=MONDAY,
    )  # fmt: skip
    of_row = {name: more.pop(name) for name in list(more) if hasattr(row, name)}
    started = None if stage is _S.WAITING else MONDAY
    return Seen(row=replace(row, **of_row), **{"picked_at": started, **more})


def after(what: Seen, days: int) -> tuple[Found, ...]:
    return found(what, TERMS, DAYS, MONDAY.date() + timedelta(days=days))


def kinds(what: Seen, days: int) -> list[Trouble]:
    return [one.trouble for one in after(what, days)]


@pytest.mark.parametrize(
    ("what", "days", "wanted"),
    [
        (seen(_S.WAITING), 0, []),
        (seen(_S.WAITING), 1, [Trouble.NOT_PICKED_UP]),
        (seen(_S.IN_TRANSIT), 2, []),
        (seen(_S.IN_TRANSIT), 3, [Trouble.STILL]),
        (seen(_S.IN_TRANSIT, near=True), 2, [Trouble.STILL]),
        (seen(_S.IN_TRANSIT), 9, [Trouble.STILL]),
        (seen(_S.IN_TRANSIT), 10, [Trouble.TOTAL_DELAY]),
        (seen(_S.IN_TRANSIT, near=True), 4, [Trouble.TOTAL_DELAY]),
        (seen(_S.TROUBLE), 0, [Trouble.PROBLEM]),
        (seen(_S.REJECTED), 0, [Trouble.REJECTED]),
        (seen(_S.RETURNING), 4, []),
        (seen(_S.RETURNING), 5, [Trouble.RETURNING]),
        (seen(_S.RETURNED), 0, [Trouble.RETURNED]),
        (seen(_S.LOST), 0, [Trouble.LOST]),
        (seen(_S.LOST, originals_away=True), 9, [Trouble.LOST]),
        (seen(_S.SIGNED, signed_by=SignedBy.SELF), 300, []),
        (seen(_S.SIGNED, signed_by=SignedBy.OTHER), 0, [Trouble.BY_OTHER]),
        (seen(_S.SIGNED, signed_by=SignedBy.LOCKER), 0, [Trouble.LOCKER]),
        (seen(_S.CANCELLED), 300, []),
        (seen(_S.PICKED_UP, aborted=True), 1, [Trouble.ABORTED]),
        (seen(_S.PICKED_UP, aborted=True), 3, [Trouble.STILL]),
        (seen(_S.PICKED_UP, unknown_at=MONDAY), 1, [Trouble.UNKNOWN_CODE]),
        (seen(_S.PICKED_UP, unknown_at=MONDAY - timedelta(1)), 1, []),
    ],
)  # fmt: skip
def test_what_is_a_trouble_and_from_which_day(what: Seen, days: int, wanted: list[Trouble]) -> None:
    assert kinds(what, days) == wanted


def test_originals_that_stay_away_are_told_beside_the_rest() -> None:
    assert kinds(seen(_S.IN_TRANSIT, originals_away=True), 5) == [
        Trouble.STILL, Trouble.ORIGINALS_AWAY,
    ]  # fmt: skip


def test_due_is_counted_in_working_days_from_when_it_became_one() -> None:
    (one,) = after(seen(_S.IN_TRANSIT), 3)
    assert (one.since, one.due) == (date(2026, 11, 2), date(2026, 11, 6))
    friday = MONDAY + timedelta(days=4)
    (one,) = after(seen(_S.REJECTED, moved_at=friday), 5)
    assert one.due == date(2026, 11, 9)
    assert (one.owner, one.step) == (Owner.WINDOW, Remedy.ASK)


RESULT = ResultDue(case="C1", item="SP01", start=date(2026, 11, 2), due=date(2026, 11, 16))


@pytest.mark.parametrize(
    ("what", "days", "step"),
    [
        (seen(_S.PICKED_UP, results=(RESULT,), last_at=MONDAY + timedelta(days=9)), 9, Remedy.CALL),
        (seen(_S.SIGNED, signed_by=SignedBy.SELF, results=(RESULT,)), 12, Remedy.DELIVER),
    ],
)
def test_a_result_is_owed_within_the_ten_days_of_its_case(
    what: Seen, days: int, step: Remedy
) -> None:
    told = next(one for one in after(what, days) if one.trouble is Trouble.RESULT_LATE)
    assert (told.due, told.step, told.result) == (date(2026, 11, 16), step, "C1")
    assert "四十四" in told.article
    assert not told.sample
    assert Trouble.RESULT_LATE not in kinds(what, 8)
    inbound = replace(what, row=replace(what.row, direction=Direction.INBOUND))
    assert Trouble.RESULT_LATE not in kinds(inbound, days)


def asked(remedy: Remedy, trouble: Trouble, due: date, answered: date | None = None) -> Asked:
    return Asked(
        remedy=remedy, trouble=trouble, at=MONDAY + timedelta(days=4), on=date(2026, 11, 6),
        due=due, answered=answered,
    )  # fmt: skip


def test_after_a_call_comes_the_complaint_then_the_claim() -> None:
    at = MONDAY + timedelta(days=4)
    still = seen(_S.IN_TRANSIT)
    steps = [after(still, 5)[0].step]
    for done in (Remedy.CALL, Remedy.COMPLAIN, Remedy.CLAIM):
        known = {**still.followups.done, (Trouble.STILL, done): at}
        still = replace(still, followups=Followups(done=known))
        steps.append(after(still, 5)[0].step)
    assert steps == [Remedy.CALL, Remedy.COMPLAIN, Remedy.CLAIM, Remedy.SETTLE]
    moved = replace(still, row=replace(still.row, last_at=at + timedelta(days=1)))
    assert after(moved, 9)[0].step is Remedy.CALL


def test_who_was_asked_has_to_answer_until_its_day_and_then_it_is_appealed() -> None:
    letter = asked(Remedy.COMPLAIN, Trouble.STILL, date(2026, 11, 13))
    still = seen(_S.IN_TRANSIT, followups=Followups(asked=(letter,)))
    (one,) = [told for told in after(still, 5) if told.trouble is Trouble.STILL]
    assert (one.waiting, one.owner, one.due, one.calls) == (
        True, Owner.CARRIER, date(2026, 11, 13), False,
    )  # fmt: skip
    late = after(still, 12)
    assert next(told.trouble for told in late if told.calls) is Trouble.TOTAL_DELAY
    unanswered = next(told for told in late if told.trouble is Trouble.NO_ANSWER)
    assert (unanswered.step, unanswered.since) == (Remedy.APPEAL, date(2026, 11, 13))
    answered = replace(letter, answered=date(2026, 11, 12))
    done = replace(still, followups=Followups(asked=(answered,)))
    assert Trouble.NO_ANSWER not in kinds(done, 12)


def test_an_appeal_that_nobody_answers_is_ended_by_a_person() -> None:
    letter = asked(Remedy.APPEAL, Trouble.LOST, date(2026, 11, 13))
    lost = seen(_S.LOST, followups=Followups(asked=(letter,)))
    told = next(one for one in after(lost, 30) if one.trouble is Trouble.NO_ANSWER)
    assert told.step is Remedy.SETTLE


def test_put_off_is_quiet_until_its_day_and_due_then() -> None:
    until = date(2026, 11, 9)
    still = seen(_S.IN_TRANSIT, followups=Followups(until={Trouble.STILL: until}))
    assert [one.quiet_until for one in after(still, 6)] == [until]
    (back,) = after(still, 7)
    assert (back.calls, back.due) == (True, until)


def test_settled_is_over_until_it_begins_anew() -> None:
    over = Followups(settled={Trouble.RETURNED: MONDAY + timedelta(hours=1)})
    assert after(seen(_S.RETURNED, followups=over), 5) == ()
    later = MONDAY + timedelta(days=2)
    again = seen(_S.RETURNED, followups=over, moved_at=later)
    assert [one.trouble for one in after(again, 5)] == [Trouble.RETURNED]


def test_a_claim_ends_a_year_after_the_posting() -> None:
    lost = seen(_S.LOST)
    (one,) = after(lost, 30)
    assert (one.step, one.claim_by) == (Remedy.CLAIM, date(2027, 11, 2))
    (late,) = found(lost, TERMS, DAYS, date(2027, 11, 3))
    assert late.step is not Remedy.CLAIM


MOMENTS = st.integers(-20, 20).map(lambda n: MONDAY + timedelta(days=n))


@given(
    st.sampled_from(ShipmentStage), st.sampled_from([None, *SignedBy]), st.booleans(),
    st.booleans(), MOMENTS, MOMENTS, st.none() | MOMENTS, st.integers(0, 60),
)  # fmt: skip
def test_whatever_was_told_each_trouble_stands_once_and_in_order(
    stage: ShipmentStage, by: SignedBy | None, aborted: bool, near: bool, moved: datetime,
    last: datetime, unknown: datetime | None, days: int,
) -> None:  # fmt: skip
    what = seen(
        stage, signed_by=by, aborted=aborted, near=near, moved_at=moved, last_at=last,
        unknown_at=unknown,
    )  # fmt: skip
    told = after(what, days)
    assert len({one.trouble for one in told}) == len(told)
    assert list(told) == sorted(told, key=lambda one: (one.due, ORDER[one.trouble]))
    if stage in ENDED and by is SignedBy.SELF and stage is _S.SIGNED and unknown is None:
        assert not told
