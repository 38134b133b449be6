"""Promises that were broken here, by who made them."""

from __future__ import annotations

from datetime import date

from db.link import Link
from desktop.domain.promises.records import Breach

_BREACHES = """
SELECT number, reason, found_on FROM breaches WHERE holder = ? ORDER BY found_on DESC, number
"""


def breaches(link: Link, number: str) -> list[Breach]:
    """Of the holder of this document, in its normal form; the latest first."""
    return [
        Breach(case=case, reason=reason, found_on=date.fromisoformat(found))
        for case, reason, found in link.rows(_BREACHES, (number,))
    ]
