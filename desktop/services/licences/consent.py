"""Consent before any query, and what came of a check of the holder: journalled, sealed."""

from __future__ import annotations

from uuid import uuid4

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.licences import consent as rules
from desktop.domain.licences.consent import ConsentGiven, FaceResult, HolderChecked
from desktop.domain.licences.fetched import LicenceQuery
from desktop.domain.trust.entry import Act
from desktop.services.office import Office


def give(office: Office, clerk: Clerk, told: ConsentGiven) -> str:
    """Journal the holder's consent; its reference, to be named by every query under it."""
    require(clerk, Right.SERVE)
    id = uuid4().hex
    append(office, clerk, id, rules.given(told))
    return id


def check(office: Office, query: LicenceQuery) -> None:
    """Refuses `consent_missing` unless the query's consent covers its holder and categories."""
    facts = office.store.journal.facts(entity(query.consent))
    rules.covered(query, (fact.payload for fact in facts))


def holder_checked(
    office: Office, clerk: Clerk, consent: str, about: str, result: FaceResult, device: str = ""
) -> None:
    """人证核验: its result, and on which device; there is nowhere to put an image."""
    require(clerk, Right.SERVE)
    told = HolderChecked(about=about, result=result, at=office.now(), device=device.strip())
    append(office, clerk, consent, told)


def append(office: Office, clerk: Clerk, consent: str, *told: object) -> None:
    """Entries under one consent, sealed under its key."""
    about = entity(consent)
    acts = [Act(entity=about, payload=one, subject=about) for one in told]
    office.store.journal.append(acts, clerk.code)


def entity(consent: str) -> str:
    return f"consent:{consent}"
