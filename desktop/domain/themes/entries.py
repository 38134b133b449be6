"""What the journal says of a theme case. Nothing personal: the applicant stands in its members,
each sealed under its own key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.cases.draft import Channel
from desktop.domain.cases.entries import NO_TERM, SheetLine, Term
from desktop.domain.identity.party import Presence
from desktop.domain.savings.saving import Saving


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMember:
    """A member as it was planned; `days` is its promised limit as the catalogue counts it.

    `legal` is the law's limit; `promised` is told only where the item is 已核定. `permit`: it is
    行政许可.
    """

    key: str
    item: str
    item_name: str
    order: int
    days: int
    optional: bool = False
    instant: bool = False
    organ: str = ""
    legal: Term = NO_TERM
    promised: Term = NO_TERM
    permit: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A document of the one submission: who uses it, by member key; `producer` whose result it is."""

    line: SheetLine
    uses: tuple[str, ...]
    producer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeReceived:
    """一件事受理: one submission for all. `cases` are the first stage's, by member key.

    `answers` are the theme's, under its own names; `licences` the e-licences that spared; `unknown`
    members that the catalogue did not know.
    """

    theme: str
    name: str
    visit: str
    window: str
    members: tuple[ThemeMember, ...]
    lines: tuple[ThemeLine, ...]
    savings: tuple[Saving, ...]
    cases: Mapping[str, str]
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    situation: tuple[tuple[str, str], ...] = ()
    licences: tuple[str, ...] = ()
    presence: Presence = Presence.UNASKED
    channel: Channel = Channel.COUNTER
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeStageBegun:
    """The members of the next stage were filed, on the results of those before."""

    order: int
    cases: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEnded:
    """撤回 of the whole: what had not begun will not begin."""

    reason: str
