"""From 受理 to 决定: each rule answers the payload of its entry, or refuses with the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.lines import open_lines
from desktop.domain.cases.moves import Move, Stage, after
from desktop.domain.cases.terms import term
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import ItemType, Procedure
from desktop.domain.handling.clock import decision, procedure_term
from desktop.domain.handling.course import Suspension
from desktop.domain.handling.duties import outstanding
from desktop.domain.handling.entries import (
    Conclusion,
    Decided,
    Extended,
    ProcedureEnded,
    ProcedureStarted,
    Reviewed,
    TechnicalGiven,
    TechnicalRequested,
)
from desktop.domain.handling.steps import ReviewStep
from desktop.domain.refusal import Refusal

CHECKERS = 2
"""Whoever checks the substance of materials comes with a second person (许可法 34(3))."""


def licensing(case: Case, article: str) -> str:
    """行政许可法 governs, and is cited, where the item is 行政许可; nothing elsewhere."""
    return f"行政许可法 {article}" if case.item_type == ItemType.LICENCE else ""


def procedure_started(
    case: Case,
    procedure: Procedure,
    needed: Limit,
    starts_on: date,
    reason: str,
    basis: str,
    calendar: WorkCalendar,
) -> ProcedureStarted:
    """特别程序: the applicant is told in writing how long it takes (许可法 45)."""
    after(case.stage, Move.SUSPEND)
    if not needed.value:
        raise Refusal("needed_time_missing", article=licensing(case, "第四十五条"))
    if not reason.strip():
        raise Refusal("reason_missing")
    if case.item_type != ItemType.LICENCE and not basis.strip():
        raise Refusal("procedure_without_basis", procedure=procedure)
    _within(case, starts_on)
    time = procedure_term(Term(value=needed.value, unit=needed.unit), starts_on, calendar)
    told = ProcedureStarted(
        procedure=procedure, reason=reason, starts_on=starts_on, needed=time, basis=basis
    )
    spans = (*case.course.spans, Suspension(told).span)
    statutory, promised = decision(case, calendar, spans)
    return replace(told, statutory=statutory, promised=promised)


def procedure_ended(
    case: Case, ends_on: date, result: str, calendar: WorkCalendar
) -> ProcedureEnded:
    """恢复计时: the last day of the procedure is suspended as well, the next one counts again."""
    after(case.stage, Move.RESUME)
    running = case.course.open_procedure
    if running is None:
        raise Refusal("no_such_move", stage=case.stage, move=Move.RESUME)
    first = running.started.starts_on
    if ends_on < first:
        raise Refusal("suspension_reversed", first=first, last=ends_on)
    if not result.strip():
        raise Refusal("result_missing")
    spans = (*case.course.spans[:-1], (first, ends_on))
    statutory, promised = decision(case, calendar, spans)
    return ProcedureEnded(ends_on=ends_on, result=result, statutory=statutory, promised=promised)


def technical_requested(
    case: Case, to: str, subject: str, limit: Limit, on: date, calendar: WorkCalendar
) -> TechnicalRequested:
    """委托技术审查: its own people and its own limit; the clock of the decision runs on."""
    after(case.stage, Move.COMMISSION)
    if not to.strip() or not subject.strip():
        raise Refusal("technical_incomplete")
    if not limit.value:
        raise Refusal("needed_time_missing")
    return TechnicalRequested(
        number=len(case.course.technical) + 1,
        to=to.strip(),
        subject=subject.strip(),
        asked_on=on,
        due=term(limit, on, calendar),
    )


def technical_given(case: Case, told: TechnicalGiven) -> TechnicalGiven:
    """技术意见 on one request, once: nobody writes over an opinion that was given."""
    after(case.stage, Move.OPINE)
    asked = [one for one in case.course.technical if one.asked.number == told.number]
    if not asked or asked[0].given is not None:
        raise Refusal("no_open_request", number=told.number)
    if not told.opinion.strip():
        raise Refusal("opinion_missing")
    return told


def reviewed(
    case: Case, told: Reviewed, steps: Sequence[ReviewStep], may_alone: bool = False
) -> Reviewed:
    """审查 of one of the pack's steps; whoever checks the substance is not alone (34(3)), or says
    why where the hall `may_alone`.
    """
    after(case.stage, Move.REVIEW)
    if told.step not in {step.name for step in steps}:
        raise Refusal("unknown_step", step=told.step)
    if not told.opinion.strip():
        raise Refusal("opinion_missing")
    persons = tuple(dict.fromkeys(one.strip() for one in told.persons if one.strip()))
    few = told.substantive and len(persons) < CHECKERS
    alone = told.alone.strip() if few and may_alone else ""
    if few and not alone:
        code = "two_checkers_or_reason" if may_alone else "two_checkers"
        raise Refusal(code, article=licensing(case, "第三十四条第三款"))
    return replace(told, persons=persons, alone=alone)


def extended(case: Case, told: Extended, most: Limit, calendar: WorkCalendar) -> Extended:
    """延期, once, by no more than the law or the pack allows, with the head's approval (42)."""
    after(case.stage, Move.EXTEND)
    article = licensing(case, "第四十二条")
    if most.value is None or case.statutory.due is None:
        raise Refusal("no_extension", article=article)
    if case.course.extended is not None:
        raise Refusal("extended_already", article=article)
    if told.by.unit != most.unit or not 0 < (told.by.value or 0) <= most.value:
        raise Refusal("extension_too_long", most=most.value, unit=most.unit, article=article)
    if not told.approver.strip() or not told.reason.strip():
        raise Refusal("extension_unapproved", article=article)
    if told.extended_on > case.statutory.due:
        raise Refusal("extension_too_late", due=case.statutory.due, article=article)
    longer = replace(case, course=replace(case.course, extended=told))
    statutory, _promised = decision(longer, calendar, case.course.spans)
    return replace(told, before=case.statutory, statutory=statutory)


def decided(case: Case, told: Decided, steps: Sequence[ReviewStep]) -> Decided:
    """决定: after every step was reviewed and every technical opinion given; a denial says why, on
    what provision, and what can be done against it (许可法 38).
    """
    after(case.stage, Move.DECIDE)
    done = {one.step for one in case.course.reviews}
    lacking = [step.name for step in steps if step.name not in done]
    if lacking:
        raise Refusal("steps_open", names=lacking, article=licensing(case, "第三十四条"))
    if case.course.open_technical:
        raise Refusal("technical_open", to=case.course.open_technical[0].asked.to)
    if not told.handler.strip():
        raise Refusal("handler_missing", article="北京市优化营商环境条例 第三十五条")
    if told.decided_on < (case.accepted_on or told.decided_on):
        raise Refusal("before_acceptance", on=told.decided_on, accepted=case.accepted_on)
    if not told.granted and not (told.reasons.strip() and told.article.strip()):
        raise Refusal("denial_without_reasons", article=licensing(case, "第三十八条第二款"))
    if told.granted and _failed(case):
        raise Refusal("granted_though_failed", names=_failed(case))
    if told.granted and _outstanding(case):
        raise Refusal("granted_though_deferred", names=_outstanding(case))
    return told


def _failed(case: Case) -> list[str]:
    """Steps whose last review did not pass: to grant all the same, review them again first."""
    last = {one.step: one.conclusion for one in case.course.reviews}
    return [step for step, conclusion in last.items() if conclusion is Conclusion.FAILED]


def _outstanding(case: Case) -> list[str]:
    """What was accepted 容缺, or is owed since a commitment was withdrawn, and has not followed: a
    grant rests on complete materials.
    """
    waiting = set(outstanding(case))
    if case.promise.withdrawn is not None:
        waiting |= {line.key for line in open_lines(case)}
    return [line.name for line in case.lines if line.key in waiting]


def _within(case: Case, starts_on: date) -> None:
    """A procedure begins after acceptance and after the one before it ended."""
    if case.accepted_on is not None and starts_on < case.accepted_on:
        raise Refusal("before_acceptance", on=starts_on, accepted=case.accepted_on)
    if any(starts_on <= last for _first, last in case.course.spans):
        raise Refusal("procedures_overlap", on=starts_on)


def must_explain(case: Case, today: date) -> bool:
    """Whether a term of the decision passed, and nobody has yet said why in writing."""
    if case.stage not in (Stage.ACCEPTED, Stage.REVIEWING, Stage.SUSPENDED):
        return False
    due = min((one.due for one in (case.statutory, case.promised) if one.due), default=today)
    return today > due and not case.course.explained
