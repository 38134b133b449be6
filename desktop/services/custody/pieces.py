"""Pieces: registered at the counter, moved by hand, and what of a case could be registered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.tick import Check, Kept
from desktop.domain.custody.entries import PieceKind, PieceMoved, PieceRegistered
from desktop.domain.custody.facts import PieceLabel, PieceLabels
from desktop.domain.custody.moves import AT_HAND, BY_PARCEL, Motion, moved
from desktop.domain.custody.piece import Piece
from desktop.domain.custody.rows import PieceFilter, PieceRow
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.acts import load as load_case
from desktop.services.office import Office

RESULT = "result"
ORIGINAL = "原件"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something of a case that the hall may take into custody: a received original, the result."""

    key: str
    name: str
    kind: PieceKind
    copies: int = 1
    pages: int = 0


def load(office: Office, number: str) -> Piece:
    piece = office.store.views.piece(number.strip().upper())
    if piece is None:
        raise Refusal("unknown_piece", piece=number)
    return piece


def of_case(office: Office, case: str, away: bool = True) -> list[PieceRow]:
    """The case's pieces; only those not with the applicant unless said otherwise."""
    return office.store.views.pieces(PieceFilter(case=case, away=away))


def candidates(office: Office, case_number: str) -> tuple[Candidate, ...]:
    """What was received in the original, and the result once it is made, without a piece yet."""
    case = load_case(office, case_number)
    known = {row.key for row in of_case(office, case_number)}
    return tuple(one for one in _of(case) if one.key not in known)


def register(office: Office, clerk: Clerk, case: str, keys: Iterable[str]) -> tuple[Piece, ...]:
    """Take these of the case's candidates into custody at the window, a piece for each copy."""
    require(clerk, Right.SERVE)
    wanted = set(keys)
    with office.store.journal.transaction():
        chosen = [one for one in candidates(office, case) if one.key in wanted]
        if not chosen or wanted - {one.key for one in chosen}:
            raise Refusal("nothing_to_register", case=case)
        told = [entry for one in chosen for entry in _entries(case, one)]
        return add(office, clerk, told)


def add(office: Office, clerk: Clerk, told: Iterable[PieceRegistered]) -> tuple[Piece, ...]:
    """Number and journal new pieces; joins the transaction it is called in."""
    numbers = []
    at = office.now()
    journal = office.store.journal
    with journal.transaction():
        for one in told:
            seq = journal.next_number("P", at.astimezone(BEIJING).date())
            number = f"{office.station.hall}-{at:%Y%m%d}-{office.station.device}-P{seq:04d}"
            journal.append([Act(entity=f"piece:{number}", payload=one)], clerk.code)
            numbers.append(number)
    return tuple(load(office, number) for number in numbers)


def move(office: Office, clerk: Clerk, number: str, motion: Motion, note: str = "") -> Piece:
    """A move told by hand. Those of parcels are made by sealing, handing over and opening; what is
    lost or came back from being lost wants a word on it.
    """
    require(clerk, Right.SERVE)
    piece = load(office, number)
    moved(piece.at, motion)
    if motion in BY_PARCEL:
        raise Refusal("motion_of_parcel", motion=motion)
    if motion in (Motion.LOSE, Motion.FIND) and not note.strip():
        raise Refusal("reason_missing")
    act = step(piece, PieceMoved(motion=motion, note=note.strip()))
    office.store.journal.append([act], clerk.code)
    return load(office, piece.number)


def labels(office: Office, numbers: Iterable[str]) -> PieceLabels:
    """A barcode label for each of these pieces."""
    known = (load(office, number) for number in numbers)
    return PieceLabels(
        labels=tuple(PieceLabel(number=p.number, name=p.name, case=p.case) for p in known)
    )


def step(piece: Piece | PieceRow, told: PieceMoved) -> Act:
    """The act of a move; the note is sealed with the case it belongs to."""
    entity = f"piece:{piece.number}"
    return Act(entity=entity, payload=told, subject=f"case:{piece.case}" if piece.case else entity)


def given_back(office: Office, case: str) -> list[Act]:
    """Results of the case that lie at hand and are handed to the applicant over the counter."""
    told = PieceMoved(motion=Motion.GIVE_BACK)
    return [
        step(row, told)
        for row in of_case(office, case)
        if row.kind is PieceKind.RESULT and row.at in AT_HAND
    ]


def to_back_office(office: Office, cases: Iterable[str]) -> list[Act]:
    """Originals at hand go along with the materials of these cases (材料交接单)."""
    told = PieceMoved(motion=Motion.TO_BACK_OFFICE)
    rows = (row for case in cases for row in of_case(office, case))
    return [step(row, told) for row in rows if row.kind is PieceKind.ORIGINAL and row.at in AT_HAND]


def _of(case: Case) -> list[Candidate]:
    found = [
        Candidate(
            key=line.key, name=line.name, kind=PieceKind.ORIGINAL,
            copies=line.tick.copies or line.copies, pages=line.tick.pages,
        )
        for line in case.lines
        if line.tick.check is Check.RECEIVED
        and line.tick.kept is not Kept.ELECTRONIC
        and line.type.startswith(ORIGINAL)
    ]  # fmt: skip
    made = case.course.produced
    if made is not None and case.closed_at is None:
        found.append(Candidate(key=RESULT, name=made.name, kind=PieceKind.RESULT))
    return found


def _entries(case: str, one: Candidate) -> list[PieceRegistered]:
    motion = Motion.MAKE if one.kind is PieceKind.RESULT else Motion.TAKE_IN
    told = PieceRegistered(
        case=case, kind=one.kind, key=one.key, name=one.name, motion=motion, pages=one.pages
    )
    if one.copies <= 1:
        return [told]
    names = (f"{one.name}（{n}/{one.copies}）" for n in range(1, one.copies + 1))
    return [replace(told, name=name) for name in names]
