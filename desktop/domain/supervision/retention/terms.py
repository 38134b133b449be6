"""How long: years by 事项类型, a supervisor's own by item, counted from the day a case ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.guidance.terms import Confidence
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.retention.entries import RetentionSet

FOR_EVER = 0
MOST_YEARS = 100
MOST_BACKUP_DAYS = 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeTerm:
    """Years for one 事项类型; an empty `type` is for every other. 0 keeps for ever."""

    type: str
    years: int
    basis: str = ""
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionTable:
    """As it ships. `two_persons`: who destroys needs a second person, unless the hall may act alone."""

    terms: tuple[TypeTerm, ...]
    two_persons: bool
    backup_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTerm:
    """The term in force for an item. `own`: a supervisor set it; `sample`: nobody has confirmed it."""

    item: str
    name: str
    type: str
    years: int
    basis: str
    own: bool = False
    sample: bool = False


def in_force(table: RetentionTable, told: Iterable[RetentionSet]) -> RetentionSet:
    """The rule that was set last, else what ships."""
    last = list(told)[-1:]
    return last[0] if last else RetentionSet(
        two_persons=table.two_persons, backup_days=table.backup_days
    )  # fmt: skip


def term(
    table: RetentionTable, own: Mapping[str, int], item: str, name: str, type: str
) -> ItemTerm:
    """A supervisor's years go before those of the type."""
    of_type = {one.type: one for one in table.terms}
    found = of_type.get(type) or of_type[""]
    if item in own:
        return ItemTerm(item=item, name=name, type=type, years=own[item], basis="", own=True)
    return ItemTerm(
        item=item, name=name, type=type, years=found.years, basis=found.basis,
        sample=found.confidence is not Confidence.HIGH,
    )  # fmt: skip


def due_since(ended_on: date, years: int) -> date | None:
    """The first day on which the case may be purged; None where it is kept for ever.

    The term's last day is the same day of its last year; 29 February goes over to 1 March.
    """
    if years == FOR_EVER:
        return None
    try:
        last = ended_on.replace(year=ended_on.year + years)
    except ValueError:
        last = date(ended_on.year + years, 3, 1)
    return last + timedelta(days=1)


def check_rule(told: RetentionSet) -> RetentionSet:
    """Refuses `retention_years` and `retention_backups` outside what can be, and no reason."""
    for item, years in told.years.items():
        if not FOR_EVER <= years <= MOST_YEARS:
            raise Refusal("retention_years", item=item, years=years, most=MOST_YEARS)
    if not 1 <= told.backup_days <= MOST_BACKUP_DAYS:
        raise Refusal("retention_backups", days=told.backup_days, most=MOST_BACKUP_DAYS)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    return told
