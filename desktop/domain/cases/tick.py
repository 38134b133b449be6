"""What the clerk found of one material: the five states, what was kept, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Check(StrEnum):
    """未核 · 已收 · 免交 · 待补 · 不符."""

    UNCHECKED = "unchecked"
    RECEIVED = "received"
    EXEMPT = "exempt"
    PENDING = "pending"
    DEFECT = "defect"


class Kept(StrEnum):
    """留存 · 验后退还 · 复印 · 电子."""

    KEPT = "kept"
    SEEN = "seen"
    COPY = "copy"
    ELECTRONIC = "electronic"


class Fault(StrEnum):
    """Why a material does not pass; the digit is the clerk's key."""

    MISSING = "1"
    EXPIRED = "2"
    UNSIGNED = "3"
    UNCLEAR = "4"
    INCONSISTENT = "5"
    FORM = "6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """State of one line of the checklist. `copies` 0 means: as many as the item asks for.

    `note` says in the clerk's words what is wrong or where an exemption comes from. `by` is the day
    agreed on for a material that follows later (容缺); None is the latest that the rules allow.
    """

    check: Check = Check.UNCHECKED
    kept: Kept = Kept.KEPT
    copies: int = 0
    pages: int = 0
    fault: Fault | None = None
    note: str = ""
    by: date | None = None

    @property
    def settled(self) -> bool:
        """Nothing more to ask of the applicant for this line."""
        return self.check in (Check.RECEIVED, Check.EXEMPT)


UNTICKED = Tick()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCorrection:
    """当场更正 (许可法 32(3)): what was wrong with a material and was put right at the counter."""

    key: str
    fault: Fault
