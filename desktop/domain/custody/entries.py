"""What the journal says of pieces, sealed bags, opened parcels and the hall's rule on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.custody.moves import Motion
from desktop.domain.trust.entry import PERSONAL


class PieceKind(StrEnum):
    """申请人的原件 · 结果文书."""

    ORIGINAL = "original"
    RESULT = "result"


class Found(StrEnum):
    """What the count of an opened parcel found of one line: 相符 缺少 多出 份页不符 破损."""

    AS_TOLD = "as_told"
    MISSING = "missing"
    EXTRA = "extra"
    OTHER_COUNT = "other_count"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRegistered:
    """件: one original or result paper of a case. `key` is the material's key or the paper's number,
    `motion` how it came under the hall's care, `shipment` the parcel it came in, if any.
    """

    case: str
    kind: PieceKind
    key: str
    name: str
    motion: Motion
    pages: int = 0
    shipment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceMoved:
    """A move of `MOVES`. `second` is the code of who signed beside the author of the entry."""

    motion: Motion
    shipment: str = ""
    bag: str = ""
    second: str = ""
    note: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelSealed:
    """封袋: every paper was scanned. `alone` says why there was no second person."""

    bag: str
    pieces: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    second: str = ""
    alone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelUnsealed:
    """拆封 before it left the hall; the bag's number is used up."""

    bag: str
    reason: str
    second: str = ""
    alone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRefused:
    """A paper of `case` was held to this parcel's label and does not belong into it."""

    number: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One line of the count: announced and found copies and pages; `piece` once it has an id."""

    case: str
    key: str
    name: str
    found: Found
    copies: int = 1
    counted: int = 1
    pages: int = 0
    counted_pages: int = 0
    original: bool = False
    piece: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelOpened:
    """开拆清点 of a parcel on arrival; `bag` is the number found on it, `intact` its seal."""

    counted: tuple[Counted, ...]
    bag: str = ""
    intact: bool = True
    second: str = ""
    alone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneReviewed:
    """复核 of a sealing or opening that one person did alone: what the supervisor found."""

    entry: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyRuleSet:
    """The hall's rule: what needs a seal, what two persons, and whether alone with a reason is let."""

    sealing_required: bool = False
    two_to_seal: bool = False
    two_to_open: bool = False
    alone_allowed: bool = True
