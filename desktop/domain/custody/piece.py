"""A piece is the fold of its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.custody.entries import PieceKind, PieceMoved, PieceRegistered
from desktop.domain.custody.moves import MOVES, Motion, Whereabouts
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One move as it happened: by whom, and who signed beside."""

    motion: Motion
    to: Whereabouts
    at: datetime
    clerk: str
    second: str = ""
    bag: str = ""
    shipment: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """件 as it stands; `since` is when it came to where it is."""

    number: str
    case: str
    kind: PieceKind
    key: str
    name: str
    pages: int
    at: Whereabouts
    since: datetime
    clerk: str
    shipment: str = ""
    bag: str = ""
    passages: tuple[Passage, ...] = ()


def fold(number: str, facts: Iterable[Fact]) -> Piece | None:
    """A move that the table does not hold is kept in the passages and moves nothing: what two
    stations journalled must never fail to merge.
    """
    piece: Piece | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, PieceRegistered) and piece is None:
            piece = _registered(number, told, fact)
        elif isinstance(told, PieceMoved) and piece is not None:
            piece = _moved(piece, told, fact)
    return piece


def _registered(number: str, told: PieceRegistered, fact: Fact) -> Piece:
    at = MOVES[Whereabouts.APPLICANT].get(told.motion, Whereabouts.WINDOW)
    passage = Passage(
        motion=told.motion, to=at, at=fact.happened_at, clerk=fact.entry.clerk,
        shipment=told.shipment,
    )  # fmt: skip
    return Piece(
        number=number, case=told.case, kind=told.kind, key=told.key, name=told.name,
        pages=told.pages, at=at, since=fact.happened_at, clerk=fact.entry.clerk,
        shipment=told.shipment, passages=(passage,),
    )  # fmt: skip


def _moved(piece: Piece, told: PieceMoved, fact: Fact) -> Piece:
    to = MOVES[piece.at].get(told.motion, piece.at)
    passage = Passage(
        motion=told.motion, to=to, at=fact.happened_at, clerk=fact.entry.clerk,
        second=told.second, bag=told.bag, shipment=told.shipment, note=told.note,
    )  # fmt: skip
    known = replace(piece, passages=(*piece.passages, passage))
    if told.motion not in MOVES[piece.at]:
        return known
    kept = to in (Whereabouts.COURIER, Whereabouts.ASTRAY, Whereabouts.LOST)
    return replace(
        known, at=to, since=fact.happened_at, clerk=fact.entry.clerk,
        shipment=told.shipment or (piece.shipment if kept else ""),
        bag=told.bag or (piece.bag if kept else ""),
    )  # fmt: skip
