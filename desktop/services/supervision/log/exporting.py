"""An export: rows, figures and heads of one state of the file; its manifest; its own entry."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.entries import LogExported
from desktop.domain.supervision.log import manifest
from desktop.domain.supervision.log.figures import Figure, total
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.manifest import Manifest
from desktop.domain.supervision.log.standard import StandardCase
from desktop.domain.supervision.log.views import ALL, STANDARD, By, LogView
from desktop.domain.supervision.rows import LogFilter, LogRow
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.ports import LogBook, Progress, Views
from desktop.services.supervision.log.cases import standard_cases
from desktop.services.supervision.log.reading import shown, through


@dataclass(frozen=True, slots=True)
class Export:
    """An export asked for: what, where, and, where personal data is shown, why."""

    wanted: LogFilter
    format: str
    to: Path
    personal: bool = False
    reason: str = ""
    view: LogView = ALL


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, ready to be journalled."""

    export: Export
    told: Manifest
    manifest: Path
    manifest_sha256: str

    @property
    def rows(self) -> int:
        return self.told.rows

    @property
    def sha256(self) -> str:
        return self.told.sha256


def check(office: Office, clerk: Clerk, export: Export) -> None:
    """Who may export what; unmasked personal data wants a supervisor and a reason."""
    require(clerk, Right.EXPORT_LOG)
    if export.wanted.last < export.wanted.first:
        raise Refusal("dates_reversed", first=export.wanted.first, last=export.wanted.last)
    known = office.ledgers.formats(export.view)
    if export.format not in known:
        raise Refusal("unknown_format", format=export.format, known=sorted(known))
    if export.personal:
        require(clerk, Right.EXPORT_PERSONAL)
        if not export.reason.strip():
            raise Refusal("reason_needed")


def write(
    office: Office, clerk: Clerk, views: Views, export: Export, progress: Progress | None = None
) -> Written:
    """Write the file and its manifest; may run in a worker with a reader's views, which are of
    one state from first to last. Nothing is journalled yet. Refuses `cancelled`, however late.
    """
    book, wanted = views.book, through(export.wanted, export.view)
    head = _heading(office, clerk, export, book.figures(wanted, export.view), book)
    number = total(head.figures)
    printed = office.ledgers.printed(export.format, number)
    if export.view.id == STANDARD:
        told_cases = standard_cases(office, views, book.received(wanted), export.personal)
        given: Counter[str] = Counter()
        digest = office.ledgers.standard(
            export.to, export.format, _each(told_cases, given), number, head, progress
        )
        number = printed = given.total()
    else:
        seen: Counter[str] = Counter()
        rows = _counted(shown(book.rows(wanted), export.personal), seen)
        write_file = office.ledgers[export.format]
        digest = write_file(export.to, rows if printed else iter(()), number, head, progress)
        _agree(head, seen, printed, export.to)
    told = Manifest(
        file=export.to.name, format=export.format, view=export.view.id, wanted=export.wanted,
        rows=number, printed=printed, figures=head.figures, sha256=digest, heads=head.heads,
        made_at=head.exported_at, made_by=head.exported_by, hall=head.hall,
        personal=export.personal,
    )  # fmt: skip
    written = _with_manifest(export, told)
    if progress is not None and not progress(number, number):
        discard(written)
        raise Refusal("cancelled")
    return written


def journal(office: Office, clerk: Clerk, written: Written) -> None:
    """The export is an act as well, with rows and sha256."""
    export = written.export
    told = LogExported(
        first=export.wanted.first, last=export.wanted.last, format=export.format,
        rows=written.rows, sha256=written.sha256, personal=export.personal, reason=export.reason,
        view=export.view.id, manifest=written.manifest_sha256,
    )  # fmt: skip
    entity = f"export:{written.sha256[:32]}"
    office.store.journal.append([Act(entity=entity, payload=told)], clerk.code)


def journalled(office: Office, clerk: Clerk, written: Written) -> None:
    """`journal`, and where that fails no file stays that the journal does not know."""
    try:
        journal(office, clerk, written)
    except Exception:
        discard(written)
        raise


def discard(written: Written) -> None:
    """Take the file and its manifest away again."""
    for place in (written.export.to, written.manifest):
        with suppress(OSError):
            place.unlink(missing_ok=True)


def export(
    office: Office, clerk: Clerk, asked: Export, progress: Progress | None = None
) -> Written:
    """Check, write and journal in one go, for commands."""
    check(office, clerk, asked)
    with office.store.reader() as views:
        written = write(office, clerk, views, asked, progress)
    journalled(office, clerk, written)
    return written


def _heading(
    office: Office, clerk: Clerk, export: Export, figures: tuple[Figure, ...], book: LogBook
) -> LedgerHeading:
    return LedgerHeading(
        hall=office.station.hall_name,
        first=export.wanted.first,
        last=export.wanted.last,
        exported_at=office.now(),
        exported_by=f"{clerk.name}（{clerk.code}）",
        personal=export.personal,
        heads=book.heads(),
        view=export.view,
        figures=figures,
        wanted=export.wanted,
    )


def _counted(rows: Iterator[LogRow], seen: Counter[str]) -> Iterator[LogRow]:
    for row in rows:
        seen[row.kind] += 1
        yield row


def _each(cases: Iterator[StandardCase], given: Counter[str]) -> Iterator[StandardCase]:
    for told in cases:
        given[told.case.number] += 1
        yield told


def _agree(head: LedgerHeading, seen: Counter[str], printed: int, file: Path) -> None:
    """The rows are those that the figures counted. Anything else is a fault of the program, and
    no file goes out with it.
    """
    acts = {one.key: one.count for one in head.figures if one.by is By.ACT}
    if seen.total() != printed or (printed and acts and acts != dict(seen)):
        file.unlink(missing_ok=True)
        raise RuntimeError(f"figures and rows differ: {acts} {dict(seen)}")


def _with_manifest(export: Export, told: Manifest) -> Written:
    """Beside the file, whole or not at all; without its manifest no file stays."""
    text = manifest.text(told).encode()
    place = export.to.with_name(export.to.name + manifest.SUFFIX)
    part = place.with_name(place.name + ".part")
    try:
        part.write_bytes(text)
        part.replace(place)
    except OSError as error:
        part.unlink(missing_ok=True)
        export.to.unlink(missing_ok=True)
        raise Refusal("cannot_write", name=place.name, reason=str(error)) from error
    return Written(export, told, place, hashlib.sha256(text).hexdigest())
