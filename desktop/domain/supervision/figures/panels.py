"""The board's panels as data: marks with a word, a number and what lies behind them.

Screen and paper draw the same panels; neither counts anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.supervision.figures.behind import Behind


@dataclass(frozen=True, slots=True)
class Mark:
    """`size` is what is drawn, `number` what is written; `told` says the whole in words. `tone` is a
    token of the theme, which paper leaves out: a word always says the same.
    """

    word: str
    number: str
    size: int
    behind: Behind
    told: str
    tone: str = ""
    series: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    title: str
    marks: tuple[Mark, ...]
    note: str = ""

    def all(self) -> Iterator[Mark]:
        yield from self.marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One below the other; `most` is the size of a full bar, 0 the largest of them."""

    title: str
    marks: tuple[Mark, ...]
    note: str = ""
    most: int = 0

    def all(self) -> Iterator[Mark]:
        yield from self.marks


@dataclass(frozen=True, slots=True)
class Stack:
    """One column; its marks from the bottom up."""

    word: str
    marks: tuple[Mark, ...]

    @property
    def size(self) -> int:
        return sum(mark.size for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacks:
    """Side by side; `names` are those of the series, by which marks are told apart."""

    title: str
    names: tuple[str, ...]
    stacks: tuple[Stack, ...]
    note: str = ""

    def all(self) -> Iterator[Mark]:
        yield from (mark for stack in self.stacks for mark in stack.marks)


@dataclass(frozen=True, slots=True)
class Line:
    word: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Lines against heads; each cell a number over a bar, measured within its column."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""

    def all(self) -> Iterator[Mark]:
        yield from (mark for line in self.lines for mark in line.marks)


Panel = Tiles | Bars | Stacks | Grid
