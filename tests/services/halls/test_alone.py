"""Where a hall has one person only: what asks for two goes on with a reason and is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.handling.changes import ActReviewed, Finding
from desktop.domain.handling.entries import Conclusion, Reviewed
from desktop.domain.handling.oversight import Why
from desktop.domain.handling.steps import review_steps
from desktop.domain.refusal import Refusal
from desktop.services.halls import alone
from desktop.services.handling import review
from desktop.services.handling.oversight import look_at
from desktop.services.office import Office
from tests.courses import APPROVER
from tests.handled import Handled
from tests.offices import SUPERVISOR, Clock


def test_a_review_by_one_goes_on_with_a_reason_and_is_looked_at(
    office: Office, clock: Clock
) -> None:
    case = Handled(office, clock).accepted()
    step = review_steps(office.item(case.item))[0]
    told = Reviewed(
        step=step.name, organ=office.station.organ, conclusion=Conclusion.PASSED,
        reviewed_on=office.today(), persons=(), substantive=True, opinion="符合规定",
        alone="本厅今天只有一人",
    )  # fmt: skip
    with pytest.raises(Refusal, match="two_checkers"):
        review.review(office, APPROVER, case.number, told)
    alone.set_rule(office, SUPERVISOR, (office.station.hall,))
    with pytest.raises(Refusal, match="two_checkers_or_reason"):
        review.review(office, APPROVER, case.number, replace(told, alone=" "))
    review.review(office, APPROVER, case.number, told)
    (row,) = office.store.views.oversight()
    assert (row.why, row.case) == (Why.ALONE, case.number)
    found = ActReviewed(entry=row.entry, finding=Finding.PROPER, note="材料清楚")
    look_at(office, SUPERVISOR, case.number, found)
    assert office.store.views.oversight() == []


def test_two_are_two_and_leave_no_word_of_being_alone(office: Office, clock: Clock) -> None:
    alone.set_rule(office, SUPERVISOR, (office.station.hall,))
    Handled(office, clock).examined()
    assert office.store.views.oversight() == []


def test_only_a_supervisor_sets_it(office: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        alone.set_rule(office, APPROVER, ("KFQ",))
    assert not alone.allowed(office)
