"""A strip: the smallest piece of a paper that never breaks, usually one line of a row.

Everything on a paper is a list of strips, so that one rule breaks pages for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from desktop.documents.ink.pen import Pen

Draw = Callable[[Pen, float, float], None]
"""Draws at (x, y), the top left corner of the strip."""


@dataclass(frozen=True, slots=True)
class Strip:
    """`keep`: stays on the page of the strip after it. `head` is drawn again above it where it
    begins a page: a table's header.
    """

    height: float
    draw: Draw
    keep: bool = False
    head: Strip | None = None


def blank(height: float, keep: bool = False) -> Strip:
    """Air."""
    return Strip(height, lambda pen, x, y: None, keep)


def kept(strips: Iterable[Strip]) -> list[Strip]:
    """The strips held together, and with what follows."""
    return [replace(strip, keep=True) for strip in strips]
