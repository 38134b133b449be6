"""封袋: every paper is scanned against the parcel's label; what does not belong is written down."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.custody.entries import (
    PaperRefused,
    ParcelSealed,
    ParcelUnsealed,
    PieceKind,
    PieceMoved,
    PieceRegistered,
)
from desktop.domain.custody.moves import AT_HAND, Motion
from desktop.domain.custody.seal import (
    Expected,
    Seal,
    case_of,
    check_complete,
    expected,
    match,
    needs_seal,
    normal_scan,
    seal_of,
)
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.courier.loading import load_shipment
from desktop.services.custody import pieces
from desktop.services.custody.rule import NOBODY, Signature, rule, signed
from desktop.services.office import Office

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SealingSheet:
    """What the parcel must hold, and the seal on it once there is one."""

    shipment: Shipment
    expected: tuple[Expected, ...]
    seal: Seal | None


def sheet(office: Office, number: str) -> SealingSheet:
    shipment = load_shipment(office, number)
    held = [
        piece
        for case in shipment.cases
        for row in pieces.of_case(office, case)
        if (row.at in AT_HAND or row.shipment == number)
        and (piece := office.store.views.piece(row.number)) is not None
    ]
    told = expected(shipment.contents, held, _results(office, shipment))
    return SealingSheet(shipment, told, seal(office, number))


def seal(office: Office, number: str) -> Seal | None:
    """The seal that closes the parcel now."""
    return seal_of(office.store.journal.facts(f"shipment:{number}"))


def check_open(office: Office, number: str) -> None:
    """What is sealed is closed: its contents change after 拆封 only."""
    closed = seal(office, number)
    if closed is not None:
        raise Refusal("parcel_sealed", shipment=number, bag=closed.told.bag)


def check_sealed(office: Office, shipment: Shipment) -> str:
    """The bag's number, empty where none is wanted. Refuses `parcel_not_sealed` where the hall wants
    originals to travel under seal.
    """
    closed = seal(office, shipment.number)
    if closed is not None:
        return closed.told.bag
    if rule(office).sealing_required and needs_seal(shipment.contents):
        raise Refusal("parcel_not_sealed", shipment=shipment.number)
    return ""


def scan(
    office: Office, clerk: Clerk, number: str, scanned: str, done: frozenset[str] = NOTHING
) -> Expected:
    """The paper just scanned, if it belongs into this parcel. A paper of another case is refused
    and journalled; a code that is no paper of ours is refused alone.
    """
    require(clerk, Right.SHIP)
    told = sheet(office, number)
    if told.seal is not None:
        check_open(office, number)
    try:
        return match(told.expected, scanned, done)
    except Refusal as refusal:
        if refusal.code == "wrong_paper":
            _refuse(office, clerk, number, normal_scan(scanned))
        raise


def close(
    office: Office,
    clerk: Clerk,
    number: str,
    bag: str,
    done: frozenset[str],
    signature: Signature = NOBODY,
) -> Seal:
    """Seal the bag: all that is expected was scanned, the bag's number is new. Result papers become
    pieces by this, and every piece moves into the bag, in one commit.
    """
    require(clerk, Right.SHIP)
    bag = bag.strip().upper()
    _check_sealable(office, number, bag)
    by = signed(office, clerk, rule(office).two_to_seal, signature)
    with office.store.journal.transaction():
        told = sheet(office, number)
        check_complete(told.expected, done)
        known = [one.piece for one in told.expected if one.piece]
        new = pieces.add(
            office, clerk, [_result(one.content) for one in told.expected if _new(one)]
        )
        inside = (*known, *(piece.number for piece in new))
        papers = tuple(
            one.content.key for one in told.expected if one.content.kind is ContentKind.NOTICE
        )
        entry = ParcelSealed(
            bag=bag, pieces=inside, papers=papers, second=by.second, alone=by.alone
        )
        moves = PieceMoved(motion=Motion.SEAL, shipment=number, bag=bag, second=by.second)
        acts = [pieces.step(pieces.load(office, one), moves) for one in inside]
        office.store.journal.append([_act(number, entry), *acts], clerk.code)
        made = seal(office, number)
    assert made is not None
    return made


def unseal(
    office: Office, clerk: Clerk, number: str, reason: str, signature: Signature = NOBODY
) -> None:
    """拆封 while the parcel is still in the hall; why must be said."""
    require(clerk, Right.SHIP)
    closed = seal(office, number)
    if closed is None:
        raise Refusal("parcel_open", shipment=number)
    if load_shipment(office, number).stage is not ShipmentStage.WAITING:
        raise Refusal("parcel_closed", shipment=number)
    if not reason.strip():
        raise Refusal("reason_missing")
    by = signed(office, clerk, rule(office).two_to_seal, signature)
    entry = ParcelUnsealed(
        bag=closed.told.bag, reason=reason.strip(), second=by.second, alone=by.alone
    )
    told = PieceMoved(motion=Motion.UNSEAL, shipment="", second=by.second)
    acts = [pieces.step(pieces.load(office, one), told) for one in closed.told.pieces]
    office.store.journal.append([_act(number, entry), *acts], clerk.code)


def _check_sealable(office: Office, number: str, bag: str) -> None:
    shipment = load_shipment(office, number)
    check_open(office, number)
    if shipment.direction is Direction.INBOUND or shipment.stage is not ShipmentStage.WAITING:
        raise Refusal("parcel_closed", shipment=number)
    if not shipment.contents:
        raise Refusal("nothing_to_seal", shipment=number)
    if not bag:
        raise Refusal("bag_missing")
    owner = office.store.views.bag_owner(bag)
    if owner:
        raise Refusal("bag_in_use", bag=bag, shipment=owner)


def _refuse(office: Office, clerk: Clerk, number: str, scanned: str) -> None:
    """Write down what somebody held to the wrong label; what is no paper of ours leaves no trace."""
    piece = office.store.views.piece(scanned)
    case = piece.case if piece is not None else case_of(scanned)
    if piece is not None or office.store.views.case(case) is not None:
        act = _act(number, PaperRefused(number=scanned, case=case))
        office.store.journal.append([act], clerk.code)


def _results(office: Office, shipment: Shipment) -> dict[str, str]:
    cases = ((number, office.store.views.case(number)) for number in shipment.cases)
    return {
        number: case.course.produced.number
        for number, case in cases
        if case is not None and case.course.produced is not None
    }


def _new(one: Expected) -> bool:
    """A result paper that has no piece yet; copies of materials need none."""
    return not one.piece and one.content.kind in (ContentKind.NOTICE, ContentKind.LICENCE)


def _result(content: Content) -> PieceRegistered:
    return PieceRegistered(
        case=content.case, kind=PieceKind.RESULT, key=content.key, name=content.name,
        motion=Motion.MAKE, pages=content.pages,
    )  # fmt: skip


def _act(number: str, told: object) -> Act:
    return Act(entity=f"shipment:{number}", payload=told)
