"""CSV as halls have it: UTF-8 with or without a mark, UTF-16, GB18030; comma, tab or semicolon."""

from __future__ import annotations

import csv
import io

from desktop.documents.sheets.limits import MOST_COLUMNS, MOST_ROWS, unreadable
from desktop.domain.packs.grid import Sheet

DELIMITERS = (",", "\t", ";", "，", "；", "|")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_delimited(raw: bytes, name: str) -> Sheet:
    """The one sheet of the file; it bears the file's name."""
    text = decoded(raw)
    if "\x00" in text:
        raise unreadable("not_text")
    delimiter = _delimiter(text)
    rows: list[tuple[str, ...]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) >= MOST_ROWS:
                raise unreadable("too_many_rows", most=MOST_ROWS)
            if len(cells) > MOST_COLUMNS:
                raise unreadable("too_many_columns", most=MOST_COLUMNS)
            rows.append(tuple(cells))
    except csv.Error as error:
        raise unreadable("csv_malformed", detail=str(error)) from error
    return Sheet(name, tuple(rows))


def decoded(raw: bytes) -> str:
    """The file as text: by its mark, else as UTF-8, else as GB18030; strictly each."""
    encodings = [name for mark, name in _MARKS if raw.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeError:
            continue
    raise unreadable("unknown_encoding")


def _delimiter(text: str) -> str:
    """The one that cuts the most cells out of the first lines, quoted ones left whole."""
    head = text[:20_000].splitlines()[:20]
    return max(DELIMITERS, key=lambda one: sum(_count(line, one) for line in head))


def _count(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])
