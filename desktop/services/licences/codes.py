"""亮证码: showing it is the consent; it gives the holder and spares materials like any query.

`present` and `record` belong to the thread of the store; `source.by_code` may take seconds.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.draft import Draft
from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.party import Presence
from desktop.domain.licences.address import code_in
from desktop.domain.licences.consent import ConsentGiven, ConsentHow
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.evidence import applicant_of, party_of
from desktop.domain.licences.fetched import (
    CodeAnswer,
    CodeFault,
    LicenceAnswer,
    LicenceQuery,
    Outcome,
)
from desktop.domain.licences.sparing import same_holder
from desktop.domain.refusal import Refusal
from desktop.services.licences import consent, fetching
from desktop.services.licences.source import outside
from desktop.services.office import Office
from desktop.services.ports import LicenceSource

_REFUSED = {
    CodeFault.USED: "code_used",
    CodeFault.EXPIRED: "code_expired",
    CodeFault.UNKNOWN: "code_unknown",
}


def code_of(office: Office, text: str) -> str:
    """The 亮证码 in a scanned text; empty where it is something else."""
    return code_in(text, office.station.licence_source)


def present(office: Office, clerk: Clerk, told: ConsentGiven) -> tuple[str, LicenceSource]:
    """Journal that the code was shown, and for what; the consent and whom to ask.

    Refuses `no_source` where no source is set up.
    """
    source = outside(office)
    if source is None:
        raise Refusal("no_source")
    return consent.give(office, clerk, replace(told, how=ConsentHow.CODE)), source


def record(
    office: Office, clerk: Clerk, told: ConsentGiven, reference: str, answer: CodeAnswer
) -> tuple[LicenceQuery, tuple[LicenceAnswer, ...]]:
    """Journal whose code it was and what it showed of the categories asked for, no others.

    Refuses `code_used`, `code_expired`, `code_unknown`, `code_unanswered`.
    """
    if answer.fault is not None:
        raise Refusal(_REFUSED[answer.fault])
    if answer.holder is None:
        raise Refusal("code_unanswered", why=answer.why or "")
    shown = {one.category for one in answer.licences} & set(told.categories)
    query = LicenceQuery(
        categories=tuple(one for one in told.categories if one in shown),
        holder=answer.holder,
        purpose=told.purpose,
        consent=reference,
    )
    answers = tuple(
        LicenceAnswer(
            category=category,
            outcome=Outcome.FOUND,
            source=answer.source,
            at=answer.at,
            licences=tuple(one for one in answer.licences if one.category == category),
        )
        for category in query.categories
    )
    agreed = replace(told, how=ConsentHow.CODE, holder=answer.holder)
    entries = (fetching.entry(one, by_code=True) for one in answers)
    consent.append(office, clerk, reference, agreed, *entries)
    return query, answers


def filled(draft: Draft, holder: LicenceHolder) -> Draft:
    """The draft with the code's holder as its applicant, come in person where nobody asked yet.

    Refuses `code_other_holder` where another applicant has been written down.
    """
    written = applicant_of(draft)
    if written.id_number.strip() and not same_holder(written, holder):
        raise Refusal("code_other_holder", name=mask_name(holder.name))
    came = Presence.SELF if draft.presence is Presence.UNASKED else draft.presence
    return replace(draft, applicant=party_of(holder, draft.applicant), presence=came)
