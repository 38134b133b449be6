"""What the journal says of keeping and of destroying: holds, terms, approvals, persons' requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.trust.entry import PERSONAL


class HoldGround(StrEnum):
    """投诉 · 复议、诉讼 · 审计、检查 · 信息公开、本人查阅 · 其他."""

    COMPLAINT = "complaint"
    LITIGATION = "litigation"
    AUDIT = "audit"
    INQUIRY = "inquiry"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSet:
    """暂停清除 of a case, or its end: the last word stands. While held it is never offered."""

    held: bool
    ground: HoldGround = HoldGround.OTHER
    note: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSet:
    """The hall's own rule, whole: the last one stands over what ships. `years` by item id; 0 keeps
    for ever. `backup_days` is how long a backup is kept at most.
    """

    years: Mapping[str, int] = field(default_factory=dict)
    two_persons: bool = True
    backup_days: int = 90
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionApproved:
    """销毁清单: what is to be destroyed, why, and who approved beside the entry's own clerk. The
    purge of each case is an entry of its own, so what was done can always be told from what was
    approved. `backups_until`: by then no backup holds a key any more.
    """

    cases: tuple[str, ...]
    reason: str
    second: str = ""
    alone: str = ""
    backups_until: date | None = None


class PersonWish(StrEnum):
    """查阅、复制 (个人信息保护法 45) · 更正、补充 (46)."""

    SEE = "see"
    CORRECT = "correct"


class PersonOutcome(StrEnum):
    """已提供、已更正 · 核实后不予 · 转由有权机关."""

    DONE = "done"
    DECLINED = "declined"
    PASSED_ON = "passed_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAsked:
    """A person asked for their data and was answered. In clear are counts alone; who it was, which
    cases and what was said stays sealed under the request's own key.
    """

    wish: PersonWish
    outcome: PersonOutcome
    paper: str
    held: Mapping[str, int] = field(default_factory=dict)
    name: str = field(default="", metadata=PERSONAL)
    id_number: str = field(default="", metadata=PERSONAL)
    cases: tuple[str, ...] = field(default=(), metadata=PERSONAL)
    said: str = field(default="", metadata=PERSONAL)
    answer: str = field(default="", metadata=PERSONAL)
