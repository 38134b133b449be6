"""待核: what was spared while nobody answered is looked up again, under the consent of that day.

`ask` and `record` belong to the thread of the store; `fetching.answered` may take seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.licences.checks import Finding, LicenceVerified, OpenCheck
from desktop.domain.licences.entries import holder_of
from desktop.domain.licences.fetched import LicenceAnswer, LicenceQuery, Outcome, Silence
from desktop.domain.licences.sparing import Standing, best, standing
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.licences import fetching
from desktop.services.licences.fetching import Asked
from desktop.services.office import Office
from desktop.services.ports import PAGE


@dataclass(frozen=True, slots=True)
class Lookup:
    """One open check with its question, the register asked already."""

    check: OpenCheck
    asked: Asked


def open_checks(office: Office) -> list[OpenCheck]:
    """Everything that waits, the longest wait first."""
    return office.store.views.open_checks(limit=PAGE)


def ask(office: Office, clerk: Clerk, checks: Iterable[OpenCheck]) -> list[Lookup]:
    """Refuses `consent_missing` for a case whose consent cannot be read here."""
    require(clerk, Right.SERVE)
    return [Lookup(one, fetching.ask(office, clerk, _query(office, one))) for one in checks]


def answered(lookups: Iterable[Lookup]) -> list[tuple[LicenceAnswer, ...]]:
    """Ask outside; may take seconds for each, needs no store."""
    return [fetching.answered(one.asked) for one in lookups]


def record(
    office: Office,
    clerk: Clerk,
    lookups: Iterable[Lookup],
    answers: Iterable[tuple[LicenceAnswer, ...]],
) -> list[LicenceVerified]:
    """Journal each lookup, under its consent and on its case; what was found, in order."""
    told = []
    with office.store.journal.transaction():
        for lookup, found in zip(lookups, answers, strict=True):
            query = lookup.asked.query
            (answer,) = fetching.record(office, clerk, query, found)
            entry = _verified(office, lookup.check, query, answer)
            about = f"case:{lookup.check.case}"
            act = Act(entity=about, payload=entry, subject=about)
            office.store.journal.append([act], clerk.code)
            told.append(entry)
    return told


def verify(office: Office, clerk: Clerk, checks: Iterable[OpenCheck]) -> list[LicenceVerified]:
    """All three steps, for whoever can wait."""
    lookups = ask(office, clerk, checks)
    return record(office, clerk, lookups, answered(lookups))


def _query(office: Office, check: OpenCheck) -> LicenceQuery:
    case = office.store.views.case(check.case)
    if case is None:
        raise Refusal("unknown_case", case=check.case)
    return LicenceQuery(
        categories=(check.category,),
        holder=holder_of(case.applicant),
        purpose=case.item_name,
        consent=_consent(case, check.key),
    )


def _consent(case: Case, key: str) -> str:
    lines = (line.licence for line in case.lines if line.key == key and line.licence)
    return next((one.consent for one in lines), "")


def _verified(
    office: Office, check: OpenCheck, query: LicenceQuery, answer: LicenceAnswer
) -> LicenceVerified:
    found = best(answer, query.holder, office.today())
    stands = standing(found, query.holder, office.today()) if found else None
    return LicenceVerified(
        key=check.key,
        category=check.category,
        finding=_finding(answer, stands),
        source=answer.source,
        at=answer.at,
        standing=stands,
        why=answer.why,
        digest=found.digest if found else "",
        licence=found,
    )


def _finding(answer: LicenceAnswer, stands: Standing | None) -> Finding:
    if answer.outcome is Outcome.UNAVAILABLE and answer.why is not Silence.OTHER_HOLDER:
        return Finding.SILENT
    if stands is None or stands is Standing.OTHER_HOLDER:
        return Finding.NOT_FOUND
    return Finding.VERIFIED if stands is Standing.GOOD else Finding.NOT_GOOD
