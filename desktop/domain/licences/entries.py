"""What the journal says of a licence. A released payload never changes.

The holder is sealed under the licence's own key, for a licence outlives the case that led to it:
purging the case leaves the register as it is. A purge of the licence itself is not built yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.guidance.item import Lead
from desktop.domain.guidance.terms import Late
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import Party, PartyKind
from desktop.domain.trust.entry import PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceHolder:
    """持有人, as on the licence."""

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    id_kind: IdKind = IdKind.RESIDENT_ID
    id_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """The item's rule as it stood when the licence was issued; `basis` are citations as text."""

    closes: Lead
    opens: Lead | None = None
    late: Late = Late.WARN
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceIssued:
    """签发, or entered by hand because it was issued before. Issued again it is a further edition.

    `item` is a category of e-licence where the licence was told of from elsewhere. `valid_until`
    is the last day of validity, None where there is no end. `case` is empty and `reason` says why
    where no case of this hall led to it; `issuer` is empty where the hall's own organ issued it.
    """

    item: str
    name: str
    number: str
    issued_on: date
    valid_from: date
    valid_until: date | None = None
    renewal: Renewal | None = None
    case: str = ""
    reason: str = ""
    issuer: str = ""
    holder: LicenceHolder = field(default=LicenceHolder(), metadata=PERSONAL)


class EndWhy(StrEnum):
    """注销 (行政许可法 70) · 撤销 (69) · 失效 · 换发 · 登记有误 · 吊销, 暂扣 (行政处罚法 9)."""

    CANCELLED = "cancelled"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    REPLACED = "replaced"
    MISTAKEN = "mistaken"
    STRIPPED = "stripped"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceEnded:
    """The licence is in force no more from `on`; `successor` is the id of what replaces it."""

    why: EndWhy
    on: date
    reason: str = ""
    case: str = ""
    successor: str = ""


def holder_of(party: Party) -> LicenceHolder:
    """The applicant of a case as the holder of its result."""
    return LicenceHolder(
        kind=party.kind, name=party.name, id_kind=party.id_kind, id_number=party.id_number
    )
