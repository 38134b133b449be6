"""调取: consent, the register, the outside source, the journal — in that order.

Three steps, because only the middle one may take seconds: `ask` and `record` belong to the thread
of the store, `answered` touches no store and runs in a worker.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Sheet
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.licences.categories import spares_in_outage
from desktop.domain.licences.consent import ConsentGiven, LicenceFetched
from desktop.domain.licences.evidence import still_held, with_evidence
from desktop.domain.licences.fetched import LicenceAnswer, LicenceQuery, Outcome
from desktop.domain.licences.sparing import Evidence, Standing, best, joined, standing
from desktop.services.licences import consent
from desktop.services.licences.local import LocalRegister
from desktop.services.licences.source import outside
from desktop.services.office import Office
from desktop.services.ports import LicenceSource


@dataclass(frozen=True, slots=True)
class Asked:
    """What the register said, and the categories still to be asked for outside."""

    query: LicenceQuery
    known: tuple[LicenceAnswer, ...]
    open: tuple[str, ...]
    outside: LicenceSource | None


def wanted(sheet: Sheet) -> tuple[str, ...]:
    """Categories and shares that could spare a material of this situation, each once."""
    asked = (row.line.material for row in sheet.rows)
    named = (one for material in asked for one in (material.e_licence, material.data_share))
    return tuple(dict.fromkeys(one for one in named if one))


def begin(office: Office, clerk: Clerk, told: ConsentGiven) -> Asked:
    """Journal the consent and ask the register, in one commit."""
    with office.store.journal.transaction():
        query = LicenceQuery(
            categories=told.categories,
            holder=told.holder,
            purpose=told.purpose,
            consent=consent.give(office, clerk, told),
        )
        return ask(office, clerk, query)


def ask(office: Office, clerk: Clerk, query: LicenceQuery) -> Asked:
    """Ask the register. Refuses `consent_missing` before anything is asked."""
    require(clerk, Right.SERVE)
    consent.check(office, query)
    known = LocalRegister(office).find(query)
    today = office.today()
    good = {one.category for one in known if _good(one, query, today)}
    open = tuple(one for one in query.categories if one not in good)
    return Asked(query, known, open, outside(office))


def answered(asked: Asked) -> tuple[LicenceAnswer, ...]:
    """Ask outside for what the register does not hold in force; may take seconds, needs no store.

    What both know is told together; what the register knows to be void no silence makes good.
    """
    told = {one.category: one for one in asked.known}
    if asked.outside is None or not asked.open:
        return tuple(told.values())
    more = asked.outside.find(replace(asked.query, categories=asked.open))
    for one in more:
        before = told[one.category]
        if one.outcome is Outcome.FOUND or not before.licences:
            told[one.category] = replace(one, licences=(*one.licences, *before.licences))
    return tuple(told.values())


def record(
    office: Office, clerk: Clerk, query: LicenceQuery, answers: Iterable[LicenceAnswer]
) -> tuple[LicenceAnswer, ...]:
    """Journal every answer, none and silence included; the answers as the draft may use them."""
    told = tuple(
        replace(one, spares=spares_in_outage(office.catalogue, one.category)) for one in answers
    )
    consent.append(office, clerk, query.consent, *map(entry, told))
    return told


def fetch(office: Office, clerk: Clerk, query: LicenceQuery) -> tuple[LicenceAnswer, ...]:
    """All three steps, for whoever can wait."""
    return record(office, clerk, query, answered(ask(office, clerk, query)))


def taken(
    office: Office, draft: Draft, query: LicenceQuery, answers: Iterable[LicenceAnswer]
) -> Draft:
    """The draft with what was answered; answers about another holder than before replace all."""
    before = draft.evidence
    kept = before.answers if before.holder == query.holder else ()
    told = Evidence(consent=query.consent, holder=query.holder, answers=kept)
    today = office.today()
    return still_held(with_evidence(draft, joined(told, answers), today), today)


def entry(answer: LicenceAnswer, by_code: bool = False) -> LicenceFetched:
    return LicenceFetched(
        category=answer.category,
        source=answer.source,
        outcome=answer.outcome,
        at=answer.at,
        digests=tuple(one.digest for one in answer.licences if one.digest),
        why=answer.why,
        by_code=by_code,
        licences=answer.licences,
    )


def _good(answer: LicenceAnswer, query: LicenceQuery, today: date) -> bool:
    found = best(answer, query.holder, today)
    return found is not None and standing(found, query.holder, today) is Standing.GOOD
