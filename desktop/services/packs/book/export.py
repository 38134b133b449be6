"""Items out of the hall: a workbook to read and edit, or the product's own JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.guidance.item import ServiceItem
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
