"""The calendar as it was published, and the rule of counting."""

from __future__ import annotations

from db.encoding import decode
from db.link import Link
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.entries import YearPublished
from desktop.domain.kinds import KIND_OF

_YEARS = "SELECT version, body FROM calendar_years ORDER BY year"
_RULE = "SELECT adjusted_count, closes_at, next_day FROM counting_rules"


def published_years(link: Link) -> list[YearPublished]:
    """The last publication of each year."""
    kind, _version = KIND_OF[YearPublished]
    return [decode(kind, version, body, b"") for version, body in link.rows(_YEARS)]


def counting_rule(link: Link) -> CountingRule:
    """What a supervisor set last; else the default."""
    row = link.one(_RULE)
    return CountingRule(bool(row[0]), row[1], bool(row[2])) if row else CountingRule()
