"""The moment at which what a parcel brought is in a case; called by the acts that take it in."""

from __future__ import annotations

from desktop.domain.cases.draft import Draft
from desktop.domain.courier.arrivals.entries import ParcelMatched
from desktop.domain.halls.roles import Clerk
from desktop.domain.trust.entry import Act
from desktop.services.office import Office


def taken_in(office: Office, clerk: Clerk, draft: Draft, case: str) -> None:
    """The parcel's claim is fulfilled; call in the transaction that receives or supplements."""
    if not draft.parcel or office.store.views.arrival(draft.parcel) is None:
        return
    entity = f"shipment:{draft.parcel}"
    told = ParcelMatched(case=case, draft="" if draft.case else draft.id, taken=True)
    office.store.journal.append([Act(entity=entity, payload=told, subject=entity)], clerk.code)
