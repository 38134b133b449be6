"""What a projection is: a table, the entities it is of, and the fold that makes its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.trust.entry import Fact

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
