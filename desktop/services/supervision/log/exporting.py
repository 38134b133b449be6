"""日志: one row per act, exported with the chain's heads; each export is journalled itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.entries import LogExported
from desktop.domain.supervision.ledger import LedgerHeading
from desktop.domain.supervision.rows import LogFilter, LogRow
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.ports import Progress, Views


@dataclass(frozen=True, slots=True)
class Export:
    """An export asked for: who, what, where, and, where personal data is shown, why."""

    wanted: LogFilter
    format: str
    to: Path
    personal: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, ready to be journalled."""

    export: Export
    rows: int
    sha256: str


def rows(views: Views, wanted: LogFilter, personal: bool = False) -> Iterator[LogRow]:
    """The acts in order; names and ID numbers masked unless `personal`."""
    told = views.log(wanted)
    return told if personal else map(_masked, told)


def heading(office: Office, clerk: Clerk, export: Export) -> LedgerHeading:
    """Head of the ledger; call it before the rows are read, so that the heads cover them."""
    return LedgerHeading(
        hall=office.station.hall_name,
        first=export.wanted.first,
        last=export.wanted.last,
        exported_at=office.now(),
        exported_by=f"{clerk.name}（{clerk.code}）",
        personal=export.personal,
        heads=office.store.journal.heads(),
    )


def check(office: Office, clerk: Clerk, export: Export) -> None:
    """Who may export what; unmasked personal data wants a supervisor and a reason."""
    require(clerk, Right.EXPORT_LOG)
    if export.wanted.last < export.wanted.first:
        raise Refusal("dates_reversed", first=export.wanted.first, last=export.wanted.last)
    if export.format not in office.ledgers:
        raise Refusal("unknown_format", format=export.format, known=sorted(office.ledgers))
    if export.personal:
        require(clerk, Right.EXPORT_PERSONAL)
        if not export.reason.strip():
            raise Refusal("reason_needed")


def write(
    office: Office, views: Views, export: Export, head: LedgerHeading, progress: Progress | None
) -> Written:
    """Write the file; may run in a worker with a reader's views. Nothing is journalled yet."""
    total = views.count_log(export.wanted)
    told = rows(views, export.wanted, export.personal)
    digest = office.ledgers[export.format](export.to, told, total, head, progress)
    return Written(export, total, digest)


def journal(office: Office, clerk: Clerk, written: Written) -> None:
    """The export is an act as well, with rows and sha256."""
    export = written.export
    told = LogExported(
        first=export.wanted.first,
        last=export.wanted.last,
        format=export.format,
        rows=written.rows,
        sha256=written.sha256,
        personal=export.personal,
        reason=export.reason,
    )
    entity = f"export:{written.sha256[:32]}"
    office.store.journal.append([Act(entity=entity, payload=told)], clerk.code)


def export(
    office: Office, clerk: Clerk, asked: Export, progress: Progress | None = None
) -> Written:
    """Check, write and journal in one go, for commands."""
    check(office, clerk, asked)
    head = heading(office, clerk, asked)
    written = write(office, office.store.views, asked, head, progress)
    journal(office, clerk, written)
    return written


def _masked(row: LogRow) -> LogRow:
    """Name as in lists, the last four of the number (domain: masking, PIPL 51)."""
    if row.applicant_id and check_uscc(row.applicant_id).level is not Level.ERROR:
        return row  # an organisation's name and credit code are public
    tail = row.applicant_id[-4:]
    return replace(
        row,
        applicant=mask_name(row.applicant) if row.applicant else "",
        applicant_id="*" * max(0, len(row.applicant_id) - 4) + tail,
    )
