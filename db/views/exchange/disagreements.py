"""The list of disagreements, what nobody settled on top."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db.link import Link
from desktop.domain.exchange.rows import DisagreementRow, Side

_LIST = """
SELECT d.entity, first, first_kind, first_at, first_clerk, first_device,
       coalesce(f.hall_name, ''), second, second_kind, second_at, second_clerk, second_device,
       coalesce(s.hall_name, ''), both, further, stands
FROM disagreements d
LEFT JOIN stations f ON f.device = first_device
LEFT JOIN stations s ON s.device = second_device
WHERE :done OR stands = ''
ORDER BY stands <> '', second_at DESC, entity, first, second
LIMIT :limit OFFSET :offset
"""
_COUNT = "SELECT count(*) FROM disagreements WHERE stands = ''"


def disagreements(link: Link, done: bool, offset: int, limit: int) -> list[DisagreementRow]:
    values = {"done": done, "limit": limit, "offset": offset}
    return [
        DisagreementRow(
            entity=row[0], first=_side(row[1:7]), second=_side(row[7:13]), both=bool(row[13]),
            further=row[14], stands=row[15],
        )
        for row in link.rows(_LIST, values)
    ]  # fmt: skip


def count(link: Link) -> int:
    return int(link.one(_COUNT)[0])


def _side(row: tuple[Any, ...]) -> Side:
    entry, kind, at, clerk, device, hall = row
    return Side(
        entry=entry, kind=kind, at=datetime.fromisoformat(at), clerk=clerk, device=device, hall=hall
    )
