"""错寄: recall, the record that 个人信息保护法 57 asks for, telling the persons, a linked re-send."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.carriers import Direction, carrier
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.custody.entries import PieceMoved
from desktop.domain.custody.facts import CustodyFacts
from desktop.domain.custody.misdelivery import (
    Follow,
    Harm,
    Misdelivered,
    Misdelivery,
    MisdeliveryFollowed,
    check_misdelivered,
    check_step,
    fold,
)
from desktop.domain.custody.moves import MOVES, Motion
from desktop.domain.custody.rows import PieceFilter
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.papers import journal_facts
from desktop.services.courier.loading import load_shipment
from desktop.services.custody import pieces
from desktop.services.office import Office

NOT_OUT = frozenset({ShipmentStage.WAITING, ShipmentStage.CANCELLED})


@dataclass(frozen=True, slots=True)
class Recorded:
    """Numbers of the papers that were issued: 处置记录, and the 告知书 where persons are told."""

    papers: tuple[str, ...]


def misdelivery(office: Office, number: str) -> Misdelivery | None:
    return fold(office.store.journal.facts(f"shipment:{number}"))


def blank(office: Office, number: str) -> Misdelivered:
    """A record to fill in: what was inside and whose it is are known already."""
    shipment = load_shipment(office, number)
    return Misdelivered(
        found_on=office.today(), kinds=(), harm=Harm.SLIGHT, contents=shipment.contents,
        contact=office.station.privacy_contact or office.station.phone,
        owner=shipment.receiver.name,
    )  # fmt: skip


def record(office: Office, clerk: Clerk, number: str, told: Misdelivered) -> Recorded:
    """Journal the misdelivery with its papers; the pieces are 误投 from now on, in one commit."""
    require(clerk, Right.SHIP)
    check_misdelivered(told)
    shipment = load_shipment(office, number)
    if shipment.direction is Direction.INBOUND or shipment.stage in NOT_OUT:
        raise Refusal("not_sent_out", shipment=number)
    if misdelivery(office, number) is not None:
        raise Refusal("misdelivered_already", shipment=number)
    told = replace(told, contents=told.contents or shipment.contents)
    with office.store.journal.transaction():
        acts = [_act(number, told), *_moves(office, number, Motion.STRAY)]
        office.store.journal.append(acts, clerk.code)
        papers = [_issue(office, clerk, shipment, PaperKind.MISDELIVERY)]
        if not told.not_told.strip():
            papers.append(_issue(office, clerk, shipment, PaperKind.MISDELIVERY_NOTICE))
    return Recorded(tuple(papers))


def follow(office: Office, clerk: Clerk, number: str, told: MisdeliveryFollowed) -> Recorded:
    """One step more. The papers back: the pieces lie in the hall again. Closed: the record is
    issued once more, whole.
    """
    require(clerk, Right.SHIP)
    known = misdelivery(office, number)
    if known is None:
        raise Refusal("no_misdelivery", shipment=number)
    if told.on > office.today():
        raise Refusal("in_the_future", at=told.on.isoformat())
    check_step(known, told)
    if told.step is Follow.RESENT and office.store.views.shipment(told.resend) is None:
        raise Refusal("resend_unknown", shipment=told.resend or "—")
    papers: tuple[str, ...] = ()
    with office.store.journal.transaction():
        acts = [_act(number, told)]
        if told.step is Follow.RECALLED:
            acts += _moves(office, number, Motion.ARRIVE)
        office.store.journal.append(acts, clerk.code)
        if told.step is Follow.CLOSED:
            shipment = load_shipment(office, number)
            papers = (_issue(office, clerk, shipment, PaperKind.MISDELIVERY),)
    return Recorded(papers)


def _moves(office: Office, number: str, motion: Motion) -> list[Act]:
    told = PieceMoved(motion=motion, shipment=number)
    rows = office.store.views.pieces(PieceFilter(shipment=number))
    return [pieces.step(row, told) for row in rows if motion in MOVES[row.at]]


def _issue(office: Office, clerk: Clerk, shipment: Shipment, kind: PaperKind) -> str:
    known = misdelivery(office, shipment.number)
    assert known is not None
    ordinal = 1
    while office.store.views.paper_row(paper_number(kind, shipment.number, ordinal)):
        ordinal += 1
    left = [at for stage, at in shipment.history if stage is ShipmentStage.PICKED_UP]
    facts = PaperFacts(
        kind=kind,
        number=paper_number(kind, shipment.number, ordinal),
        issued_at=office.now().isoformat(timespec="seconds"),
        issuer=office.issuer(clerk),
        carrier=carrier(shipment.carrier).name,
        waybill=shipment.waybill,
        copies=2,
        custody=CustodyFacts(
            shipment=shipment.number, misdelivered=known.told, steps=known.steps,
            resend=known.resend, sent_at=left[0].isoformat() if left else "",
        ),
    )  # fmt: skip
    return journal_facts(office, clerk, facts, subject=f"shipment:{shipment.number}")


def _act(number: str, told: object) -> Act:
    entity = f"shipment:{number}"
    return Act(entity=entity, payload=told, subject=entity)
