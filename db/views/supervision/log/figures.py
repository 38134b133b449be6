"""Figures of the log: counted by SQL over the index, never by reading entries one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from db.link import Link
from db.views.supervision.log.narrowing import (
    CASE,
    LATE,
    OF_WINDOW,
    OVERDUE,
    STATION,
    SUBJECT,
    WINDOW,
    narrowed,
)
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import By, LogView
from desktop.domain.supervision.rows import LogFilter

# key, what it is called, and the joins that these name
_GROUPS: dict[By, tuple[str, str, tuple[str, ...]]] = {
    By.ACT: ("j.kind", "''", ()),
    By.CLERK: ("j.clerk", "(SELECT name FROM clerks WHERE code = j.clerk)", ()),
    By.ITEM: ("coalesce(o.item, '')", "max(o.item_name)", (CASE,)),
    By.HALL: ("coalesce(s.hall, '')", "max(s.hall_name)", (STATION,)),
    By.WINDOW: (WINDOW, "''", OF_WINDOW),
    By.DAY: ("substr(j.happened_at, 1, 10)", "''", ()),
    By.SUBJECT: (SUBJECT, "max(json_extract(j.body, '$.name'))", ()),
}
_FLAGS: dict[By, tuple[str, tuple[str, ...]]] = {
    By.LATE: (LATE, ()),
    By.OVERDUE: (OVERDUE, (CASE,)),
}
# a case saves once, however many of its acts are among the rows
_SAVED = """
SELECT g.measure, g.unit, sum(g.before - g.after)
FROM (SELECT DISTINCT o.number {source}) one JOIN savings g ON g.number = one.number
GROUP BY g.measure, g.unit
"""

_HALLS = """
SELECT hall, max(hall_name) FROM stations WHERE hall <> '' GROUP BY hall ORDER BY hall
"""
_WINDOWS = "SELECT DISTINCT window FROM stations WHERE window <> '' ORDER BY window"


def figures(link: Link, wanted: LogFilter, view: LogView) -> tuple[Figure, ...]:
    """The number of rows first, then what the view totals, in its order."""
    today = link.now().date()
    found = [Figure(by=By.ROWS, key="", count=count(link, wanted))]
    for by in view.totals:
        if by is By.SAVED:
            found += _saved(link, wanted, today)
        elif by in _FLAGS:
            found += _flagged(link, wanted, by, today)
        else:
            found += _grouped(link, wanted, by, today)
    return tuple(found)


def count(link: Link, wanted: LogFilter) -> int:
    """How many rows there are."""
    source, values = narrowed(wanted, link.now().date())
    return _number(link, f"SELECT count(*) {source}", values)


def _grouped(link: Link, wanted: LogFilter, by: By, today: date) -> list[Figure]:
    """Most first; days in their own order. What has no item or window is counted nowhere."""
    key, name, needs = _GROUPS[by]
    source, values = narrowed(wanted, today, needs)
    sql = f"SELECT {key} AS key, {name}, count(*) {source} GROUP BY 1"
    rows = [row for row in link.rows(sql, values) if row[0]]
    rows.sort(key=lambda row: row[0] if by is By.DAY else (-row[2], row[0]))
    return [Figure(by=by, key=row[0], name=row[1] or "", count=row[2]) for row in rows]


def _flagged(link: Link, wanted: LogFilter, by: By, today: date) -> list[Figure]:
    test, needs = _FLAGS[by]
    source, values = narrowed(wanted, today, needs)
    count = _number(link, f"SELECT count(*) {source} AND {test}", values)
    return [Figure(by=by, key=by.value, count=count)]


def _saved(link: Link, wanted: LogFilter, today: date) -> list[Figure]:
    source, values = narrowed(wanted, today, (CASE,))
    order = list(Measure)
    rows = link.rows(_SAVED.format(source=source), values)
    rows.sort(key=lambda row: (order.index(Measure(row[0])), row[1]))
    return [Figure(by=By.SAVED, key=row[0], unit=row[1], count=row[2]) for row in rows]


def _number(link: Link, sql: str, values: dict[str, Any]) -> int:
    return int(link.one(sql, values)[0])


def received(link: Link, wanted: LogFilter) -> list[str]:
    """Cases received within the filter, in their order, each once."""
    asked = replace(wanted, kinds=frozenset({"case.received"}))
    source, values = narrowed(asked, link.now().date(), (CASE,))
    sql = f"SELECT o.number {source} AND o.number IS NOT NULL GROUP BY o.number ORDER BY 1"
    return [row[0] for row in link.rows(sql, values)]


def halls(link: Link) -> list[tuple[str, str]]:
    """Codes and names, by code."""
    return [(row[0], row[1]) for row in link.rows(_HALLS)]


def windows(link: Link) -> list[str]:
    """Those at which the stations stand."""
    return [row[0] for row in link.rows(_WINDOWS)]
