"""F2 on a policy: the 政策测算单 is journalled as it was told, then printed like any paper."""

from __future__ import annotations

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.policies.sheet import PolicySheet
from desktop.domain.refusal import Refusal
from desktop.services.cases.papers import journal_facts
from desktop.services.office import Office


def issue_sheet(office: Office, clerk: Clerk, sheet: PolicySheet) -> str:
    """Journal what was worked out at the counter; the answer is the paper's number."""
    require(clerk, Right.SERVE)
    if office.catalogue.policy(sheet.policy) is None:
        raise Refusal("unknown_policy", policy=sheet.policy)
    day, station = office.today(), office.station
    with office.store.journal.transaction():
        seq = office.store.journal.next_number("C", day)
        facts = PaperFacts(
            kind=PaperKind.SUPPORT,
            number=f"{station.hall}-{day:%Y%m%d}-{station.device}-C{seq:04d}",
            issued_at=office.now().isoformat(timespec="seconds"),
            issuer=office.issuer(clerk),
            policy=sheet,
        )
        return journal_facts(office, clerk, facts, subject=f"policy:{sheet.policy}")
