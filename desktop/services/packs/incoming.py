"""A pack as it comes to the hall: in the product's own form, or a spreadsheet read by label."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.guidance.catalogue import Catalogue
from desktop.services.office import Office
from desktop.services.packs.pack import read_pack
from desktop.services.packs.sheets.labels import load_labels
from desktop.services.packs.sheets.read import is_sheet, read_sheets


def incoming(office: Office, path: Path) -> Catalogue:
    """The pack at `path`. Refusal `pack_broken`, or `sheet_refused` with every wrong cell: nothing
    is taken by halves.
    """
    if is_sheet(path):
        files = office.spreadsheets()
        return read_sheets(files, path, load_labels(files.labels), office.catalogue)
    return read_pack(path)
