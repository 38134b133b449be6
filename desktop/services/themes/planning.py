"""A theme before anything is received: its plan as a draft stands, and what is still missing."""

from __future__ import annotations

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.missing import Missing, missing
from desktop.domain.cases.sheet import Sheet
from desktop.domain.themes import sheet
from desktop.domain.themes.plan import Plan
from desktop.services.office import Office


def plan_of(office: Office, draft: Draft) -> Plan:
    """`draft.item` names the theme."""
    return sheet.plan_of(office.theme(draft.item), office.catalogue, draft)


def sheet_of(office: Office, draft: Draft) -> Sheet:
    """The joint checklist of the draft as it stands now."""
    return sheet.lay_out(plan_of(office, draft), draft)


def lacking(office: Office, draft: Draft, materials: bool = True) -> tuple[Missing, ...]:
    """What stands before the one submission; without `materials`, before people and delivery."""
    return missing(draft, sheet_of(office, draft), office.today(), materials)
