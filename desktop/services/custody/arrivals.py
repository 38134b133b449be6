"""到厅开拆: the count of a parcel against its slip, differences on paper, originals as pieces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.carriers import Direction, carrier
from desktop.domain.courier.entries import ShipmentMoved
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import STEPS, ShipmentStage
from desktop.domain.custody.count import announced, check_count, differences
from desktop.domain.custody.entries import (
    Counted,
    Found,
    ParcelOpened,
    PieceKind,
    PieceMoved,
    PieceRegistered,
)
from desktop.domain.custody.facts import CustodyFacts
from desktop.domain.custody.moves import Motion, Whereabouts
from desktop.domain.custody.rows import PieceFilter
from desktop.domain.custody.seal import opened_of
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.papers import journal_facts
from desktop.services.courier.loading import load_shipment
from desktop.services.custody import pieces
from desktop.services.custody.rule import NOBODY, Signature, Signed, rule, signed
from desktop.services.office import Office

HERE = frozenset({ShipmentStage.SIGNED, ShipmentStage.RETURNED})


@dataclass(frozen=True, slots=True)
class Opened:
    """The count as journalled; `paper` is the number of 清点差异记录, empty where all agreed."""

    counted: tuple[Counted, ...]
    pieces: tuple[str, ...]
    paper: str


def slip(office: Office, number: str) -> tuple[Counted, ...]:
    """What was announced, to be counted."""
    return announced(load_shipment(office, number).contents)


def opened(office: Office, number: str) -> ParcelOpened | None:
    return opened_of(office.store.journal.facts(f"shipment:{number}"))


def open(
    office: Office,
    clerk: Clerk,
    number: str,
    counted: Iterable[Counted],
    *,
    bag: str = "",
    intact: bool = True,
    signature: Signature = NOBODY,
) -> Opened:
    """Open and count a parcel that came to the hall: inbound, or one of ours that came back.

    A parcel on the table was signed for, so the step is told with it where nobody did. Refuses
    `opened_already`, `parcel_not_here`, and what the count or the second person refuses.
    """
    require(clerk, Right.SHIP)
    lines = check_count(counted)
    shipment = load_shipment(office, number)
    if opened(office, number) is not None:
        raise Refusal("opened_already", shipment=number)
    arrived = _arrival(shipment)
    by = signed(office, clerk, rule(office).two_to_open, signature)
    with office.store.journal.transaction():
        if shipment.direction is Direction.INBOUND:
            lines = tuple(_registered(office, clerk, number, line) for line in lines)
        told = ParcelOpened(
            counted=lines, bag=bag.strip().upper(), intact=intact, second=by.second,
            alone=by.alone,
        )  # fmt: skip
        acts = [*arrived, Act(entity=f"shipment:{number}", payload=told)]
        office.store.journal.append([*acts, *_back(office, shipment, lines, by)], clerk.code)
        paper = ""
        if differences(lines) or not intact:
            paper = _issue(office, clerk, shipment, told)
    numbers = tuple(one for line in lines for one in line.piece.split() if one)
    return Opened(lines, numbers, paper)


def _arrival(shipment: Shipment) -> list[Act]:
    if shipment.stage in HERE:
        if shipment.direction is Direction.OUTBOUND and shipment.stage is ShipmentStage.SIGNED:
            raise Refusal("parcel_not_here", shipment=shipment.number)
        return []
    inbound = shipment.direction is Direction.INBOUND
    if not inbound or ShipmentStage.SIGNED not in STEPS[shipment.stage]:
        raise Refusal("parcel_not_here", shipment=shipment.number)
    entity = f"shipment:{shipment.number}"
    told = ShipmentMoved(stage=ShipmentStage.SIGNED, source="opened")
    return [Act(entity=entity, payload=told, subject=entity)]


def _registered(office: Office, clerk: Clerk, number: str, line: Counted) -> Counted:
    """Each original that was found is a piece from now on, one for each copy."""
    if not line.original or line.counted == 0:
        return line
    names = [line.name]
    if line.counted > 1:
        names = [f"{line.name}（{n}/{line.counted}）" for n in range(1, line.counted + 1)]
    told = [
        PieceRegistered(
            case=line.case, kind=PieceKind.ORIGINAL, key=line.key, name=name,
            motion=Motion.ARRIVE, pages=line.counted_pages, shipment=number,
        )
        for name in names
    ]  # fmt: skip
    made = pieces.add(office, clerk, told)
    return replace(line, piece=" ".join(piece.number for piece in made))


def _back(office: Office, shipment: Shipment, lines: tuple[Counted, ...], by: Signed) -> list[Act]:
    """Our own parcel came back: what was not found in it is lost, the rest lies in the hall."""
    if shipment.direction is Direction.INBOUND:
        return []
    gone = {line.key for line in lines if line.found is Found.MISSING}
    acts = []
    for row in office.store.views.pieces(PieceFilter(shipment=shipment.number)):
        lost = row.number in gone or row.key in gone
        if lost and row.at in (Whereabouts.COURIER, Whereabouts.HALL):
            motion = Motion.LOSE
        elif row.at is Whereabouts.COURIER:
            motion = Motion.ARRIVE
        else:
            continue
        told = PieceMoved(motion=motion, shipment=shipment.number, second=by.second)
        acts.append(pieces.step(row, told))
    return acts


def _issue(office: Office, clerk: Clerk, shipment: Shipment, told: ParcelOpened) -> str:
    at = office.now().isoformat(timespec="seconds")
    other = office.store.views.clerk(told.second) if told.second else None
    facts = PaperFacts(
        kind=PaperKind.COUNT,
        number=paper_number(PaperKind.COUNT, shipment.number, 1),
        issued_at=at,
        issuer=office.issuer(clerk),
        carrier=carrier(shipment.carrier).name,
        waybill=shipment.waybill,
        copies=2,
        custody=CustodyFacts(
            shipment=shipment.number, bag=told.bag, intact=told.intact, opened_at=at,
            second=f"{other.name}（{other.code}）" if other else "", alone=told.alone,
            counted=told.counted,
        ),
    )  # fmt: skip
    return journal_facts(office, clerk, facts, subject=f"shipment:{shipment.number}")
