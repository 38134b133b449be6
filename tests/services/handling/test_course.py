"""A case from acceptance to closing, through the verbs, over a real store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import defect_of
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Procedure, Unit
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    ActReviewed,
    ContactSet,
    Finding,
    Reissued,
    ReissueGround,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.domain.handling.duties import Duty
from desktop.domain.handling.entries import (
    Clock,
    Conclusion,
    Decided,
    Delivered,
    DeliveryWay,
    Produced,
    Reviewed,
    TechnicalGiven,
)
from desktop.domain.handling.rows import DutyFilter
from desktop.domain.handling.steps import review_steps
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, papers
from desktop.services.cases.acts import Done
from desktop.services.handling import decision, delivery, duties, ledger, oversight, review, turns
from desktop.services.office import Office
from tests.courses import APPROVER, CHIEF, TECHNICAL
from tests.offices import CLERK, PERSON, SUPERVISOR, answered, whole
from tests.offices import Clock as Hands

DAY = date(2026, 11, 23)
FIVE = Limit(5, Unit.WORKING_DAY)
REVIEW = Reviewed(
    step="审查（现场核查）", organ="某局", conclusion=Conclusion.PASSED, reviewed_on=DAY,
    persons=("周核",), substantive=True, opinion="场所与图纸一致",
)  # fmt: skip
GRANT = Decided(granted=True, decided_on=DAY, handler="钱审（0720）", signer="")
RESULT = Produced(name="食品经营许可证", number="JY1", issued_on=DAY, valid_from=DAY)


def accepted(office: Office, item: str = "SP01") -> str:
    return acts.finish(office, CLERK, whole(office, item)).case.number


def reviewed(office: Office) -> str:
    number = accepted(office)
    review.review(office, APPROVER, number, REVIEW)
    return number


def kinds(office: Office, number: str) -> list[PaperKind]:
    return [row.kind for row in office.store.views.papers(number)]


def stage(office: Office, number: str) -> Stage:
    return acts.load(office, number).stage


def deliver(office: Office, number: str, on: date = DAY) -> Done:
    told = Delivered(
        way=DeliveryWay.COUNTER, delivered_on=on, papers=("食品经营许可证",), receiver="李晓敏",
        checked="居民身份证 110***002X",
    )  # fmt: skip
    return delivery.deliver(office, CLERK, number, told)


def test_from_acceptance_to_closing(office: Office) -> None:
    number = reviewed(office)
    done = decision.decide(office, CHIEF, number, GRANT)
    decided = done.case.course.decided
    assert decided is not None
    assert (decided.handler, decided.signer) == ("钱审（0720）", "孙批（0730）"), (
        "two sign, no more"
    )
    assert decided.delivery.due == date(2026, 11, 30), "the pack's five days"
    delivery.produce(office, CLERK, number, RESULT)
    done = deliver(office, number)
    assert (done.case.stage, done.case.closed_at) == (Stage.CLOSED, office.now())
    assert {PaperKind.GRANT, PaperKind.DELIVERY} <= set(kinds(office, number))
    assert not office.store.views.duties(DutyFilter())
    assert office.store.keeping.verify().ok


def test_the_result_enters_the_register_and_a_renewal_ends_the_one_before(
    office: Office, clock: Hands
) -> None:
    number = reviewed(office)
    decision.decide(office, CHIEF, number, GRANT)
    validity = replace(RESULT, valid_until=date(2031, 11, 22))
    delivery.produce(office, CLERK, number, validity)
    held = office.store.views.licence("SP01:JY1")
    assert held is not None
    assert (held.case, held.valid_until, held.in_force) == (number, date(2031, 11, 22), True)
    clock.on(days=365 * 4 + 300)
    renewal = accepted(office, "SP03")
    for step in review_steps(office.item("SP03")):
        told = replace(REVIEW, step=step.name, reviewed_on=office.today())
        review.review(office, APPROVER, renewal, told)
    decision.decide(office, CHIEF, renewal, replace(GRANT, decided_on=office.today()))
    again = replace(RESULT, number="JY2", issued_on=office.today())
    delivery.produce(office, CLERK, renewal, again)
    before, now = (office.store.views.licence(id) for id in ("SP01:JY1", "SP03:JY2"))
    assert before is not None
    assert now is not None
    assert (before.in_force, now.in_force) == (False, True)


def test_a_denial_is_delivered_without_a_result(office: Office) -> None:
    number = reviewed(office)
    denial = replace(GRANT, granted=False, reasons="场所不符", article="某办法 第五条")
    done = decision.decide(office, CHIEF, number, denial)
    assert done.papers == (f"{number}-BX1",)
    assert done.case.course.delivery.due is None, "the law's ten days are for a grant (44)"
    assert deliver(office, number).case.stage is Stage.CLOSED


def test_a_procedure_stops_the_clock_and_is_told_in_writing(office: Office, clock: Hands) -> None:
    number = accepted(office)
    done = review.start_procedure(
        office, APPROVER, number, Procedure.EXPERT_REVIEW, FIVE, "专家评审"
    )
    assert (done.case.stage, done.papers) == (Stage.SUSPENDED, (f"{number}-TB1",))
    assert [row.paused for row in office.store.views.duties(DutyFilter())] == [False, True]
    with pytest.raises(Refusal, match="no_such_move"):
        decision.decide(office, CHIEF, number, GRANT)
    clock.on(days=2)
    case = review.end_procedure(office, APPROVER, number, "通过").case
    assert case.statutory.due == date(2026, 12, 9), "two days further: the first was day 0"
    told = papers.facts(office, f"{number}-TB1")
    assert told.course is not None
    assert told.course.suspensions[0].started.reason == "专家评审"


def test_what_is_entered_late_counts_from_the_day_it_happened(office: Office, clock: Hands) -> None:
    number = accepted(office)
    clock.on(days=3)
    case = review.start_procedure(
        office, APPROVER, number, Procedure.TEST, FIVE, "检测", on=date(2026, 11, 24)
    ).case
    assert case.course.suspensions[0].started.starts_on == date(2026, 11, 24)
    fact = office.store.journal.facts(f"case:{number}")[-1]
    assert (fact.happened_at.date(), fact.late) == (date(2026, 11, 24), True)
    with pytest.raises(Refusal, match="in_the_future"):
        review.end_procedure(office, APPROVER, number, "过", on=date(2026, 12, 30))


def test_technical_review_has_its_own_people(office: Office) -> None:
    number = reviewed(office)
    review.commission(office, APPROVER, number, "技术处", "布局图", FIVE)
    with pytest.raises(Refusal, match="technical_open"):
        decision.decide(office, CHIEF, number, GRANT)
    told = TechnicalGiven(number=1, conclusion=Conclusion.PASSED, given_on=DAY, opinion="符合规范")
    with pytest.raises(Refusal, match="not_allowed"):
        review.give_opinion(office, APPROVER, number, told)
    case = review.give_opinion(office, TECHNICAL, number, told).case
    assert case.course.technical[0].by == TECHNICAL.code
    decision.decide(office, CHIEF, number, GRANT)


RIGHTS: list[tuple[Clerk, Callable[[Office, str], object]]] = [
    (CLERK, lambda o, n: review.review(o, CLERK, n, REVIEW)),
    (SUPERVISOR, lambda o, n: review.review(o, SUPERVISOR, n, REVIEW)),
    (APPROVER, lambda o, n: decision.decide(o, APPROVER, n, GRANT)),
    (SUPERVISOR, lambda o, n: decision.decide(o, SUPERVISOR, n, GRANT)),
    (APPROVER, lambda o, n: review.extend(o, APPROVER, n, 5, "复杂", "局长")),
    (CLERK, lambda o, n: turns.revoke(o, CLERK, n, AcceptanceRevoked(reason="错", revoked_on=DAY))),
    (TECHNICAL, lambda o, n: turns.set_contact(o, TECHNICAL, n, ContactSet(name="王", phone=""))),
    (CLERK, lambda o, n: oversight.look_at(
        o, CLERK, n, ActReviewed(entry="", finding=Finding.PROPER, note="好"))),
]  # fmt: skip


@pytest.mark.parametrize(("who", "verb"), RIGHTS)
def test_nobody_does_what_is_anothers(
    office: Office, who: Clerk, verb: Callable[[Office, str], object]
) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        verb(office, accepted(office))


def test_an_extension_is_told_with_its_reasons(office: Office) -> None:
    number = accepted(office)
    before = acts.load(office, number).statutory.due
    done = review.extend(office, CHIEF, number, 5, "情况复杂", "某局局长")
    assert before == date(2026, 12, 7)
    assert (done.case.statutory.due, done.papers) == (date(2026, 12, 14), (f"{number}-YQ1",))


def test_what_is_late_is_explained_with_the_decision(office: Office, clock: Hands) -> None:
    number = reviewed(office)
    clock.on(days=20)
    late = replace(GRANT, decided_on=office.today())
    with pytest.raises(Refusal, match="overdue_reason_missing"):
        decision.decide(office, CHIEF, number, late)
    done = decision.decide(office, CHIEF, number, late, "现场核查人手不足")
    assert [paper.rpartition("-")[2] for paper in done.papers] == ["YS1", "ZY1"]
    assert done.case.course.explained[0].clock is Clock.DECISION


def test_what_is_late_can_be_explained_before_and_what_is_not_cannot(
    office: Office, clock: Hands
) -> None:
    number = reviewed(office)
    with pytest.raises(Refusal, match="nothing_overdue"):
        decision.explain(office, CLERK, number, "人手不足")
    clock.on(days=20)
    done = decision.explain(office, CLERK, number, "人手不足", date(2026, 12, 20))
    assert done.papers == (f"{number}-YS1",)
    decision.decide(office, CHIEF, number, replace(GRANT, decided_on=office.today()))


def test_silence_is_confirmed_as_acceptance_from_the_day_of_receipt(
    office: Office, clock: Hands
) -> None:
    """行政许可法 32(4): the sixth working day comes, and nobody was told anything."""
    number = acts.receive(office, CLERK, answered(office)).case.number
    clock.on(days=8)
    done = acts.conclude(office, CLERK, number)
    assert (done.case.accepted_on, done.case.silent) == (DAY, True)
    assert done.case.statutory.due == date(2026, 12, 7), "counted from the receipt"
    assert papers.facts(office, done.papers[0]).silent


def test_a_mistaken_acceptance_is_revoked_and_accepted_again(office: Office, clock: Hands) -> None:
    number = accepted(office)
    clock.on(days=1)
    told = AcceptanceRevoked(reason="材料其实不齐", revoked_on=office.today())
    done = turns.revoke(office, CHIEF, number, told)
    assert (done.case.stage, done.papers) == (Stage.RECEIVED, (f"{number}-CX1",))
    again = acts.conclude(office, CLERK, number).case
    assert (again.stage, again.accepted_on) == (Stage.ACCEPTED, office.today())
    assert again.received_at.date() == DAY


def test_a_matter_under_the_wrong_item_keeps_materials_receipt_and_barcode(
    office: Office, clock: Hands
) -> None:
    number = accepted(office)
    clock.on(days=1)
    told = Transferred(reason="应办变更", transferred_on=office.today(), to_item="SP02")
    done = turns.transfer(office, CHIEF, number, told)
    new = done.case
    assert (new.item, new.stage, new.origin) == ("SP02", Stage.RECEIVED, number)
    assert (new.received_at.date(), new.late) == (DAY, False)
    assert new.deemed.due == date(2026, 11, 30), "silence is counted from the first receipt"
    kept = {line.key for line in new.lines if line.tick.settled}
    assert "BL" in kept, "the same document stays received"
    assert stage(office, number) is Stage.TRANSFERRED
    assert turns.successor(office, number) == new.number
    assert turns.successor(office, new.number) == new.number
    assert [paper.rpartition("-")[2] for paper in done.papers] == ["ZB1", "SJ1"]


def test_a_matter_of_another_organ_is_sent_there(office: Office) -> None:
    number = accepted(office)
    told = Transferred(reason="不属本机关", transferred_on=DAY, organ="某区卫健委")
    done = turns.transfer(office, CHIEF, number, told)
    assert (done.case.number, done.case.stage) == (number, Stage.TRANSFERRED)
    assert turns.successor(office, number) == number


def test_termination_amendment_contact(office: Office) -> None:
    number = accepted(office)
    case = turns.amend(office, CLERK, number, "录错", replace(PERSON, name="李小敏")).case
    assert case.applicant.name == "李小敏"
    turns.set_contact(office, CLERK, number, ContactSet(name="周一", phone="010-1"))
    assert papers.facts(office, f"{number}-GZ1").contact == "王小满（0712）　010-55550000"
    with pytest.raises(Refusal, match="contact_missing"):
        turns.set_contact(office, CLERK, number, ContactSet(name=" ", phone=""))
    ends = Terminated(ground=TerminationGround.APPLICANT_GONE, reason="企业注销", terminated_on=DAY)
    done = turns.terminate(office, APPROVER, number, ends)
    assert done.case.stage is Stage.TERMINATED
    assert papers.facts(office, f"{number}-ZZ1").contact == "周一　010-1"


def test_a_lost_result_is_made_again(office: Office) -> None:
    number = reviewed(office)
    decision.decide(office, CHIEF, number, GRANT)
    delivery.produce(office, CLERK, number, RESULT)
    deliver(office, number)
    lost = Reissued(ground=ReissueGround.LOST, reason="声明遗失", reissued_on=DAY)
    assert delivery.reissue(office, CLERK, number, lost).case.stage is Stage.DECIDED
    delivery.produce(office, CLERK, number, replace(RESULT, number="JY1-补"))
    assert deliver(office, number).case.stage is Stage.CLOSED


def test_the_worklist_is_ordered_by_what_is_due_first(office: Office, clock: Hands) -> None:
    later = accepted(office, "CB01")
    sooner = accepted(office)
    waiting = acts.receive(office, CLERK, answered(office)).case.number
    found = duties.watched(office, DutyFilter(), 0, 500)
    assert [(one.row.case, one.row.duty) for one in found] == [
        (waiting, Duty.ANSWER), (sooner, Duty.DECIDE), (later, Duty.DECIDE),
    ]  # fmt: skip
    assert found[0].left == 5
    clock.on(days=11)
    told = duties.reminder(office, CLERK)
    assert (told.overdue, told.today, told.soon, told.oversight) == (1, 0, 1, 0)
    text = DutyFilter(text="出版")
    assert [one.row.case for one in duties.watched(office, text, 0, 500)] == [later]


def test_nothing_to_remind_of_is_said_as_nothing(office: Office) -> None:
    assert duties.reminder(office, CLERK).empty


def test_a_second_notice_prints_at_once_and_is_looked_at_afterwards(office: Office) -> None:
    """行政许可法 72(4): no gate, for a gate makes clerks tell it by mouth."""
    number = acts.receive(office, CLERK, answered(office)).case.number
    lines = acts.load(office, number).lines
    acts.notify(office, CLERK, number, [defect_of(lines[0])])
    done = acts.notify(office, CLERK, number, [defect_of(one) for one in lines[:2]])
    assert done.papers == (f"{number}-BZ2",)
    assert done.case.notices[1].added == (lines[1].key,)
    (row,) = office.store.views.oversight()
    assert duties.reminder(office, SUPERVISOR).oversight == 1
    told = ActReviewed(entry=row.entry, finding=Finding.IMPROPER, note="首次应一并告知")
    oversight.look_at(office, SUPERVISOR, number, told)
    assert not office.store.views.oversight()
    (seen,) = office.store.views.oversight(done=True)
    assert (seen.finding, seen.note) == (Finding.IMPROPER, "首次应一并告知")


def test_the_ledger_is_a_paper_as_well(office: Office, clock: Hands) -> None:
    number = accepted(office)
    clock.on(days=3)
    assert [one.clock for one in ledger.ledger(office, number)] == [Clock.NOTICE, Clock.DECISION]
    paper = ledger.print_ledger(office, CLERK, number)
    told = papers.facts(office, paper)
    assert (paper, len(told.sections)) == (f"{number}-QX1", 2)
    assert told.sections == ledger.ledger(office, number), "as it was journalled"


def a_case(office: Office, number: str) -> Case:
    return acts.load(office, number)


def test_everything_is_found_again_after_a_rebuild(office: Office, clock: Hands) -> None:
    number = reviewed(office)
    decision.decide(office, CHIEF, number, GRANT)
    before: list[Any] = [a_case(office, number), office.store.views.ready()]
    office.store.keeping.rebuild()
    assert [a_case(office, number), office.store.views.ready()] == before
