"""开拆清点: what was announced beside what lies on the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.courier.entries import Content
from desktop.domain.custody.entries import Counted, Found
from desktop.domain.refusal import Refusal


def announced(contents: Iterable[Content]) -> tuple[Counted, ...]:
    """The slip as it would be counted if all were as told."""
    return tuple(
        Counted(
            case=line.case, key=line.key, name=line.name, found=Found.AS_TOLD,
            copies=line.copies, counted=line.copies, pages=line.pages, counted_pages=line.pages,
            original=line.original,
        )
        for line in contents
    )  # fmt: skip


def judged(line: Counted) -> Counted:
    """The line with what its numbers say; 破损 is the clerk's to say and stays."""
    if line.copies == 0:
        return replace(line, found=Found.EXTRA)
    if line.counted == 0:
        return replace(line, found=Found.MISSING)
    if line.found is Found.DAMAGED:
        return line
    pages = bool(line.pages and line.counted_pages) and line.pages != line.counted_pages
    other = line.counted != line.copies or pages
    return replace(line, found=Found.OTHER_COUNT if other else Found.AS_TOLD)


def differences(counted: Iterable[Counted]) -> tuple[Counted, ...]:
    return tuple(line for line in counted if line.found is not Found.AS_TOLD)


def check_count(counted: Iterable[Counted]) -> tuple[Counted, ...]:
    """The lines judged. Refuses what has no name, and a damage without a word on it."""
    lines = tuple(judged(line) for line in counted)
    for line in lines:
        if not line.name.strip() or min(line.copies, line.counted, line.counted_pages) < 0:
            raise Refusal("counted_without_name")
        if line.found is Found.DAMAGED and not line.note.strip():
            raise Refusal("damage_untold", name=line.name)
    return lines
