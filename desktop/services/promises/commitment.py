"""What becomes of a written promise after the acceptance: withdrawn, broken, repaired."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.acts import supplemented
from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft, answer
from desktop.domain.cases.sheet import lay_out
from desktop.domain.guidance.commitment import mode
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.promises.commitment import check_withdrawal, spared
from desktop.domain.promises.deferral import furthest
from desktop.domain.promises.entries import (
    BreachRepaired,
    CommitmentBreached,
    CommitmentWithdrawn,
)
from desktop.domain.refusal import Refusal
from desktop.services.cases.acts import Done, load
from desktop.services.cases.later import open_again
from desktop.services.handling.record import record
from desktop.services.office import Office


def withdraw(office: Office, clerk: Clerk, number: str, reason: str) -> Done:
    """撤回承诺: what the normal procedure asks for is owed again, within the case's limit."""
    require(clerk, Right.SERVE)
    case = load(office, number)
    check_withdrawal(case.stage, case.promise, reason)
    item = office.item(case.item)
    draft = _normal(open_again(office, clerk, case), case, item)
    owed = supplemented(case, lay_out(item, draft), draft, office.catalogue.sources)
    told = CommitmentWithdrawn(
        reason=reason.strip(),
        on=office.today(),
        lines=owed.lines,
        answers=draft.answers,
        by=furthest(case.statutory, case.promised),
    )
    return record(office, clerk, number, told)


def breach(office: Office, clerk: Clerk, number: str, reason: str, false: bool = True) -> Done:
    """承诺不实: found by a second hand, against the promise of this case."""
    require(clerk, Right.OVERSEE)
    case = load(office, number)
    if not reason.strip():
        raise Refusal("reason_missing")
    if case.promise.committed is None and not case.deferred:
        raise Refusal("no_promise_made")
    if case.promise.broken is not None:
        raise Refusal("breach_known")
    told = CommitmentBreached(reason=reason.strip(), found_on=office.today(), false=false)
    return record(office, clerk, number, told)


def repair(office: Office, clerk: Clerk, number: str, reason: str) -> Done:
    """信用修复: who broke the promise may promise again."""
    require(clerk, Right.OVERSEE)
    if not reason.strip():
        raise Refusal("reason_missing")
    if load(office, number).promise.broken is None:
        raise Refusal("no_breach")
    told = BreachRepaired(reason=reason.strip(), repaired_on=office.today())
    return record(office, clerk, number, told)


def _normal(draft: Draft, case: Case, item: ServiceItem) -> Draft:
    """The same application by the normal procedure; what the promise spared is not ticked."""
    found = mode(item)
    if found is not None:
        question, _way, normal = found
        draft = answer(draft, question.id, (normal,))
    freed = {line.key for line in spared(case.lines)}
    ticks = {key: tick for key, tick in draft.ticks.items() if key not in freed}
    return replace(draft, committed=False, ticks=ticks)
