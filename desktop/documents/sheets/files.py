"""A spreadsheet file by what it holds, not by what it is called; openpyxl comes with the first one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.documents.sheets.limits import MOST_BYTES, unreadable
from desktop.domain.packs.grid import Sheet
from desktop.domain.refusal import Refusal
from resources import ROOT


class SheetFiles:
    """A `ports.Spreadsheets`."""

    labels = ROOT / "catalog/labels.json"

    def read(self, path: Path) -> tuple[Sheet, ...]:
        """The sheets of an XLSX or CSV; `pack_broken` with file and reason for anything else."""
        try:
            return _read(path)
        except Refusal as refusal:
            raise Refusal(refusal.code, **{**refusal.data, "file": str(path)}) from None

    def write(self, path: Path, sheets: Sequence[Sheet]) -> str:
        """An XLSX, whole or not at all; its sha256."""
        from desktop.documents.sheets.workbook_out import write_workbook

        return write_workbook(path, sheets)


def _read(path: Path) -> tuple[Sheet, ...]:
    from desktop.documents.sheets.delimited import read_delimited
    from desktop.documents.sheets.workbook import OLE, read_workbook

    raw = _bytes(path)
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06", OLE)):
        return read_workbook(raw)
    if raw.lstrip()[:200].lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise unreadable("page_as_sheet")
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return (read_delimited(raw, path.stem),)
    raise unreadable("not_a_workbook")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise unreadable("too_large", most=MOST_BYTES)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise unreadable("file_missing") from error
    except OSError as error:
        raise unreadable("not_readable", detail=error.strerror or str(error)) from error
    if not raw.strip():
        raise unreadable("empty_file")
    return raw
