"""From 受理 to 决定: what each rule refuses, and on which article."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.moves import MOVES, Move, Stage
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import ItemType, Procedure, Unit
from desktop.domain.handling import acts, endings
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    Reissued,
    ReissueGround,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.domain.handling.course import Course as Held
from desktop.domain.handling.entries import (
    Conclusion,
    Decided,
    Delivered,
    DeliveryWay,
    Extended,
    ProcedureStarted,
    Produced,
    Relation,
    Reviewed,
    TechnicalGiven,
    TechnicalRequested,
)
from desktop.domain.handling.steps import ReviewStep, next_move, open_steps, review_steps
from desktop.domain.identity.party import Agent, Power
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue
from tests.domain.handling.courses import CALENDAR, DAY, SP01, Course

ONE = timedelta(days=1)
STEPS = (ReviewStep("审查", False),)
MOST = Limit(10, Unit.WORKING_DAY)
REVIEWED = Reviewed(
    step="审查", organ="某局", conclusion=Conclusion.PASSED, reviewed_on=DAY, persons=("王",),
    opinion="符合",
)  # fmt: skip
EXTENDED = Extended(
    by=Term(value=5, unit="工作日"), reason="复杂", approver="局长", extended_on=DAY
)
DECIDED = Decided(granted=True, decided_on=DAY, handler="王", signer="首席")
PRODUCED = Produced(name="证", number="1", issued_on=DAY, valid_from=DAY)
DELIVERED = Delivered(
    way=DeliveryWay.COUNTER, delivered_on=DAY, papers=("证",), receiver="李晓敏", checked="身份证"
)
GIVEN = TechnicalGiven(number=1, conclusion=Conclusion.PASSED, given_on=DAY, opinion="可")
ASKED = TechnicalRequested(number=1, to="技术处", subject="图纸", asked_on=DAY)
STARTED = ProcedureStarted(
    procedure=Procedure.TEST,
    reason="检",
    starts_on=DAY,
    needed=Term(value=1, unit="工作日", due=DAY),
)
ENDS = Terminated(ground=TerminationGround.OTHER, reason="无从办理", terminated_on=DAY)


def start(case: Case, **more: Any) -> object:
    told = {"reason": "检", "basis": "", **more}
    return acts.procedure_started(
        case, Procedure.TEST, told.pop("needed", MOST), told.pop("on", DAY + ONE * 9),
        calendar=CALENDAR, **told,
    )  # fmt: skip


def ready(stage: Stage = Stage.REVIEWING) -> Case:
    """Everything that any of the moves asks for is there; only the stage decides."""
    case = Course().accept().case
    held: dict[str, Any] = {"decided": DECIDED, "produced": PRODUCED, "reviews": (REVIEWED,)}
    case = replace(case, course=replace(case.course, **held))
    if stage is Stage.SUSPENDED:
        suspended = Course().accept().tell(STARTED, DAY).case.course.suspensions
        case = replace(case, course=replace(case.course, suspensions=suspended))
    return replace(case, stage=stage)


ACTS: dict[Move, Callable[[Case], object]] = {
    Move.REVIEW: lambda c: acts.reviewed(c, REVIEWED, STEPS),
    Move.SUSPEND: start,
    Move.RESUME: lambda c: acts.procedure_ended(c, DAY, "过", CALENDAR),
    Move.COMMISSION: lambda c: acts.technical_requested(c, "处", "图", MOST, DAY, CALENDAR),
    Move.OPINE: lambda c: acts.technical_given(with_request(c), GIVEN),
    Move.EXTEND: lambda c: acts.extended(c, EXTENDED, MOST, CALENDAR),
    Move.DECIDE: lambda c: acts.decided(c, DECIDED, STEPS),
    Move.PRODUCE: lambda c: endings.produced(c, PRODUCED),
    Move.DELIVER: lambda c: endings.delivered(denied(c), DELIVERED),
    Move.TERMINATE: lambda c: endings.terminated(c, ENDS),
    Move.REVOKE: lambda c: endings.revoked(c, AcceptanceRevoked(reason="错", revoked_on=DAY)),
    Move.TRANSFER: lambda c: endings.transferred(
        c, Transferred(reason="错", transferred_on=DAY, organ="某局")
    ),
    Move.AMEND: lambda c: endings.amended(
        c, "录错", DAY, replace(c.applicant, name="李小敏"), None
    ),
    Move.REISSUE: lambda c: endings.reissued(
        c, Reissued(ground=ReissueGround.LOST, reason="遗失", reissued_on=DAY)
    ),
}


def with_request(case: Case) -> Case:
    asked = Course().accept().tell(ASKED, DAY).case.course.technical
    return replace(case, course=replace(case.course, technical=asked))


def denied(case: Case) -> Case:
    if case.stage is not Stage.DECIDED:
        return case
    return replace(case, course=replace(case.course, decided=replace(DECIDED, granted=False)))


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.DRAFT])
@pytest.mark.parametrize("move", ACTS, ids=str)
def test_an_act_is_refused_exactly_where_the_table_has_no_cell(stage: Stage, move: Move) -> None:
    if move in MOVES[stage]:
        ACTS[move](ready(stage))
        return
    with pytest.raises(Refusal, match="no_such_move"):
        ACTS[move](ready(stage))


CASES: list[tuple[str, str, Callable[[Case], object]]] = [
    ("needed_time_missing", "第四十五条", lambda c: start(c, needed=Limit(0, Unit.WORKING_DAY))),
    ("reason_missing", "", lambda c: start(c, reason=" ")),
    ("before_acceptance", "", lambda c: start(c, on=DAY - ONE)),
    ("opinion_missing", "", lambda c: acts.reviewed(c, replace(REVIEWED, opinion=""), STEPS)),
    ("unknown_step", "", lambda c: acts.reviewed(c, replace(REVIEWED, step="踏勘"), STEPS)),
    ("two_checkers", "第三十四条第三款",
     lambda c: acts.reviewed(c, replace(REVIEWED, substantive=True, persons=("王", " 王 ")), STEPS)),
    ("no_extension", "第四十二条", lambda c: acts.extended(c, EXTENDED, Limit(), CALENDAR)),
    ("extension_too_long", "第四十二条",
     lambda c: acts.extended(c, EXTENDED, Limit(4, Unit.WORKING_DAY), CALENDAR)),
    ("extension_unapproved", "第四十二条",
     lambda c: acts.extended(c, replace(EXTENDED, approver=""), MOST, CALENDAR)),
    ("extension_too_late", "第四十二条",
     lambda c: acts.extended(c, replace(EXTENDED, extended_on=date(2027, 1, 1)), MOST, CALENDAR)),
    ("steps_open", "第三十四条",
     lambda c: acts.decided(c, DECIDED, (*STEPS, ReviewStep("公示", False)))),
    ("technical_open", "", lambda c: acts.decided(with_request(c), DECIDED, STEPS)),
    ("handler_missing", "北京市优化营商环境条例 第三十五条",
     lambda c: acts.decided(c, replace(DECIDED, handler=""), STEPS)),
    ("before_acceptance", "",
     lambda c: acts.decided(c, replace(DECIDED, decided_on=DAY - ONE), STEPS)),
    ("denial_without_reasons", "第三十八条第二款",
     lambda c: acts.decided(c, replace(DECIDED, granted=False, reasons="不符"), STEPS)),
    ("technical_incomplete", "",
     lambda c: acts.technical_requested(c, " ", "图", MOST, DAY, CALENDAR)),
    ("needed_time_missing", "",
     lambda c: acts.technical_requested(c, "处", "图", Limit(), DAY, CALENDAR)),
    ("no_open_request", "", lambda c: acts.technical_given(c, GIVEN)),
    ("opinion_missing", "",
     lambda c: acts.technical_given(with_request(c), replace(GIVEN, opinion=""))),
    ("reason_missing", "", lambda c: endings.terminated(c, replace(ENDS, reason=""))),
    ("transfer_where", "",
     lambda c: endings.transferred(c, Transferred(reason="错", transferred_on=DAY))),
    ("transfer_where", "", lambda c: endings.transferred(
        c, Transferred(reason="错", transferred_on=DAY, to_item="SP02", organ="某局"))),
    ("transfer_to_itself", "", lambda c: endings.transferred(
        c, Transferred(reason="错", transferred_on=DAY, to_item="SP01"))),
    ("nothing_amended", "", lambda c: endings.amended(c, "录错", DAY, c.applicant, c.delivery)),
    ("reason_missing", "", lambda c: endings.amended(c, "", DAY, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "article", "act"), CASES)
def test_what_is_refused_and_on_what_article(
    code: str, article: str, act: Callable[[Case], object]
) -> None:
    with pytest.raises(Refusal) as refused:
        act(ready())
    assert refused.value.code == code
    assert article in str(refused.value.data.get("article", ""))


def test_no_article_of_the_licensing_law_is_cited_for_another_type() -> None:
    other = replace(ready(), item_type=ItemType.CONFIRMATION)
    for _code, _article, act in CASES:
        with pytest.raises(Refusal) as refused:
            act(other)
        assert "行政许可法" not in str(refused.value.data)


def test_another_type_stops_its_clock_only_on_a_provision_of_its_own() -> None:
    other = replace(ready(), item_type=ItemType.CONFIRMATION)
    with pytest.raises(Refusal, match="procedure_without_basis"):
        start(other)
    assert start(other, basis="某办法 第五条")


def test_procedures_do_not_overlap() -> None:
    course = Course().accept(days=20).suspend(DAY + ONE).resume(DAY + ONE * 3)
    with pytest.raises(Refusal, match="procedures_overlap"):
        start(course.case, on=DAY + ONE * 3)
    assert start(course.case, on=DAY + ONE * 4)


def test_a_procedure_does_not_end_before_it_began_nor_without_a_result() -> None:
    case = Course().accept(days=20).suspend(DAY + ONE * 2).case
    with pytest.raises(Refusal, match="suspension_reversed"):
        acts.procedure_ended(case, DAY + ONE, "过", CALENDAR)
    with pytest.raises(Refusal, match="result_missing"):
        acts.procedure_ended(case, DAY + ONE * 2, " ", CALENDAR)


def test_a_decision_is_put_off_once() -> None:
    course = Course().accept(days=20)
    course.tell(acts.extended(course.case, EXTENDED, MOST, CALENDAR), DAY)
    assert course.case.statutory.due == date(2026, 4, 7), "twenty and five, over 清明"
    with pytest.raises(Refusal, match="extended_already"):
        acts.extended(course.case, EXTENDED, MOST, CALENDAR)


def test_a_technical_opinion_is_never_written_over() -> None:
    course = Course().accept().tell(ASKED, DAY).tell(GIVEN, DAY)
    with pytest.raises(Refusal, match="no_open_request"):
        acts.technical_given(course.case, replace(GIVEN, opinion="改"))
    course.tell(replace(GIVEN, opinion="改"), DAY)
    given = course.case.course.technical[0].given
    assert given is not None
    assert given.opinion == "可", "and no entry of another station does it either"


def test_who_failed_a_step_reviews_it_again_before_it_is_granted() -> None:
    failed = replace(REVIEWED, conclusion=Conclusion.FAILED)
    case = ready()
    once = replace(case, course=replace(case.course, reviews=(failed,)))
    with pytest.raises(Refusal, match="granted_though_failed"):
        acts.decided(once, DECIDED, STEPS)
    again = replace(case, course=replace(case.course, reviews=(failed, REVIEWED)))
    assert acts.decided(again, DECIDED, STEPS) == DECIDED


def test_the_steps_of_the_pack_between_acceptance_and_decision() -> None:
    assert review_steps(SP01) == (ReviewStep("审查（现场核查）", True),)
    assert [s.name for s in review_steps(catalogue().items["KJ03"])] == [
        "审查（专家评审、核算）", "公示",
    ]  # fmt: skip
    assert review_steps(None) == (ReviewStep("审查", False),)


def test_what_comes_next() -> None:
    course = Course()
    assert next_move(course.case, SP01) is Move.ACCEPT
    assert next_move(course.accept().case, SP01) is Move.REVIEW
    assert next_move(course.suspend(DAY + ONE).case, SP01) is Move.RESUME
    assert next_move(course.resume(DAY + ONE).case, SP01) is Move.REVIEW
    assert next_move(course.review().case, SP01) is Move.DECIDE
    assert not open_steps(course.case, SP01)
    assert next_move(course.decide().case, SP01) is Move.PRODUCE
    assert next_move(course.tell(PRODUCED, DAY).case, SP01) is Move.DELIVER
    assert next_move(course.tell(DELIVERED, DAY).case, SP01) is None
    denial = Course().accept().review()
    denial.decide(granted=False, reasons="不符", article="某法")
    assert next_move(denial.case, SP01) is Move.DELIVER


PRODUCTION: list[tuple[str, dict[str, Any]]] = [
    ("result_unnumbered", {"number": " "}),
    ("validity_reversed", {"valid_until": DAY - ONE}),
]


@pytest.mark.parametrize(("code", "change"), PRODUCTION)
def test_a_result_has_a_number_and_a_validity(code: str, change: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match=code):
        endings.produced(ready(Stage.DECIDED), replace(PRODUCED, **change))


def test_nothing_is_made_of_a_denial() -> None:
    with pytest.raises(Refusal, match="nothing_granted"):
        endings.produced(denied(ready(Stage.DECIDED)), PRODUCED)
    never_made = replace(ready(Stage.CLOSED), course=Held())
    with pytest.raises(Refusal, match="nothing_granted"):
        ACTS[Move.REISSUE](never_made)


DELIVERY: list[tuple[str, dict[str, Any]]] = [
    ("nothing_delivered", {"papers": ()}),
    ("waybill_missing", {"way": DeliveryWay.COURIER}),
    ("receiver_unknown", {"receiver": ""}),
    ("receiver_unknown", {"checked": ""}),
    ("mandate_missing", {"relation": Relation.AGENT}),
    ("mandate_missing", {"relation": Relation.FAMILY}),
]


@pytest.mark.parametrize(("code", "change"), DELIVERY)
def test_a_result_goes_to_whom_it_may(code: str, change: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match=code):
        endings.delivered(ready(Stage.PRODUCED), replace(DELIVERED, **change))


def test_a_grant_is_made_before_it_is_delivered() -> None:
    with pytest.raises(Refusal, match="produce_first"):
        endings.delivered(ready(Stage.DECIDED), DELIVERED)


@pytest.mark.parametrize(
    ("powers", "until", "name", "may"),
    [
        ((Power.COLLECT,), None, "赵", True),
        ((Power.COLLECT,), DAY, "赵", True),
        ((Power.COLLECT,), DAY - ONE, "赵", False),
        ((Power.HAND_IN,), None, "赵", False),
        ((Power.COLLECT,), None, "钱", False),
    ],
)
def test_the_mandate_of_the_application_serves_as_far_as_it_goes(
    powers: tuple[Power, ...], until: date | None, name: str, may: bool
) -> None:
    """行政许可法 29: an agent may apply, and collects where the mandate says so."""
    case = replace(ready(Stage.PRODUCED), agent=Agent(name=name, powers=powers, until=until))
    told = replace(DELIVERED, relation=Relation.AGENT, receiver="赵")
    if may:
        assert endings.delivered(case, told) == told
        return
    with pytest.raises(Refusal, match="mandate_missing"):
        endings.delivered(case, told)
    shown = replace(told, mandate="当场出示授权委托书")
    assert endings.delivered(case, shown) == shown


def test_a_revoked_acceptance_leaves_materials_and_the_day_of_receipt() -> None:
    course = Course().accept().review()
    before = course.case
    course.tell(AcceptanceRevoked(reason="错", revoked_on=DAY), DAY + ONE)
    case = course.case
    assert (case.stage, case.accepted_on) == (Stage.RECEIVED, None)
    assert (case.lines, case.received_at) == (before.lines, before.received_at)
    assert case.course.reviews == ()
    assert case.deemed.due is None, "it had been answered in time"


def test_an_amendment_says_what_it_read_before() -> None:
    case = Course().case
    told = endings.amended(case, "录错", DAY, replace(case.applicant, name="李小敏"), case.delivery)
    assert told.fields == ("applicant.name",)
    assert [(one.before, one.after) for one in told.changes] == [("李晓敏", "李小敏")]
    assert told.delivery is None
    amended = Course().tell(told, DAY).case
    assert (amended.applicant.name, amended.stage) == ("李小敏", Stage.RECEIVED)
