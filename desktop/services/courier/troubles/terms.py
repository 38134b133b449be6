"""The days of troubles: what ships, and what a supervisor set in its place."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.domain.courier.troubles.entries import TermsSet
from desktop.domain.courier.troubles.kinds import Trouble
from desktop.domain.courier.troubles.terms import Terms, check_terms, overlaid
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.packs.broken import broken
from desktop.services.packs.pack import decoded, read_bytes

ENTITY = "courier:terms"
_TERMS = msgspec.json.Decoder(Terms)


def load_terms(file: Path) -> Terms:
    """The shipped table. Refuses `pack_broken` where a trouble is missing or named twice."""
    terms = decoded(file, read_bytes(file), _TERMS)
    named = [one.trouble for one in terms.troubles]
    if sorted(named) != sorted(Trouble):
        raise broken(file, "$.troubles", "missing_field", field="trouble")
    return terms


def terms_of(office: Office) -> Terms:
    """The terms in force. Refuses `no_trouble_terms` where nothing shipped."""
    if office.terms is None:
        raise Refusal("no_trouble_terms")
    told = (fact.payload for fact in office.store.journal.facts(ENTITY))
    return overlaid(office.terms, (one for one in told if isinstance(one, TermsSet)))


def set_terms(office: Office, clerk: Clerk, told: TermsSet) -> bool:
    """A supervisor's own days for one trouble. False where they are in force already."""
    require(clerk, Right.MANAGE_CALENDAR)
    check_terms(told)
    term = terms_of(office).of(told.trouble)
    now = (term.days, term.within, term.owner, term.near_days)
    if now == (told.days, told.within, told.owner, told.near_days):
        return False
    office.store.journal.append([Act(entity=ENTITY, payload=told)], clerk.code)
    return True
