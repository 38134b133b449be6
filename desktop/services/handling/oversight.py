"""复核: a supervisor looks at an act that asked for it."""

from __future__ import annotations

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.changes import ActReviewed
from desktop.domain.handling.oversight import reviewed
from desktop.services.cases.acts import append
from desktop.services.office import Office


def look_at(office: Office, clerk: Clerk, number: str, told: ActReviewed) -> None:
    """Journal what was found; once per act, and never of one's own."""
    require(clerk, Right.OVERSEE)
    facts = office.store.journal.facts(f"case:{number}")
    append(office, clerk, number, reviewed(facts, told, clerk.code))
