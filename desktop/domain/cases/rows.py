"""Rows of the lists: what one line of a list shows of a draft, a case, a paper, an entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import Outcome, PaperKind
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """`applicant` is masked (李*敏). `due` is the promised day where one was made."""

    number: str
    item: str
    item_name: str
    stage: Stage
    applicant: str
    clerk: str
    window: str
    received_at: datetime
    accepted_on: date | None
    due: date | None
    provisional: bool
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """`text` searches numbers, names, items, two characters and more; empty finds all.

    Days are inclusive, of `received_at`. `clerk` empty means everybody's.
    """

    text: str = ""
    first: date | None = None
    last: date | None = None
    stages: frozenset[Stage] = frozenset()
    clerk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """`held`: hung up by F8 and waiting, else the draft in work."""

    id: str
    item: str
    applicant: str
    ticked: int
    held: bool
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    number: str
    kind: PaperKind
    case: str
    issued_at: datetime
    outcome: Outcome | None
    reprints: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHistory:
    """A case with every entry that touches it: its own, its papers', its shipments'."""

    facts: tuple[Fact, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    shipments: tuple[str, ...] = field(default=())
