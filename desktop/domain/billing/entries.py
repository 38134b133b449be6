"""What the journal says of bills, disputes and tariffs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.billing.verdicts import Verdict

CORRECTED = "corrected"
"""The reason of disputes that a corrected bill ended by leaving their lines out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillImported:
    """A carrier's bill of one month; of several the last one counts until one is signed off.

    The lines follow in the same commit as `BilledLines` with the same digest.
    """

    carrier: str
    month: str
    file: str
    sha256: str
    lines: int
    total: str
    stated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BilledLines:
    """The n-th of `pieces` pieces of a bill's lines as text (`desktop.domain.billing.bill`)."""

    sha256: str
    piece: int
    pieces: int
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedLine:
    """`claimed` is what the carrier is asked to give back, in yuan as text."""

    key: str
    verdict: Verdict
    claimed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillDisputed:
    """These lines are not agreed to; the carrier was told so."""

    lines: tuple[DisputedLine, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillCredited:
    """The end of disputes: the carrier gave back `amount` for each key, or the hall accepted the
    line for a reason. `document` is the carrier's credit note.
    """

    keys: tuple[str, ...]
    amounts: tuple[str, ...] = ()
    accepted: bool = False
    reason: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillSignedOff:
    """对账确认: what is owed, by whom. `sha256` names the bill that was agreed to."""

    sha256: str
    total: str
    withheld: str
    credited: str
    payable: str
    paper: str = ""
    representative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffPublished:
    """A contract's tariff in the form of `resources/courier/tariff.json`, one carrier's."""

    carrier: str
    valid_from: date
    content: str
    source: str
    valid_until: date | None = None
