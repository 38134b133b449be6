"""What a projection is: a table, the entities it is of, and the fold that makes its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop.domain.trust.entry import Fact

State = TypeVar("State")
Row = tuple[Any, ...]
Fold = Callable[[str, Sequence[Fact]], list[Row]]
"""The entity's id (what stands after `type:`) and its standing facts, in order."""


@dataclass(frozen=True, slots=True)
class Projection:
    """`key` is the column that holds the entity's id, the first of `columns`.

    `entity` is the type of the entities folded; empty means every type.
    """

    table: str
    entity: str
    columns: tuple[str, ...]
    fold: Fold
    schema: str

    @property
    def key(self) -> str:
        return self.columns[0]


def once(fold: Callable[[str, Sequence[Fact]], State]) -> Callable[[str, Sequence[Fact]], State]:
    """The same fold, made once for all projections that ask about the same facts in a row."""
    last: tuple[str, Sequence[Fact], State] | None = None

    def folded(number: str, facts: Sequence[Fact]) -> State:
        nonlocal last
        held = last
        if held is None or held[1] is not facts or held[0] != number:
            held = last = (number, facts, fold(number, facts))
        return held[2]

    return folded
