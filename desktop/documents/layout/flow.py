"""How strips flow over pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.layout.strip import Strip

Sheets = list[list[Strip]]


def paginate(strips: Sequence[Strip], first: float, other: float, foot: float) -> Sheets:
    """The strips of each page. `first` and `other` are the heights for text, `foot` what the
    last page needs below it. Strips that keep together stay so unless no page can hold them.
    """
    sheets: Sheets = [[]]
    room = first
    for group in _groups(strips):
        needed = sum(strip.height for strip in group)
        if needed > room and needed <= other - _head(group[0]) and sheets[-1]:
            sheets.append([])
            room = other
        for strip in group:
            if strip.height > room and sheets[-1]:
                sheets.append([])
                room = other
            room -= _place(sheets[-1], strip)
    if foot > room:
        sheets.append(_taken_along(sheets[-1], other - foot))
    return sheets


def _place(sheet: list[Strip], strip: Strip) -> float:
    """Put the strip on the page, under its table's header where it begins the page."""
    taken = strip.height
    if not sheet and strip.head is not None:
        sheet.append(strip.head)
        taken += strip.head.height
    sheet.append(strip)
    return taken


def _head(strip: Strip) -> float:
    return strip.head.height if strip.head is not None else 0.0


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _taken_along(sheet: list[Strip], room: float) -> list[Strip]:
    """The last group of a page, so that a foot never stands alone on the next one."""
    groups = list(_groups(sheet))
    last = groups[-1]
    needed = sum(strip.height for strip in last) + _head(last[0])
    if len(groups) < 2 or needed > room or any(strip is last[0].head for strip in groups[-2]):
        return []
    del sheet[-len(last) :]
    moved: list[Strip] = []
    for strip in last:
        _place(moved, strip)
    return moved
