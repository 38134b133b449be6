"""What the services ask of the outside. `db`, `desktop.documents` and the window satisfy it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.rows import DraftRow
from desktop.domain.courier.messages import Message
from desktop.domain.courier.posting import Label, LabelSize, PrintFormat
from desktop.domain.custody.facts import PieceLabels
from desktop.domain.licences.fetched import CodeAnswer, LicenceAnswer, LicenceQuery
from desktop.domain.packs.grid import Sheet
from desktop.domain.packs.guide import Guide
from desktop.domain.promises.records import BadRecord
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.figures.board import Board
from desktop.domain.supervision.figures.month import MonthReport
from desktop.domain.supervision.log.altered import Altered
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.standard import StandardCase
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import ChainHead, LogRow, Verification
from desktop.domain.trust.entry import Act, Entry, Fact
from desktop.domain.trust.restored import Restored
from desktop.services.carrying import CarrierService as CarrierService
from desktop.services.carrying import Polling as Polling
from desktop.services.closings import Closings as Closings
from desktop.services.hubs import Exchange as Exchange
from desktop.services.hubs import Hub as Hub
from desktop.services.hubs import Hubs as Hubs
from desktop.services.logbook import LogBook as LogBook
from desktop.services.views import PAGE as PAGE
from desktop.services.views import Views as Views

Progress = Callable[[int, int], bool]
"""Told (done, total); answers False to cancel."""


class Journal(Protocol):
    """The truth: append-only, hash-chained, one chain per device."""

    device: str

    def transaction(self) -> AbstractContextManager[None]:
        """BEGIN IMMEDIATE … COMMIT; an exception rolls everything back. Nests by joining."""
        ...

    def append(self, acts: Sequence[Act], clerk: str) -> tuple[Entry, ...]:
        """Write the entries and every projection they touch, in one commit.

        Raises `Refusal("cannot_encode", …)` before writing where a payload holds NUL, a lone
        surrogate, NaN or more than `ENTRY_LIMIT` bytes, and `Refusal("disk_full")` with nothing
        written where the file cannot grow.
        """
        ...

    def next_number(self, series: str, day: date) -> int:
        """Next gapless sequence number of this device for `series` ("" cases, "K" shipments,
        "J" hand-over sheets) on `day`; call inside a transaction that uses it.
        """
        ...

    def facts(self, entity: str) -> tuple[Fact, ...]:
        """The entity's entries in order: confirmed by the hall first, then this station's own."""
        ...

    def heads(self) -> tuple[ChainHead, ...]: ...

    def changes(self) -> int:
        """A number that differs after any commit, also another process's (data_version)."""
        ...


class Local(Protocol):
    """This station's own: drafts, credentials, settings. Not history; `rebuild` leaves it."""

    def save_draft(self, draft: Draft, clerk: str) -> None: ...

    def draft(self, id: str) -> Draft | None: ...

    def drafts(self, clerk: str = "") -> list[DraftRow]: ...

    def delete_draft(self, id: str) -> None: ...

    def draft_holder(self, id: str) -> str:
        """Code of the clerk among whose drafts it lies; empty where it is not kept."""
        ...

    def set_secret(self, clerk: str, kind: str, hashed: str) -> None:
        """`kind` is password or pin; `hashed` an argon2id text."""
        ...

    def secret(self, clerk: str, kind: str) -> str: ...

    def replace_records(self, rows: Sequence[BadRecord]) -> None:
        """失信名单: these take the place of all that were; the old ones are gone."""
        ...

    def records(self, number: str, name: str) -> list[BadRecord]:
        """Those of this number in its normal form, or of this name."""
        ...

    def all_records(self) -> list[BadRecord]: ...

    def secrets(self) -> dict[tuple[str, str], str]:
        """By clerk and kind."""
        ...

    def remember(self, key: str, value: str) -> None: ...

    def recall(self, key: str, default: str = "") -> str: ...


class Keeping(Protocol):
    """Care of the file: verify, rebuild, back up, purge."""

    def verify(self, progress: Progress | None = None) -> Verification: ...

    def verify_file(
        self, path: Path, recovery_code: str = "", progress: Progress | None = None
    ) -> Verification:
        """The same of a backup; the code is needed for another station's."""
        ...

    def rebuild(self, progress: Progress | None = None) -> tuple[dict[str, int], dict[str, int]]:
        """Projections anew from the journal; row counts before and after."""
        ...

    def backup(self, to: Path) -> dict[str, int]:
        """A consistent, encrypted copy that the recovery code opens."""
        ...

    def restore(self, path: Path, recovery_code: str = "") -> Restored:
        """The backup takes this file's place; `journal.device` is a new code afterwards."""
        ...

    def checkpoint(self) -> None:
        """For idle moments: what was committed moves on, so that no act waits for it."""
        ...

    def purge(self, case: str) -> None:
        """Destroy the case key and the projected rows; call in the purging transaction."""
        ...

    def forget(self, entity: str) -> None:
        """The same for one entity that is its own subject, an address of the book for instance."""
        ...


class Store(Protocol):
    """The one file; its properties are the doors to it."""

    @property
    def journal(self) -> Journal: ...
    @property
    def views(self) -> Views: ...
    @property
    def local(self) -> Local: ...
    @property
    def keeping(self) -> Keeping: ...
    @property
    def exchange(self) -> Exchange: ...
    @property
    def polling(self) -> Polling: ...

    def reader(self) -> AbstractContextManager[Views]:
        """A read-only connection of its own, for a long read in a worker's thread."""
        ...

    def close(self) -> None: ...


class Renderer(Protocol):
    """Papers: facts in, PDF bytes out. Pure, may run in a worker."""

    def paper(
        self, facts: PaperFacts, page: str = "A4", preview: bool = False, reprint: int = 0
    ) -> bytes: ...

    def label(self, label: Label, size: LabelSize = LabelSize.LARGE) -> bytes: ...

    def dots(self, pdf: bytes, form: PrintFormat) -> bytes:
        """The pages as a thermal printer of 203 dpi takes them."""
        ...

    def piece_labels(self, labels: PieceLabels) -> bytes: ...

    def guide(self, guide: Guide) -> bytes:
        """办事指南 of one item."""
        ...

    def board(self, board: Board) -> bytes:
        """看板, one A4 page."""
        ...

    def month(self, report: MonthReport, format: str, to: Path) -> str:
        """月报 as a file, xlsx, csv or pdf, whole or not at all; its sha256."""
        ...

    def missing_characters(self, text: str) -> str:
        """Those characters of the text that no bundled font has; empty when all print."""
        ...


class LedgerWriter(Protocol):
    """A log written to a file in one format; the answer is the file's sha256."""

    def __call__(
        self,
        to: Path,
        rows: Iterable[LogRow],
        total: int,
        heading: LedgerHeading,
        progress: Progress | None = None,
    ) -> str: ...


class Ledgers(dict[str, LedgerWriter]):
    """The log's writers by format, and what else they can do; empty where nothing was put in."""

    def formats(self, view: LogView) -> frozenset[str]:
        """In which formats this view can be written."""
        return frozenset(self)

    def standard(
        self,
        to: Path,
        format: str,
        cases: Iterable[StandardCase],
        total: int,
        heading: LedgerHeading,
        progress: Progress | None = None,
    ) -> str:
        """Cases as the tables of GB/T 39046, whole or not at all; the sha256."""
        raise Refusal("unknown_format", format=format, known="—")

    def printed(self, format: str, rows: int) -> int:
        """How many of so many rows this format writes out: all of them, or none where they would
        fill more paper than anybody reads and the figures stand alone.
        """
        return rows

    def altered(
        self, path: Path, format: str, rows: Iterable[LogRow], view: LogView
    ) -> list[Altered]:
        """Where the file's rows differ from these; few of them, the first ones."""
        return []


class Spreadsheets(Protocol):
    """Sheets of text out of a file, and into one; `labels` is the file that says what labels mean."""

    @property
    def labels(self) -> Path: ...

    def read(self, path: Path) -> tuple[Sheet, ...]:
        """The sheets of an XLSX or CSV. Refusal `pack_broken` with file, path and reason."""
        ...

    def write(self, path: Path, sheets: Sequence[Sheet]) -> str:
        """An XLSX whole or not at all; its sha256."""
        ...


class MessageOutbox(Protocol):
    """Where prepared text messages wait for whoever sends them."""

    def put(self, message: Message) -> str:
        """Keep it whole or not at all; the same message again replaces itself. Its name there.

        Refuses `cannot_write`.
        """
        ...


class LicenceSource(Protocol):
    """E-licences, by category and by 亮证码. May take seconds; no answer is an answer with why."""

    def find(self, query: LicenceQuery) -> tuple[LicenceAnswer, ...]: ...

    def by_code(self, code: str) -> CodeAnswer: ...
