"""交接单: the day's parcels of one carrier, given over and signed for (快递条例 22)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.carriers import Direction, carrier
from desktop.domain.courier.entries import ParcelsHandedOver, ShipmentMoved
from desktop.domain.courier.posting import Parcel
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.masking import mask_name
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.papers import journal_facts
from desktop.services.courier import messages
from desktop.services.courier.loading import load_shipment
from desktop.services.custody.parcels import sent
from desktop.services.custody.sealing import check_sealed
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Number of the hand-over sheet, which is its paper's number as well."""

    number: str
    shipments: tuple[str, ...]


def waiting(office: Office, code: str) -> list[ShipmentRow]:
    """Outbound parcels of this carrier that were not handed over yet."""
    wanted = ShipmentFilter(
        carrier=code,
        direction=Direction.OUTBOUND,
        stages=frozenset({ShipmentStage.WAITING}),
        not_handed_over=True,
    )
    return office.store.views.shipments(wanted)


def hand_over(
    office: Office,
    clerk: Clerk,
    code: str,
    shipments: tuple[str, ...],
    courier: str = "",
    differences: str = "",
) -> HandedOver:
    """Give the parcels to the carrier's courier (工号): sheet, steps and paper in one commit."""
    require(clerk, Right.SHIP)
    shipments = tuple(dict.fromkeys(shipments))
    if not shipments:
        raise Refusal("nothing_to_hand_over", carrier=carrier(code).name)
    at = office.now()
    journal = office.store.journal
    with journal.transaction():
        parcels = tuple(_parcel(office, code, number) for number in shipments)
        seq = journal.next_number("J", at.astimezone(BEIJING).date())
        number = f"{office.station.hall}-{at:%Y%m%d}-{office.station.device}-J{seq:04d}"
        told = ParcelsHandedOver(
            carrier=code, shipments=shipments, courier=courier, differences=differences
        )
        sheet = Act(entity=f"handover:{number}", payload=told)
        journal.append([sheet, *_steps(shipments)], clerk.code)
        journal.append(_sent(office, parcels), clerk.code)
        facts = PaperFacts(
            kind=PaperKind.HANDOVER,
            number=number,
            issued_at=at.isoformat(timespec="seconds"),
            issuer=office.issuer(clerk),
            carrier=carrier(code).name,
            courier=courier,
            parcels=parcels,
            differences=differences,
            copies=2,
        )
        journal_facts(office, clerk, facts, subject=f"handover:{number}")
    for one in shipments:
        messages.tell(office, clerk, one)
    return HandedOver(number, shipments)


def _sent(office: Office, parcels: tuple[Parcel, ...]) -> list[Act]:
    """The pieces inside go with them."""
    return [act for parcel in parcels for act in sent(office, parcel.shipment, parcel.bag)]


def _steps(shipments: tuple[str, ...]) -> list[Act]:
    """Handed over is picked up, for each of the parcels."""
    told = ShipmentMoved(stage=ShipmentStage.PICKED_UP, source="handover")
    return [
        Act(entity=f"shipment:{one}", payload=told, subject=f"shipment:{one}") for one in shipments
    ]


def _parcel(office: Office, code: str, number: str) -> Parcel:
    shipment = load_shipment(office, number)
    if shipment.stage is not ShipmentStage.WAITING or shipment.carrier != code:
        raise Refusal("parcel_not_waiting", shipment=number)
    return Parcel(
        shipment=number,
        waybill=shipment.waybill,
        receiver=mask_name(shipment.receiver.name),
        city=shipment.receiver.city,
        contents=shipment.contents,
        bag=check_sealed(office, shipment),
        weight=shipment.weight,
    )
