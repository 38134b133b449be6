"""What the journal says of the address book."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.trust.entry import PERSONAL


class AddressKind(StrEnum):
    """机关 · 企业 · 申请人."""

    ORGAN = "organ"
    ENTERPRISE = "enterprise"
    APPLICANT = "applicant"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressSaved:
    """A frequent address, or its correction. `consent`: the applicant agreed to its being kept
    (个人信息保护法 13); `initials` of the name are worked out when it is saved.
    """

    kind: AddressKind
    consent: bool = False
    name: str = field(default="", metadata=PERSONAL)
    phone: str = field(default="", metadata=PERSONAL)
    province: str = field(default="", metadata=PERSONAL)
    city: str = field(default="", metadata=PERSONAL)
    district: str = field(default="", metadata=PERSONAL)
    street: str = field(default="", metadata=PERSONAL)
    initials: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRemoved:
    """Out of the book; its key is destroyed in the same commit."""

    reason: str = ""
