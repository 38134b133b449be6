"""What an applicant promised in a case, and what became of it: a fold of the case's entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.cases.entries import SheetLine
from desktop.domain.promises.entries import (
    BreachRepaired,
    CommitmentBreached,
    CommitmentWithdrawn,
    Committed,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """`said`: the clerk noted at the receipt that 告知承诺 was chosen. `broken` until it is repaired."""

    said: bool = False
    committed: Committed | None = None
    withdrawn: CommitmentWithdrawn | None = None
    broken: CommitmentBreached | None = None

    @property
    def stands(self) -> bool:
        """The case is handled by 告知承诺."""
        return self.committed is not None and self.withdrawn is None


def kept(told: Any, promise: Promise) -> Promise:
    """The promise after this entry; what says nothing of it leaves it."""
    match told:
        case Committed():
            return replace(promise, committed=told, withdrawn=None)
        case CommitmentWithdrawn():
            return replace(promise, withdrawn=told)
        case CommitmentBreached():
            return replace(promise, broken=told)
        case BreachRepaired():
            return replace(promise, broken=None)
    return promise


def with_lines(lines: tuple[SheetLine, ...], new: Iterable[SheetLine]) -> tuple[SheetLine, ...]:
    """The lines with these in the place of those of the same key, new ones at the end."""
    later = {line.key: line for line in new}
    return (*(later.pop(line.key, line) for line in lines), *later.values())
