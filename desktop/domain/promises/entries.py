"""What the journal says of promises: the list of bad records, a commitment and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.cases.entries import SheetLine


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsImported:
    """失信名单 as of a day took the place of the one before. Which rows: this station's own file;
    `sha256` of the imported file says later which list was meant.
    """

    as_of: date
    rows: int
    sha256: str
    file: str = ""
    replaced: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """告知承诺: the applicant chose it in writing; `keys` are the materials it spared.

    `digest` is the SHA-256 of what was told and promised (`desktop.domain.promises.commitment`),
    `timestamp` a trusted third party's token over it, empty where there was none.
    """

    digest: str
    keys: tuple[str, ...] = ()
    published: str = ""
    timestamp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentWithdrawn:
    """撤回承诺 with good reason before the decision: from here on the normal procedure.

    `lines` are the materials owed again, whole, `answers` the situation as it is then.
    """

    reason: str
    on: date
    lines: tuple[SheetLine, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentBreached:
    """承诺不实 or not kept, as the organ found: until repaired its maker may neither commit nor defer."""

    reason: str
    found_on: date
    false: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachRepaired:
    """信用修复: the maker of a breached promise may promise again."""

    reason: str
    repaired_on: date
