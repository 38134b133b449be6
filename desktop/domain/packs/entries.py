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


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingRuleSet:
    """Whether publishing in the window needs a second person (双人复核)."""

    second_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsProposed:
    """A pack that waits for a second person: the n-th of `pieces` pieces of its text.

    A piece stays below the limit of an entry. `items` and `parts` are how many the pack holds.
    """

    piece: int
    pieces: int
    content: str
    source: str
    items: int = 0
    parts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalSettled:
    """A second person published the pack, or somebody declined it and says why. `alone`: why the
    first published it themselves, where the hall may go on alone.
    """

    published: bool
    reason: str = ""
    alone: str = ""
