"""One painted line, and how each state looks: glyph, word and colour together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """Glyph and tone of a line: 未核 已收 免交 待补 不符, 不需要, and lines that only say
    something: a heading, a routing hint.
    """

    OPEN = "open"
    DONE = "done"
    SPARED = "spared"
    LATER = "later"
    WRONG = "wrong"
    APART = "apart"
    HEADING = "heading"
    NOTE = "note"


TONES = {
    Mark.OPEN: "quiet",
    Mark.DONE: "good",
    Mark.SPARED: "info",
    Mark.LATER: "warn",
    Mark.WRONG: "bad",
    Mark.APART: "quiet",
    Mark.HEADING: "quiet",
    Mark.NOTE: "warn",
}
GROUNDS = {
    Mark.OPEN: "surface",
    Mark.DONE: "good_ground",
    Mark.SPARED: "info_ground",
    Mark.LATER: "warn_ground",
    Mark.WRONG: "bad_ground",
    Mark.APART: "surface",
    Mark.HEADING: "surface",
    Mark.NOTE: "surface",
}
SPOKEN = frozenset({Mark.HEADING, Mark.NOTE})
"""Lines that cannot be chosen."""
QUIET = frozenset({Mark.DONE, Mark.SPARED, Mark.APART, Mark.HEADING})
"""What is done or not needed steps back; what is left stands out."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """`number` 0 has no key; `state` is the pill's words, empty for no pill."""

    key: str
    name: str
    detail: str
    mark: Mark
    state: str = ""
    number: int = 0

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        number = f"第 {self.number} 项" if self.number else ""
        return "，".join(part for part in (number, self.name, self.state, self.detail) if part)
