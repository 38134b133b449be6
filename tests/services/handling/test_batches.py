"""材料交接单: what lies at the window goes to the back office in one batch and is counted there."""

from __future__ import annotations

import pytest

from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.tick import Check, Kept, Tick
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.handling.batches import Batch
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.handling import batches
from desktop.services.office import Office
from tests.courses import APPROVER, TECHNICAL, accepted
from tests.offices import CLERK, whole

TO = "审批一处"


def numbers(cases: list[Case]) -> list[str]:
    return [case.number for case in cases]


def give(office: Office, *cases: Case, to: str = TO, note: str = "") -> Batch:
    return batches.hand_over(office, CLERK, [case.number for case in cases], to, note)


def test_what_lies_at_the_window_waits_until_it_is_given(office: Office) -> None:
    first, second = accepted(office), accepted(office)
    assert numbers(batches.waiting(office)) == [first.number, second.number]
    give(office, first)
    assert numbers(batches.waiting(office)) == [second.number]


def test_what_was_only_looked_at_is_not_there(office: Office) -> None:
    draft = whole(office)
    seen = {key: Tick(check=Check.RECEIVED, kept=Kept.SEEN) for key in draft.ticks}
    accepted(office, ticks=seen)
    assert batches.waiting(office) == []


def test_a_batch_says_what_is_in_it_on_a_paper_in_two_copies(office: Office) -> None:
    first, second = accepted(office), accepted(office)
    batch = give(office, first, second, note=" 一袋 ")
    assert batch.number == "KFQ-20261123-A07-B0001"
    assert batch.cases == (first.number, second.number)
    assert batch.given.to == TO
    assert batch.given.note == "一袋"
    line = batch.given.lines[0]
    assert len(line.materials) == len(first.lines)
    assert line.copies >= len(line.materials)
    facts = office.store.views.paper(batch.number)
    assert facts is not None
    assert (facts.kind, facts.copies, facts.batch) == (PaperKind.MATERIALS, 2, batch.given)
    assert give(office, accepted(office)).number.endswith("-B0002")


def test_a_case_named_twice_lies_in_it_once(office: Office) -> None:
    case = accepted(office)
    assert give(office, case, case).cases == (case.number,)


def test_no_case_nobody_and_a_case_elsewhere_are_refused(office: Office) -> None:
    case = accepted(office)
    with pytest.raises(Refusal, match="nothing_to_hand_in"):
        give(office)
    with pytest.raises(Refusal, match="batch_to_nobody"):
        give(office, case, to=" ")
    give(office, case)
    with pytest.raises(Refusal, match="already_handed_in"):
        give(office, case)
    with pytest.raises(Refusal, match="unknown_case"):
        batches.hand_over(office, CLERK, ["KFQ-20261123-A07-0099"], TO)
    received = acts.receive(office, CLERK, whole(office)).case
    with pytest.raises(Refusal, match="already_handed_in"):
        give(office, received)


def test_a_refused_batch_leaves_nothing_and_takes_no_number(office: Office) -> None:
    case = accepted(office)
    with pytest.raises(Refusal):
        batches.hand_over(office, CLERK, [case.number, "KFQ-20261123-A07-0099"], TO)
    assert office.store.views.batches() == []
    assert give(office, case).number.endswith("-B0001")


def test_the_back_office_counts_it(office: Office) -> None:
    batch = give(office, accepted(office), accepted(office))
    (row,) = office.store.views.batches()
    assert (row.to, row.clerk, row.lines, row.taken_at) == (TO, CLERK.code, 2, None)
    taken = batches.take_over(office, APPROVER, batch.number, []).taken
    assert taken is not None
    assert taken.by == APPROVER.code
    (row,) = office.store.views.batches()
    assert (row.by, row.missing, row.differences) == (APPROVER.code, 0, "")
    assert row.taken_at == office.now()


def test_what_was_missing_waits_at_the_window_again(office: Office) -> None:
    first, second = accepted(office), accepted(office)
    batch = give(office, first, second)
    batches.take_over(office, TECHNICAL, batch.number, [second.number], "少一袋")
    assert numbers(batches.waiting(office)) == [second.number]
    (row,) = office.store.views.batches()
    assert (row.missing, row.differences) == (1, "少一袋")
    assert give(office, second).cases == (second.number,)


def test_who_gave_it_does_not_count_it_and_it_is_counted_once(office: Office) -> None:
    batch = give(office, accepted(office))
    with pytest.raises(Refusal, match="batch_by_giver"):
        batches.take_over(office, CLERK, batch.number, [])
    nobody = Clerk(code=" ", name="无", role=Role.APPROVER)
    with pytest.raises(Refusal, match="batch_by_nobody"):
        batches.take_over(office, nobody, batch.number, [])
    batches.take_over(office, APPROVER, batch.number, [])
    with pytest.raises(Refusal, match="batch_taken"):
        batches.take_over(office, TECHNICAL, batch.number, [])


def test_an_unknown_batch_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="unknown_batch"):
        batches.take_over(office, APPROVER, "KFQ-20261123-A07-B0009", [])


def test_giving_away_is_the_counters(office: Office) -> None:
    case = accepted(office)
    with pytest.raises(Refusal, match="not_allowed"):
        batches.hand_over(office, TECHNICAL, [case.number], TO)
    gone = Clerk(code="0799", name="离职", role=Role.CLERK, active=False)
    with pytest.raises(Refusal, match="not_allowed"):
        batches.take_over(office, gone, give(office, case).number, [])
