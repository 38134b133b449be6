"""待核: the list of what is still to be looked up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db.link import Link
from desktop.domain.licences.checks import Finding, OpenCheck
from desktop.domain.licences.fetched import Silence
from desktop.domain.licences.sparing import Standing

_CHECKS = """
SELECT number, key, name, category, since, finding, standing, why, tried_at FROM checks
ORDER BY since, number, key LIMIT ? OFFSET ?
"""


def open_checks(link: Link, offset: int, limit: int) -> list[OpenCheck]:
    """The longest wait stands first."""
    return [_row(row) for row in link.rows(_CHECKS, (limit, offset))]


def _row(row: Any) -> OpenCheck:
    return OpenCheck(
        case=row[0], key=row[1], name=row[2], category=row[3],
        since=datetime.fromisoformat(row[4]),
        finding=Finding(row[5]) if row[5] else None,
        standing=Standing(row[6]) if row[6] else None,
        why=Silence(row[7]) if row[7] else None,
        tried_at=datetime.fromisoformat(row[8]) if row[8] else None,
    )  # fmt: skip
