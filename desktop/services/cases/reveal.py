"""按住显示: a clerk looks at a masked field in full, and the journal says so."""

from __future__ import annotations

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import PersonalRevealed
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.trust.entry import Act
from desktop.services.office import Office

FIELDS = frozenset(
    {"applicant.name", "applicant.id_number", "applicant.phone", "applicant.address",
     "agent.name", "agent.id_number", "agent.phone", "delivery"}
)  # fmt: skip


def reveal(office: Office, clerk: Clerk, case: Case, field: str, reason: str = "") -> None:
    """Journal the look before anything is shown (个人信息保护法 51). `reason` may be empty: while
    a case is open its being served is the reason.
    """
    require(clerk, Right.SERVE)
    if field not in FIELDS:
        raise ValueError(field)
    told = PersonalRevealed(field=field, reason=reason)
    act = Act(entity=f"case:{case.number}", payload=told, subject=f"case:{case.number}")
    office.store.journal.append([act], clerk.code)
