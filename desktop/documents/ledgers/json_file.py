"""JSON: `{"heading", "rows", "counts"}`; moments as ISO 8601 with offset, written row by row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.documents.ledgers.cells import cells, counts
from desktop.documents.ledgers.part_file import counted, written
from desktop.domain.days import BEIJING
from desktop.domain.supervision.ledger import COLUMNS, LedgerHeading
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Progress


def write_json(
    to: Path,
    rows: Iterable[LogRow],
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.LedgerWriter`."""

    def fill(part: Path) -> None:
        acts: Counter[str] = Counter()
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{"heading": {_text(_heading(heading))},\n"rows": [')
            for number, row in counted(rows, total, progress, acts):
                file.write(("\n" if number == 1 else ",\n") + _text(_row(number, row)))
            file.write(f'\n],\n"counts": {_text(dict(counts(acts)))}}}\n')

    return written(to, fill)


def _row(number: int, row: LogRow) -> dict[str, Any]:
    told = zip((column.key for column in COLUMNS), cells(number, row), strict=True)
    return {key: _value(value) for key, value in told} | {"late": row.late, "kind": row.kind}


def _heading(heading: LedgerHeading) -> dict[str, Any]:
    return {
        "hall": heading.hall,
        "first": heading.first.isoformat(),
        "last": heading.last.isoformat(),
        "exported_at": heading.exported_at.isoformat(timespec="seconds"),
        "exported_by": heading.exported_by,
        "personal": heading.personal,
        "heads": [
            {"device": head.device, "seq": head.seq, "hash": head.hash} for head in heading.heads
        ],
    }


def _value(value: object) -> object:
    return value.replace(tzinfo=BEIJING).isoformat() if isinstance(value, datetime) else value


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
