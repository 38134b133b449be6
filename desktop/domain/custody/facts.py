"""What the papers of custody state beside the head that all papers share."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.custody.entries import Counted
from desktop.domain.custody.misdelivery import Misdelivered, MisdeliveryFollowed


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyFacts:
    """`opened_at` and `sent_at` are ISO moments; `second` is code and name of who signed beside."""

    shipment: str
    bag: str = ""
    intact: bool = True
    opened_at: str = ""
    sent_at: str = ""
    second: str = ""
    alone: str = ""
    counted: tuple[Counted, ...] = ()
    misdelivered: Misdelivered | None = None
    steps: tuple[MisdeliveryFollowed, ...] = ()
    resend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLabel:
    """What the barcode label of a piece shows: its number, its name, its case. Nobody's name."""

    number: str
    name: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLabels:
    labels: tuple[PieceLabel, ...]
