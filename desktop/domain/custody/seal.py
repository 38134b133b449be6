"""Sealing: what a parcel must hold, which scan belongs to it, and whether its bag is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.cases.naming.papers import read_number
from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.entries import Content
from desktop.domain.custody.entries import (
    ParcelOpened,
    ParcelSealed,
    ParcelUnsealed,
)
from desktop.domain.custody.piece import Piece
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One paper that belongs into the parcel; `numbers` are the codes that may stand on it.

    A line without any is told by its case's barcode, one scan for each such line.
    """

    content: Content
    numbers: frozenset[str]
    piece: str = ""

    @property
    def id(self) -> str:
        return self.piece or f"{self.content.case} {self.content.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The bag as it is now closed."""

    told: ParcelSealed
    at: datetime
    clerk: str
    entry: str


def normal_scan(text: str) -> str:
    """The number in what a scanner read: a paper's QR has its content hash behind it."""
    return next(iter(text.upper().split()), "")


def case_of(scanned: str) -> str:
    """The case that a paper's number, or a case's own, names: it may be no case at all."""
    case, _kind, _ordinal = read_number(scanned)
    return case


def match(expected: Sequence[Expected], scanned: str, done: frozenset[str]) -> Expected:
    """The paper that was scanned. Refuses `scanned_already`, and `wrong_paper` for what does not
    belong into this parcel: whoever asks writes that down.
    """
    number = normal_scan(scanned)
    known = [one for one in expected if number in one.numbers]
    if not known:
        known = [one for one in expected if _bare(one, number)]
    if not known:
        raise Refusal("wrong_paper", scanned=number)
    open_ = [one for one in known if one.id not in done]
    if not open_:
        raise Refusal("scanned_already", name=known[0].content.name)
    return open_[0]


def _bare(one: Expected, case: str) -> bool:
    """A line of this case that carries no number of its own: the case's barcode tells it."""
    return one.content.case == case and not one.numbers


def expected(
    contents: Iterable[Content], pieces: Iterable[Piece], results: dict[str, str]
) -> tuple[Expected, ...]:
    """What a parcel of these contents must hold. `pieces` are those that the hall has of the same
    cases, `results` the licence number by case.
    """
    held = list(pieces)
    found = []
    for line in contents:
        piece = next((one for one in held if _is(one, line)), None)
        if piece is not None:
            held.remove(piece)
        numbers = {piece.number} if piece is not None else set()
        if line.kind is ContentKind.NOTICE:
            numbers.add(line.key.upper())
        elif line.kind is ContentKind.LICENCE and results.get(line.case):
            numbers.add(results[line.case].upper())
        found.append(
            Expected(content=line, numbers=frozenset(numbers), piece=piece.number if piece else "")
        )
    return tuple(found)


def _is(piece: Piece, line: Content) -> bool:
    same = piece.case == line.case
    return piece.number == line.key or (same and piece.key == line.key and bool(line.key))


def seal_of(facts: Iterable[Fact]) -> Seal | None:
    """The seal that closes the parcel now; None while it is open."""
    seal: Seal | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, ParcelSealed):
            seal = Seal(told=told, at=fact.happened_at, clerk=fact.entry.clerk, entry=fact.entry.id)
        elif isinstance(told, ParcelUnsealed):
            seal = None
    return seal


def opened_of(facts: Iterable[Fact]) -> ParcelOpened | None:
    """The first count on arrival, which stands."""
    told = (fact.payload for fact in facts)
    return next((one for one in told if isinstance(one, ParcelOpened)), None)


def check_complete(expected: Sequence[Expected], done: frozenset[str]) -> None:
    """Nothing may be missing from a bag that is closed."""
    left = [one.content.name for one in expected if one.id not in done]
    if left:
        raise Refusal("papers_not_scanned", names=left)


def needs_seal(contents: Iterable[Content]) -> bool:
    """Whether the parcel holds an original of the applicant's, or the licence itself."""
    kinds = (ContentKind.RETURNED, ContentKind.LICENCE)
    return any(line.original or line.kind in kinds for line in contents)
