"""审查, 技术审查, 特别程序, 延期: what happens between 受理 and 决定."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.cases import terms
from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import PaperKind
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Procedure
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling import acts
from desktop.domain.handling.entries import (
    Extended,
    Reviewed,
    TechnicalGiven,
)
from desktop.domain.handling.steps import review_steps
from desktop.services.cases.acts import Done, load
from desktop.services.halls.alone import allowed
from desktop.services.handling.record import record
from desktop.services.office import Office
from desktop.services.packs.in_force import item_of


def review(office: Office, clerk: Clerk, number: str, told: Reviewed) -> Done:
    """审查 of one step; the clerk who enters it is one of those who checked."""
    require(clerk, Right.REVIEW)
    case = load(office, number)
    named = replace(told, persons=(f"{clerk.name}（{clerk.code}）", *told.persons))
    steps = review_steps(item_of(office, case))
    payload = acts.reviewed(case, named, steps, allowed(office))
    return record(office, clerk, number, payload, on=told.reviewed_on)


def start_procedure(
    office: Office,
    clerk: Clerk,
    number: str,
    procedure: Procedure,
    needed: Limit,
    reason: str,
    basis: str = "",
    on: date | None = None,
) -> Done:
    """特别程序: the clock stops, and the paper that tells the needed time is issued (许可法 45)."""
    require(clerk, Right.REVIEW)
    told = acts.procedure_started(
        load(office, number), procedure, needed, on or office.today(), reason, basis,
        office.calendar,
    )  # fmt: skip
    return record(office, clerk, number, told, PaperKind.PROCEDURE, on=on)


def end_procedure(
    office: Office, clerk: Clerk, number: str, result: str, on: date | None = None
) -> Done:
    """恢复计时: the next day counts again."""
    require(clerk, Right.REVIEW)
    day = on or office.today()
    told = acts.procedure_ended(load(office, number), day, result, office.calendar)
    return record(office, clerk, number, told, on=on)


def commission(
    office: Office, clerk: Clerk, number: str, to: str, subject: str, limit: Limit
) -> Done:
    """委托技术审查: its own people and its own limit; the clock of the decision runs on."""
    require(clerk, Right.REVIEW)
    case, today = load(office, number), office.today()
    told = acts.technical_requested(case, to, subject, limit, today, office.calendar)
    return record(office, clerk, number, told)


def give_opinion(office: Office, clerk: Clerk, number: str, told: TechnicalGiven) -> Done:
    """技术意见, by those who review technically and by nobody else; it stands as given."""
    require(clerk, Right.TECHNICAL)
    return record(office, clerk, number, acts.technical_given(load(office, number), told))


def extend(
    office: Office, clerk: Clerk, number: str, days: int, reason: str, approver: str
) -> Done:
    """延期: approved by the head, told to the applicant with reasons (许可法 42)."""
    require(clerk, Right.EXTEND)
    case = load(office, number)
    most = extension_limit(office, case)
    told = Extended(
        by=Term(value=days, unit=most.unit),
        reason=reason.strip(),
        approver=approver.strip(),
        extended_on=office.today(),
    )
    told = acts.extended(case, told, most, office.calendar)
    return record(office, clerk, number, told, PaperKind.EXTENSION)


def extension_limit(office: Office, case: Case) -> Limit:
    """By how much the decision may be put off; no value where it may not."""
    known = item_of(office, case)
    return terms.extension_limit(known) if known else Limit()
