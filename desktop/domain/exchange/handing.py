"""移交 between halls: a case belongs to the hall that took it until another has taken it over."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import PERSONAL, Entry, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedToHall:
    """移交 of the case from the hall `giver` to `hall`, on the sheet of this number. `due` is the
    day that runs on and `left` the working days to it; `pieces` are the originals that go along, `subjects`
    whose keys.
    """

    sheet: str
    giver: str
    hall: str
    hall_name: str
    reason: str
    materials: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    due: date | None = None
    left: int | None = None
    note: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenFromHall:
    """The receiving hall counted what came and took the case over: from here on it is its own."""

    sheet: str
    giver: str
    hall: str
    differences: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialsCollected:
    """代收: a hall that the case does not belong to took materials in and sends them on, in the
    batch of this number. The owner counts them and ticks them.
    """

    hall: str
    hall_name: str
    batch: str
    materials: tuple[str, ...]
    pieces: tuple[str, ...] = ()


HANDED, TAKEN, COLLECTED = "case.handed_to_hall", "case.taken_from_hall", "case.materials_collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedCase:
    """One case on a 移交单."""

    case: str
    item_name: str
    stage: str
    materials: tuple[str, ...]
    originals: tuple[str, ...]
    due: date | None
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSheet:
    """What a 移交单 states; nothing of the applicants."""

    to: str
    to_name: str
    reason: str
    cases: tuple[HandedCase, ...]


def home(number: str) -> str:
    """The hall that gave the number."""
    return number.partition("-")[0]


def taken(handed: HandedToHall | None, hall: str, differences: str) -> TakenFromHall:
    """Refuses `not_handed_here` where nothing was handed to this hall."""
    if handed is None or handed.hall != hall:
        raise Refusal("not_handed_here", hall=handed.hall_name if handed else "")
    return TakenFromHall(
        sheet=handed.sheet, giver=handed.giver, hall=hall, differences=differences.strip()
    )


def subjects_of(entries: Iterable[Entry]) -> set[str]:
    """Whose keys go along with these entries: of what they seal, and of cases handed over."""
    told: set[str] = set()
    for entry in entries:
        told |= {entry.subject} if entry.subject else set()
        if entry.kind == HANDED:
            told |= {entry.entity, *json.loads(entry.body).get("subjects", ())}
    return told


def owner(number: str, facts: Iterable[Fact]) -> str:
    """The hall that a case belongs to: that of its number, then whoever took it over."""
    hall, handed = home(number), None
    for fact in facts:
        told = fact.payload
        if isinstance(told, HandedToHall) and told.giver == hall:
            handed = handed or told
        elif isinstance(told, TakenFromHall) and handed is not None and handed.sheet == told.sheet:
            hall, handed = told.hall, None
    return hall
