"""What goes back to an applicant who is not at the counter: the receipt, and originals only seen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Channel
from desktop.domain.cases.naming.papers import title
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.tick import Check, Kept
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.steps import ShipmentStage
from desktop.services.office import Office

GONE = frozenset({ShipmentStage.CANCELLED, ShipmentStage.RETURNED, ShipmentStage.LOST})


def reply(office: Office, case: Case) -> tuple[Content, ...]:
    """For a case filed by courier, what no parcel has taken along yet; else nothing."""
    if case.channel is not Channel.COURIER:
        return ()
    sent = set(_sent(office, case.number))
    lines = (*_receipts(office, case), *_originals(case))
    return tuple(line for line in lines if line.key not in sent)


def _receipts(office: Office, case: Case) -> Iterator[Content]:
    for row in office.store.views.papers(case.number):
        if row.kind in (PaperKind.RECEIPT, PaperKind.DEFERRAL):
            name = title(row.kind, case.item_type)
            yield Content(case=case.number, kind=ContentKind.NOTICE, key=row.number, name=name)


def _originals(case: Case) -> Iterator[Content]:
    """验后退还: looked at, and the applicant's own."""
    for line in case.lines:
        tick = line.tick
        if tick.check is Check.RECEIVED and tick.kept is Kept.SEEN:
            yield Content(
                case=case.number,
                kind=ContentKind.RETURNED,
                key=line.key,
                name=line.name,
                copies=tick.copies or line.copies,
                pages=tick.pages,
                original=True,
            )


def _sent(office: Office, case: str) -> Iterator[str]:
    wanted = ShipmentFilter(case=case, direction=Direction.OUTBOUND)
    for row in office.store.views.shipments(wanted):
        parcel = office.store.views.shipment(row.number)
        if parcel is not None and parcel.stage not in GONE:
            yield from (line.key for line in parcel.contents if line.case == case)
