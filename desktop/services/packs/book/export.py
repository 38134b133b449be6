"""Items out of the hall: a workbook to read and edit, the product's own JSON, guides."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.roles import STATION
from desktop.domain.packs.guide import Guide
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.book.write import book, pack_form

FORMATS = ("xlsx", "json")


def export(
    office: Office, path: Path, ids: Sequence[str], about: Sequence[str]
) -> list[ServiceItem]:
    """Write the items, all of them where none is named; `about` opens the workbook.

    Both forms import back unchanged. Refuses `unknown_item`, `unknown_format`, `cannot_write`.
    """
    items = [office.item(id) for id in ids] or list(office.catalogue.items.values())
    form = path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise Refusal("unknown_format", format=form, known="、".join(FORMATS))
    if form == "xlsx":
        office.spreadsheets().write(path, book(office.catalogue, items, about))
    else:
        told = json.dumps(pack_form(office.catalogue, items), ensure_ascii=False, indent=2)
        write_whole(path, (told + "\n").encode())
    return items


def guide_of(office: Office, id: str) -> bytes:
    """办事指南 of the item as it is in force today, as a PDF."""
    place = office.issuer(STATION)
    told = Guide(
        item=office.item(id), catalogue=office.catalogue, place=place, printed_on=office.today()
    )
    return office.renderer.guide(told)


def export_guides(office: Office, to: Path, ids: Sequence[str]) -> list[Path]:
    """One item into a file that ends in .pdf; several, or all, into a folder, a file each."""
    if len(ids) == 1 and to.suffix.lower() == ".pdf":
        write_whole(to, guide_of(office, ids[0]))
        return [to]
    files = []
    for id in ids or office.catalogue.items:
        content = guide_of(office, id)
        _made(to)
        files.append(to / f"{id}.pdf")
        write_whole(files[-1], content)
    return files


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refusal("cannot_write", name=folder.name, reason=reason) from error


def write_whole(path: Path, content: bytes) -> None:
    """The file whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise Refusal("cannot_write", name=path.name, reason=reason) from error
