"""One entry of a case with the papers that are owed for it, in one commit."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from desktop.domain.cases.papers import PaperKind
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.cases.acts import Done, append
from desktop.services.office import Office


def record(
    office: Office,
    clerk: Clerk,
    number: str,
    told: Any,
    *kinds: PaperKind,
    on: date | None = None,
) -> Done:
    """Journal the entry as of the day `on` and issue these papers; joins a running transaction."""
    with office.store.journal.transaction():
        case = append(office, clerk, number, told, moment(office, on))
        issued = tuple(papers.issue(office, clerk, kind, number) for kind in kinds)
    return Done(case, issued)


def moment(office: Office, on: date | None) -> datetime | None:
    """When it happened: now, or noon of an earlier day that is entered later (补录).

    Refuses `in_the_future`: nothing is told before it happens.
    """
    today = office.today()
    if on is None or on == today:
        return None
    if on > today:
        raise Refusal("in_the_future", at=on.isoformat())
    return datetime.combine(on, time(12), BEIJING)
