"""决定, and the written reason that a term was not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.cases import terms
from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling import acts
from desktop.domain.handling.duties import Due, Duty, duties
from desktop.domain.handling.entries import Clock, Decided, OverdueExplained
from desktop.domain.handling.steps import review_steps
from desktop.domain.refusal import Refusal
from desktop.services.cases.acts import Done, load
from desktop.services.handling.record import record
from desktop.services.office import Office
from desktop.services.packs.in_force import item_of

CLOCKS = {
    Duty.DECIDE: Clock.DECISION,
    Duty.PROMISE: Clock.PROMISE,
    Duty.DELIVER: Clock.DELIVERY,
    Duty.ANSWER: Clock.NOTICE,
}
"""Duties whose lateness is explained to the applicant in writing."""


def decide(office: Office, clerk: Clerk, number: str, told: Decided, overdue: str = "") -> Done:
    """决定 by the chief representative. Past its term it is explained first, in the same commit."""
    require(clerk, Right.DECIDE)
    with office.store.journal.transaction():
        case = load(office, number)
        before = _explained(office, clerk, case, overdue)
        item = item_of(office, case)
        limit = terms.delivery_limit(item) if item and told.granted else None
        signed = replace(
            told,
            signer=f"{clerk.name}（{clerk.code}）",
            delivery=terms.term(limit, told.decided_on, office.calendar)
            if limit
            else told.delivery,
        )
        payload = acts.decided(case, signed, review_steps(item))
        kind = PaperKind.GRANT if told.granted else PaperKind.DENIAL
        done = record(office, clerk, number, payload, kind, on=told.decided_on)
    return Done(done.case, (*before, *done.papers))


def _explained(office: Office, clerk: Clerk, case: Case, reason: str) -> tuple[str, ...]:
    if not acts.must_explain(case, office.today()):
        return ()
    if not reason.strip():
        raise Refusal("overdue_reason_missing", article="优化营商环境条例 第三十六条")
    return explain(office, clerk, case.number, reason).papers


def explain(
    office: Office, clerk: Clerk, number: str, reason: str, until: date | None = None
) -> Done:
    """逾期说明 for the first term that has passed; refused while nothing is overdue."""
    require(clerk, Right.SERVE)
    if not reason.strip():
        raise Refusal("overdue_reason_missing", article="优化营商环境条例 第三十六条")
    late = overdue(load(office, number), office.today())
    if late is None:
        raise Refusal("nothing_overdue")
    told = OverdueExplained(
        clock=CLOCKS[late.duty], due=late.due, reason=reason.strip(), until=until
    )
    return record(office, clerk, number, told, PaperKind.OVERDUE)


def overdue(case: Case, today: date) -> Due | None:
    """The earliest term towards the applicant that has passed; a stopped clock passes none."""
    return next(
        (one for one in duties(case) if one.duty in CLOCKS and one.due < today and not one.paused),
        None,
    )
