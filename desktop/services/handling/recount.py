"""A calendar was published or corrected: every due day that moves is an entry of its own."""

from __future__ import annotations

from desktop.domain.cases.moves import OPEN
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.clock import recounted
from desktop.domain.trust.entry import Act
from desktop.services.cases.acts import load
from desktop.services.exchange.crossing import ownership
from desktop.services.office import Office

ALL = -1
"""SQLite's word for no limit."""


def recount(office: Office, clerk: Clerk, reason: str) -> int:
    """The open cases of this hall against the calendar in force now; how many days moved.

    Call it in the transaction that changes the calendar. Another hall's cases are recounted there.
    """
    others = ownership.others(office)
    rows = office.store.views.cases(CaseFilter(stages=OPEN), 0, ALL)
    open_cases = (load(office, row.number) for row in rows)
    acts = [
        Act(entity=f"case:{case.number}", payload=told, subject=f"case:{case.number}")
        for case in open_cases
        if case.hall not in others
        for told in recounted(case, office.calendar, reason)
    ]
    if acts:
        office.store.journal.append(acts, clerk.code)
    return len(acts)
