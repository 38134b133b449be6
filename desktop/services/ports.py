"""What the services ask of the outside. `db`, `desktop.documents` and the window satisfy it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.papers import Label, PaperFacts
from desktop.domain.cases.rows import CaseFilter, CaseRow, DraftRow, PaperRow
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.shipment import Shipment
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.entries import YearPublished
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.batches import Batch
from desktop.domain.handling.rows import BatchRow, DutyFilter, DutyRow, OversightRow, ReadyRow
from desktop.domain.licences.licence import Licence
from desktop.domain.licences.rows import LicenceFilter, LicenceRow
from desktop.domain.packs.entries import PartPublished
from desktop.domain.packs.proposal import Proposal
from desktop.domain.packs.versions import Version
from desktop.domain.savings.totals import ItemTotal, Total
from desktop.domain.supervision.ledger import LedgerHeading
from desktop.domain.supervision.rows import ChainHead, LogFilter, LogRow, Verification
from desktop.domain.themes.progress import ThemeCase
from desktop.domain.trust.entry import Act, Entry, Fact
from desktop.domain.trust.restored import Restored

PAGE = 500
"""Rows a list reads at a time."""

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


class Views(Protocol):
    """The read side: one SQL text per list, order and limit in SQL."""

    def case(self, number: str) -> Case | None: ...

    def cases(self, wanted: CaseFilter, offset: int = 0, limit: int = PAGE) -> list[CaseRow]:
        """Newest first."""
        ...

    def count_cases(self, wanted: CaseFilter) -> int: ...

    def case_history(self, number: str) -> list[Fact]:
        """Every entry that touches the case: its own, its papers', its shipments', in order."""
        ...

    def shipment(self, number: str) -> Shipment | None: ...

    def shipments(
        self, wanted: ShipmentFilter, offset: int = 0, limit: int = PAGE
    ) -> list[ShipmentRow]: ...

    def licence(self, id: str) -> Licence | None: ...

    def licences(
        self, wanted: LicenceFilter, offset: int = 0, limit: int = PAGE
    ) -> list[LicenceRow]:
        """What ends first stands first."""
        ...

    def count_licences(self, wanted: LicenceFilter) -> int: ...

    def papers(self, case: str) -> list[PaperRow]: ...

    def paper(self, number: str) -> PaperFacts | None: ...

    def paper_row(self, number: str) -> PaperRow | None: ...

    def duties(self, wanted: DutyFilter, offset: int = 0, limit: int = PAGE) -> list[DutyRow]:
        """What is due first stands first; stopped clocks come last."""
        ...

    def count_duties(self, wanted: DutyFilter) -> int: ...

    def ready(
        self,
        text: str = "",
        until: date | None = None,
        offset: int = 0,
        limit: int = PAGE,
        made: bool = False,
    ) -> list[ReadyRow]:
        """Decided cases that wait for 制证 or 送达, the longest wait first; `until`: waiting since
        that day or longer; `made`: only what can be handed out.
        """
        ...

    def oversight(
        self, done: bool = False, offset: int = 0, limit: int = PAGE
    ) -> list[OversightRow]:
        """Acts a supervisor has yet to look at, newest first; with `done` the others as well."""
        ...

    def batches(self, offset: int = 0, limit: int = PAGE) -> list[BatchRow]: ...

    def batch(self, number: str) -> Batch | None: ...

    def not_given(self, limit: int = PAGE) -> list[str]:
        """Cases whose materials lie at the window and never went to the back office."""
        ...

    def theme(self, number: str) -> ThemeCase | None: ...

    def themes(self, offset: int = 0, limit: int = PAGE) -> list[str]:
        """Numbers of theme cases, newest first."""
        ...

    def savings(self, first: date, last: date) -> list[Total]:
        """What cases accepted within these days saved, by measure and, of days, by unit."""
        ...

    def savings_by_item(self, first: date, last: date) -> list[ItemTotal]:
        """Their materials item by item; what saved most stands first."""
        ...

    def clerks(self) -> list[Clerk]: ...

    def clerk(self, code: str) -> Clerk | None: ...

    def authorities(self) -> list[AuthoritySet]: ...

    def authority(self, item: str) -> AuthoritySet | None: ...

    def published_items(self) -> list[Version]:
        """Every publication of every item, in order."""
        ...

    def item_versions(self, item: str) -> list[Version]: ...

    def published_parts(self) -> list[PartPublished]:
        """The last publication of each source, licence, theme and policy."""
        ...

    def proposals(self) -> list[Proposal]: ...

    def published_years(self) -> list[YearPublished]:
        """The last publication of each year."""
        ...

    def counting_rule(self) -> CountingRule:
        """What a supervisor set last; else the default."""
        ...

    def recent_items(self, clerk: str, limit: int = 8) -> list[str]:
        """Item ids this clerk received last, newest first, each once."""
        ...

    def log(self, wanted: LogFilter) -> Iterator[LogRow]:
        """In order of `happened_at`, then device and sequence; streams, memory stays flat.

        `applicant` and `applicant_id` come in full; masking is the service's.
        """
        ...

    def count_log(self, wanted: LogFilter) -> int: ...


class Local(Protocol):
    """This station's own: drafts, credentials, settings. Not history; `rebuild` leaves it."""

    def save_draft(self, draft: Draft, clerk: str) -> None: ...

    def draft(self, id: str) -> Draft | None: ...

    def drafts(self, clerk: str = "") -> list[DraftRow]: ...

    def delete_draft(self, id: str) -> None: ...

    def set_secret(self, clerk: str, kind: str, hashed: str) -> None:
        """`kind` is password or pin; `hashed` an argon2id text."""
        ...

    def secret(self, clerk: str, kind: str) -> str: ...

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


class Store(Protocol):
    """The one file. `journal`, `views`, `local` and `keeping` are four doors to it."""

    @property
    def journal(self) -> Journal: ...
    @property
    def views(self) -> Views: ...
    @property
    def local(self) -> Local: ...
    @property
    def keeping(self) -> Keeping: ...

    def reader(self) -> AbstractContextManager[Views]:
        """A read-only connection of its own, for a long read in a worker's thread."""
        ...

    def close(self) -> None: ...


class Renderer(Protocol):
    """Papers: facts in, PDF bytes out. Pure, may run in a worker."""

    def paper(
        self, facts: PaperFacts, page: str = "A4", preview: bool = False, reprint: int = 0
    ) -> bytes: ...

    def label(self, label: Label) -> bytes: ...

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
