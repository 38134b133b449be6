"""待核: materials that were spared while no source answered, until somebody asked again.

A case's duty, folded from its own entries. What is found missing or expired later is a matter for
the clerk and the issuing organ; it never becomes a demand for paper that the law spares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.cases.entries import SheetLine
from desktop.domain.identity.masking import mask_number
from desktop.domain.licences.fetched import Fetched, Silence
from desktop.domain.licences.sparing import Standing
from desktop.domain.trust.entry import PERSONAL


class Finding(StrEnum):
    """已核实 · 查无 · 不再有效 · 仍未答复."""

    VERIFIED = "verified"
    NOT_FOUND = "not_found"
    NOT_GOOD = "not_good"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceVerified:
    """A spared material of the case was looked up again. `standing` of what was found."""

    key: str
    category: str
    finding: Finding
    source: str
    at: datetime
    standing: Standing | None = None
    why: Silence | None = None
    digest: str = ""
    licence: Fetched | None = field(default=None, metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCheck:
    """One line of the list: `finding` None until it was looked up again."""

    case: str
    key: str
    name: str
    category: str
    since: datetime
    finding: Finding | None = None
    standing: Standing | None = None
    why: Silence | None = None
    tried_at: datetime | None = None


def settled(lines: tuple[SheetLine, ...], told: LicenceVerified) -> tuple[SheetLine, ...]:
    """The lines of a case after a lookup: what was verified is 待核 no more."""
    found = told.licence
    if told.finding is not Finding.VERIFIED or found is None:
        return lines
    return tuple(
        replace(
            line,
            licence=replace(
                line.licence,
                name=found.name,
                number=mask_number(found.number),
                issuer=found.issuer,
                valid_until=found.valid_until,
                fetched_at=told.at,
                source=told.source,
                unverified=False,
                why=None,
            ),
        )
        if line.key == told.key and line.licence is not None
        else line
        for line in lines
    )


def open_checks(
    number: str, lines: Iterable[SheetLine], told: Mapping[str, LicenceVerified]
) -> list[OpenCheck]:
    """What of the case is not verified yet; `told` is the last lookup by material."""
    found = []
    for line in lines:
        licence, last = line.licence, told.get(line.key)
        if licence is None or not licence.unverified or licence.fetched_at is None:
            continue
        if last is not None and last.finding is Finding.VERIFIED:
            continue
        found.append(
            OpenCheck(
                case=number,
                key=line.key,
                name=line.name,
                category=licence.category,
                since=licence.fetched_at,
                finding=last.finding if last else None,
                standing=last.standing if last else None,
                why=last.why if last else licence.why,
                tried_at=last.at if last else None,
            )
        )
    return found
