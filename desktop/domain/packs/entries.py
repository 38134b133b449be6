"""What the journal says of the catalogue beside its items: sources, licences, themes, policies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """A part of the catalogue that is no item. The value is also the first half of its entity."""

    SOURCE = "source"
    E_LICENCE = "e_licence"
    DATA_SHARE = "data_share"
    THEME = "theme"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPublished:
    """One part as text (the JSON of its file form), in force from this entry on."""

    part: Part
    id: str
    content: str
    source: str
