"""材料交接单: materials of several cases given to the back office in one batch, and taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """One case's materials as they lie in the batch: how many kinds, copies and sheets."""

    case: str
    item_name: str
    materials: tuple[str, ...]
    copies: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialsHandedOver:
    """The window gives the batch `to` a back office (承办机构或人员)."""

    to: str
    lines: tuple[BatchLine, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialsTakenOver:
    """The back office counted it; `missing` are cases that were not in it."""

    by: str
    missing: tuple[str, ...] = ()
    differences: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it stands; `taken` None until the back office has counted it."""

    number: str
    given: MaterialsHandedOver
    clerk: str
    taken: MaterialsTakenOver | None = None

    @property
    def cases(self) -> tuple[str, ...]:
        return tuple(line.case for line in self.given.lines)


def fold(number: str, facts: Iterable[Fact]) -> Batch | None:
    """The batch after these facts; the first count stands."""
    batch: Batch | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, MaterialsHandedOver) and batch is None:
            batch = Batch(number, told, fact.entry.clerk)
        elif isinstance(told, MaterialsTakenOver) and batch is not None and batch.taken is None:
            batch = Batch(number, batch.given, batch.clerk, told)
    return batch


def taken_over(batch: Batch, told: MaterialsTakenOver) -> MaterialsTakenOver:
    """Once, by somebody named, and not by who gave it: two people hold the sheet."""
    if batch.taken is not None:
        raise Refusal("batch_taken", batch=batch.number)
    if not told.by.strip():
        raise Refusal("batch_by_nobody", batch=batch.number)
    if told.by.strip() == batch.clerk:
        raise Refusal("batch_by_giver", batch=batch.number)
    return told
