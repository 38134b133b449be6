"""核对 an exported file: the file against its manifest, both against the journal, row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.entries import LogExported
from desktop.domain.supervision.log import manifest
from desktop.domain.supervision.log.altered import Altered, Fault
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.manifest import SUFFIX, Manifest
from desktop.domain.supervision.log.views import ALL, VIEWS, By
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Fact
from desktop.services.office import Office
from desktop.services.ports import LogBook, Progress
from desktop.services.supervision.log.reading import shown, through

STATES = frozenset({By.OVERDUE, By.SAVED, By.HALL, By.WINDOW, By.ITEM})
"""Figures of how cases and stations stand now: they may change without anything being altered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """`told` is None where no manifest lay beside the file; `entry` is the export's own
    (`device:seq`), empty where the journal knows of none.
    """

    file: str
    sha256: str
    told: Manifest | None
    entry: str
    faults: tuple[Altered, ...]

    @property
    def ok(self) -> bool:
        return not self.faults


def is_export(office: Office, path: Path) -> bool:
    """Whether this is a file of the log, and not a backup."""
    return (
        path.name.endswith(SUFFIX)
        or path.suffix.lstrip(".").lower() in office.ledgers
        or path.with_name(path.name + SUFFIX).exists()
    )


def check_file(office: Office, path: Path, progress: Progress | None = None) -> Checked:
    """Refuses `cannot_read` where there is no file, and `manifest_broken`."""
    file = path.with_name(path.name.removesuffix(SUFFIX))
    digest, beside = _sha256(file), file.with_name(file.name + SUFFIX)
    if not beside.exists():
        known = _exported(office, digest, "")
        found = () if known else (Altered(fault=Fault.NO_MANIFEST, where=beside.name),)
        return Checked(file=file.name, sha256=digest, told=None, entry=_place(known), faults=found)
    text = beside.read_bytes()
    told = manifest.read(text.decode("utf-8", "replace"))
    noted = hashlib.sha256(text).hexdigest()
    entry = _exported(office, told.sha256, noted) or _exported(office, digest, noted)
    with office.store.reader() as views:
        faults = [
            *_papers(told, digest, entry, noted),
            *_chains(office, told, views.book, progress),
            *_figures(told, views.book),
            *_rows(office, told, views.book, file, digest),
        ]
    return Checked(
        file=file.name, sha256=digest, told=told, entry=_place(entry), faults=tuple(faults)
    )


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as opened:
            while block := opened.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise Refusal("cannot_read", name=file.name) from error
    return digest.hexdigest()


def _exported(office: Office, sha256: str, manifest_sha256: str) -> Fact | None:
    """The same file may have been exported more than once: the entry of this manifest, or the
    last one.
    """
    facts = office.store.journal.facts(f"export:{sha256[:32]}")
    known = [fact for fact in facts if _is_of(fact, sha256)]
    fitting = [fact for fact in known if fact.payload.manifest == manifest_sha256]
    return next(reversed(fitting or known), None)


def _is_of(fact: Fact, sha256: str) -> bool:
    return isinstance(fact.payload, LogExported) and fact.payload.sha256 == sha256


def _place(entry: Fact | None) -> str:
    return f"{entry.entry.device}:{entry.entry.seq}" if entry else ""


def _papers(
    told: Manifest, digest: str, entry: Fact | None, manifest_sha256: str
) -> Iterator[Altered]:
    """The file, its manifest, and what the journal noted of both when they were made."""
    if entry is None:
        yield Altered(fault=Fault.UNKNOWN, told=told.sha256)
    else:
        noted = entry.payload
        if manifest_sha256 != noted.manifest:
            yield Altered(fault=Fault.MANIFEST, told=manifest_sha256, holds=noted.manifest)
    if digest != (entry.payload.sha256 if entry else told.sha256):
        yield Altered(fault=Fault.FILE, told=digest, holds=told.sha256)


def _chains(
    office: Office, told: Manifest, book: LogBook, progress: Progress | None
) -> Iterator[Altered]:
    """Every hash of the journal, and that the chains still pass through these ends."""
    found = office.store.keeping.verify(progress)
    if not found.ok:
        yield Altered(fault=Fault.CHAIN, where=found.first_broken)
    for head in told.heads:
        entry = book.entry(head.device, head.seq)
        if entry is None or entry.hash != head.hash:
            holds = entry.hash if entry else ""
            where = f"{head.device}:{head.seq}"
            yield Altered(fault=Fault.HEAD, where=where, told=head.hash, holds=holds)


def _figures(told: Manifest, book: LogBook) -> Iterator[Altered]:
    """Counted anew up to the same ends. What a filter took by how cases stood is left alone."""
    if _passing(told.wanted):
        return
    now = book.figures(_until(told), VIEWS.get(told.view, ALL))
    held, said = _counts(now), _counts(told.figures)
    for key in sorted(held.keys() | said.keys()):
        if held.get(key, 0) != said.get(key, 0):
            yield Altered(
                fault=Fault.FIGURE, where=":".join(key), told=str(said.get(key, 0)),
                holds=str(held.get(key, 0)),
            )  # fmt: skip


def _counts(figures: tuple[Figure, ...]) -> dict[tuple[str, str], int]:
    return {(one.by, one.key): one.count for one in figures if one.by not in STATES}


def _rows(
    office: Office, told: Manifest, book: LogBook, file: Path, digest: str
) -> Iterator[Altered]:
    """Which rows are not the journal's; looked for where the file is not what it was. Narrowed by
    how things stood, other rows would be missing or too many for no fault of the file.
    """
    if digest == told.sha256 or not told.printed or _passing(told.wanted):
        return
    rows = shown(book.rows(_until(told)), told.personal)
    yield from office.ledgers.altered(file, told.format, rows, VIEWS.get(told.view, ALL))


def _passing(wanted: LogFilter) -> bool:
    """Whether it was narrowed by how cases or stations stood then, which no entry can tell now."""
    stood = wanted.overdue, wanted.saved, wanted.halls, wanted.windows, wanted.items
    return any(stood)


def _until(told: Manifest) -> LogFilter:
    view = VIEWS.get(told.view, ALL)
    return replace(through(told.wanted, view), until=told.heads)
