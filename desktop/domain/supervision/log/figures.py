"""A figure, and the filter that leaves exactly the rows behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.supervision.log.views import By, LogView
from desktop.domain.supervision.rows import LogFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`key` is what rows are counted under, `name` what it is called where the key alone says
    little (an item's, a clerk's). `SAVED` counts what was spared, in `unit`; the others rows.
    """

    by: By
    key: str
    count: int
    name: str = ""
    unit: str = ""


_SETS = {
    By.ACT: "kinds",
    By.CLERK: "clerks",
    By.ITEM: "items",
    By.HALL: "halls",
    By.WINDOW: "windows",
}


def behind(wanted: LogFilter, figure: Figure) -> LogFilter:
    """The same question, narrowed to the rows that the figure counts."""
    if name := _SETS.get(figure.by):
        return replace(wanted, **{name: frozenset({figure.key})})  # type: ignore[arg-type]
    match figure.by:
        case By.DAY:
            day = date.fromisoformat(figure.key)
            return replace(wanted, first=day, last=day)
        case By.LATE:
            return replace(wanted, late=True)
        case By.OVERDUE:
            return replace(wanted, overdue=True)
        case By.SAVED:
            measured = f"{figure.key}:{figure.unit}" if figure.unit else figure.key
            return replace(wanted, saved=measured)
        case By.SUBJECT:
            return replace(wanted, subject=figure.key)
    return wanted


def seen(wanted: LogFilter, view: LogView, known: Iterable[str]) -> LogFilter:
    """The filter together with the view: only kinds that both ask for. `known` are all kinds."""
    if not view.kinds:
        return wanted
    shown = {
        kind
        for kind in known
        if any(kind == one or (one.endswith(".") and kind.startswith(one)) for one in view.kinds)
    }
    chosen = shown & wanted.kinds if wanted.kinds else shown
    return replace(wanted, kinds=frozenset(chosen) or frozenset({NO_KIND}))


NO_KIND = "-"
"""Stands for a choice that leaves no kind at all: an empty set would mean every kind."""


def total(figures: Iterable[Figure]) -> int:
    """How many rows there are, as the figures say."""
    return next((one.count for one in figures if one.by is By.ROWS), 0)
