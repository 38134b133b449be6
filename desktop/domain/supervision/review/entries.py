"""What the journal says of a supervisor's look at an act, and of work that was given to another."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.handling.changes import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLookedAt:
    """复核 of an act that asks for a look. The entity names it: `review:` and its entry, or its burst."""

    finding: Finding
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAssigned:
    """改派: from now on `to` answers for the case at the counter (工号)."""

    to: str
    before: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHandled:
    """A draft held by `before` was given to `to`, or released where `to` is empty: then it is gone.
    `lost` counts what was in it, by part, without a word of what it said.
    """

    draft: str
    before: str
    reason: str
    to: str = ""
    item: str = ""
    case: str = ""
    lost: tuple[tuple[str, int], ...] = ()
