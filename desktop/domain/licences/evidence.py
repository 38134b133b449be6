"""The draft and what was fetched for its applicant: sparing follows, and ends with the holder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Row
from desktop.domain.guidance.checklist import Need
from desktop.domain.identity.party import Party
from desktop.domain.licences.entries import LicenceHolder, holder_of
from desktop.domain.licences.sparing import (
    NOTHING,
    Evidence,
    UsedLicence,
    same_holder,
    spared,
    used,
)


def with_evidence(draft: Draft, evidence: Evidence, today: date) -> Draft:
    """The draft with these answers: of the categories asked for, what they spare is spared."""
    others = draft.licences - {one.category for one in draft.evidence.answers}
    others -= {one.category for one in evidence.answers}
    return replace(draft, evidence=evidence, licences=others | spared(evidence, today))


def still_held(draft: Draft, today: date) -> Draft:
    """The draft as its evidence stands today for the applicant as now written.

    Another document number, or another name, drops all that was fetched. Without evidence the
    draft is as it was.
    """
    if not draft.evidence.answers:
        return draft
    if not same_holder(draft.evidence.holder, applicant_of(draft)):
        return with_evidence(draft, NOTHING, today)
    return with_evidence(draft, draft.evidence, today)


def applicant_of(draft: Draft) -> LicenceHolder:
    return holder_of(draft.applicant)


def licence_of(evidence: Evidence, row: Row) -> UsedLicence | None:
    """What spared this row, if a fetched licence did."""
    category = row.line.reason.licence
    if row.line.need is not Need.EXEMPT or category is None:
        return None
    return used(evidence, category)


def party_of(holder: LicenceHolder, known: Party) -> Party:
    """The applicant as a 亮证码 names him; telephone and address stay as they were asked."""
    return replace(
        known,
        kind=holder.kind,
        name=holder.name,
        id_kind=holder.id_kind,
        id_number=holder.id_number,
    )
