"""What becomes of the pieces as their parcel goes: explicit entries beside the parcel's own."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.custody.entries import PieceKind, PieceMoved
from desktop.domain.custody.moves import AT_HAND, MOVES, Motion, Whereabouts
from desktop.domain.custody.rows import PieceFilter, PieceRow
from desktop.domain.trust.entry import Act
from desktop.services.courier.loading import load_shipment
from desktop.services.custody import pieces
from desktop.services.custody.sealing import sheet
from desktop.services.office import Office

BY_STAGE: dict[ShipmentStage, Motion] = {
    ShipmentStage.SIGNED: Motion.GIVE_BACK,
    ShipmentStage.RETURNED: Motion.ARRIVE,
    ShipmentStage.LOST: Motion.LOSE,
}


def returning(office: Office, case: str) -> tuple[Content, ...]:
    """The case's originals that lie at hand, as lines of a parcel to the applicant."""
    return tuple(
        Content(case=case, kind=ContentKind.RETURNED, key=row.number, name=row.name, original=True)
        for row in pieces.of_case(office, case)
        if row.kind is PieceKind.ORIGINAL and row.at in AT_HAND
    )


def sent(office: Office, number: str, bag: str) -> list[Act]:
    """Acts of handing the parcel over: what is in it is with the carrier from now on."""
    shipment = load_shipment(office, number)
    told = PieceMoved(motion=Motion.SEND, shipment=number, bag=bag)
    return [pieces.step(row, told) for row in _inside(office, shipment)]


def followed(office: Office, shipment: Shipment) -> list[Act]:
    """Acts of where the parcel is now: signed for, come back, lost. Other stages move nothing, and
    what lies in a locker is with the carrier still.
    """
    motion = BY_STAGE.get(shipment.stage)
    if motion is None or shipment.direction is Direction.INBOUND:
        return []
    if motion is Motion.GIVE_BACK and shipment.signed_by is SignedBy.LOCKER:
        return []
    told = PieceMoved(motion=motion, shipment=shipment.number)
    rows = office.store.views.pieces(PieceFilter(shipment=shipment.number))
    return [pieces.step(row, told) for row in rows if motion in MOVES[row.at] and _away(row)]


def _away(row: PieceRow) -> bool:
    return row.at in (Whereabouts.COURIER, Whereabouts.LOST)


def _inside(office: Office, shipment: Shipment) -> Iterator[PieceRow]:
    """Pieces in the bag; of a parcel without one, those at hand that its lines name."""
    views = office.store.views
    for row in views.pieces(PieceFilter(shipment=shipment.number)):
        if row.at is Whereabouts.BAG:
            yield row
    named = {one.piece for one in sheet(office, shipment.number).expected if one.piece}
    for case in shipment.cases:
        for row in pieces.of_case(office, case):
            if row.number in named and row.at in AT_HAND:
                yield row
