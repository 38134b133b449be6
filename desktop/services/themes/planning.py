"""A theme before anything is received: its plan as a draft stands, and what is still missing."""

from __future__ import annotations

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.missing import Missing, missing
from desktop.domain.cases.sheet import Sheet
from desktop.domain.themes import sheet as sheets
from desktop.domain.themes.plan import Plan
from desktop.services.office import Office


def plan_of(office: Office, draft: Draft) -> Plan:
    """`draft.item` names the theme."""
    return sheets.plan_of(office.theme(draft.item), office.catalogue, draft)


def lacking(office: Office, draft: Draft, sheet: Sheet) -> tuple[Missing, ...]:
    """What stands before the one submission, given the joint checklist of this draft."""
    return missing(draft, sheet, office.today())
