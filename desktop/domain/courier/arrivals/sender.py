"""Who sent a parcel, as its label names them: a person's name is masked, an organisation's public."""

from __future__ import annotations

import re

from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.party import PartyKind

ORGANISATION = re.compile(
    r"(?:公司|厂|店|社|学校|医院|大学|中心|协会|基金会|事务所|合伙企业|委员会|局)$"
)


def party_kind(name: str) -> PartyKind:
    """A likely guess by how the name ends; the clerk corrects it in the intake."""
    public = len(name) > 4 and ORGANISATION.search(name.strip())
    return PartyKind.ORGANISATION if public else PartyKind.PERSON


def shown_name(name: str) -> str:
    """For lists; empty where nobody is named."""
    if not name.strip() or party_kind(name) is PartyKind.ORGANISATION:
        return name.strip()
    return mask_name(name)
