"""JSON: `{"heading", "rows", "figures"}`; moments as ISO 8601 with offset, written row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.documents.ledgers.cells import Value, cells, figures, places
from desktop.documents.ledgers.part_file import counted, written
from desktop.domain.days import BEIJING
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Progress
from desktop.wording.log import narrowed


def write_json(
    to: Path,
    rows: Iterable[LogRow],
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.LedgerWriter`."""

    def fill(part: Path) -> None:
        keys = [column.key for column in heading.view.shown]
        taken = places(heading.view)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{"heading": {_text(_heading(heading))},\n"rows": [')
            for number, row in counted(rows, total, progress):
                told = cells(number, row)
                shown = {key: told[place] for key, place in zip(keys, taken, strict=True)}
                file.write(("\n" if number == 1 else ",\n") + _text(_row(row, shown)))
            file.write(f'\n],\n"figures": {_text(_figures(heading))}}}\n')

    return written(to, fill)


def _row(row: LogRow, shown: dict[str, Value]) -> dict[str, Any]:
    told = {key: _value(value) for key, value in shown.items()}
    return told | {"late": row.late, "kind": row.kind}


def _figures(heading: LedgerHeading) -> list[dict[str, Any]]:
    return [
        {"by": one.by, "key": one.key, "name": figure[1], "count": one.count, "unit": figure[3]}
        for one, figure in zip(heading.figures, figures(heading), strict=True)
    ]


def _heading(heading: LedgerHeading) -> dict[str, Any]:
    return {
        "hall": heading.hall,
        "first": heading.first.isoformat(),
        "last": heading.last.isoformat(),
        "exported_at": heading.exported_at.isoformat(timespec="seconds"),
        "exported_by": heading.exported_by,
        "personal": heading.personal,
        "view": heading.view.id,
        "filter": narrowed(heading),
        "heads": [
            {"device": head.device, "seq": head.seq, "hash": head.hash} for head in heading.heads
        ],
    }


def _value(value: object) -> object:
    return value.replace(tzinfo=BEIJING).isoformat() if isinstance(value, datetime) else value


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
