"""A licence is the fold of its entries: the last edition stands, until it is ended."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.licences.entries import LicenceEnded, LicenceHolder, LicenceIssued, Renewal
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """电子证照 as it stands in the register. `editions` counts how often it was issued."""

    id: str
    item: str
    name: str
    number: str
    issued_on: date
    valid_from: date
    valid_until: date | None
    renewal: Renewal | None
    case: str
    reason: str
    holder: LicenceHolder
    issuer: str = ""
    editions: int = 1
    ended: LicenceEnded | None = None

    @property
    def in_force(self) -> bool:
        """Not ended; whether its validity has run out is for the day to say."""
        return self.ended is None


def number_key(number: str) -> str:
    """The number as it is compared: half-width, upper case, without blanks. Hyphens tell apart."""
    return "".join(unicodedata.normalize("NFKC", number).split()).upper()


def licence_id(item: str, number: str) -> str:
    """`SP01:JY11115000012345`: an item's licences are told apart by their numbers."""
    return f"{item}:{number_key(number)}"


def fold(id: str, facts: Iterable[Fact]) -> Licence | None:
    """The licence after these facts, in order; None while nothing was issued.

    Issued again (补办, 换发 under the same number) it stands anew, also after an end.
    """
    licence: Licence | None = None
    for fact in facts:
        match fact.payload:
            case LicenceIssued() as told:
                licence = _issued(id, told, 1 + (licence.editions if licence else 0))
            case LicenceEnded() as told if licence is not None:
                licence = replace(licence, ended=told)
    return licence


def _issued(id: str, told: LicenceIssued, editions: int) -> Licence:
    return Licence(
        id=id,
        item=told.item,
        name=told.name,
        number=told.number,
        issued_on=told.issued_on,
        valid_from=told.valid_from,
        valid_until=told.valid_until,
        renewal=told.renewal,
        case=told.case,
        reason=told.reason,
        holder=told.holder,
        issuer=told.issuer,
        editions=editions,
    )
