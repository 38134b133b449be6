"""What a filter makes of the journal: the joins it needs, its conditions, their values.

A join that nothing asks for is left out, so that the index alone answers for most totals: it holds
every column that is named here of `j`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from desktop.domain.supervision.log.views import ACCEPTED, CONSULTED
from desktop.domain.supervision.rows import LogFilter

# a parcel's acts are logged with the first case it holds
CASE_OF = """
CASE
    WHEN j.entity GLOB 'case:*' THEN substr(j.entity, 6)
    WHEN j.entity GLOB 'paper:*' THEN
        (SELECT case_number FROM papers WHERE number = substr(j.entity, 7))
    WHEN j.entity GLOB 'shipment:*' THEN
        (SELECT case_number FROM shipment_contents WHERE shipment = substr(j.entity, 10)
         AND case_number <> '' ORDER BY position LIMIT 1)
    WHEN j.entity GLOB 'licence:*' THEN
        (SELECT case_number FROM licences WHERE id = substr(j.entity, 9))
    ELSE ''
END
"""
STATION, CASE, VISIT = "s", "o", "v"
JOINS: dict[str, str] = {
    STATION: "LEFT JOIN stations s ON s.device = j.device",
    CASE: f"LEFT JOIN cases o ON o.number = {CASE_OF}",
    VISIT: "LEFT JOIN visits v ON j.entity GLOB 'visit:*' AND v.id = substr(j.entity, 7)",
}
WINDOW = "coalesce(nullif(o.window, ''), nullif(v.window, ''), s.window, '')"
OF_WINDOW = (STATION, CASE, VISIT)
# as `Fact.late` says it; equal texts are the usual case and spare the reckoning
LATE = """
(j.recorded_at > j.happened_at
 AND (julianday(j.recorded_at) - julianday(j.happened_at)) * 86400 > 600.0005)
"""
# 超期 as the board counts it, by the entry that it counts; or the acceptance that the board counts of
# a case past its term and not decided yet: a case once
OVERDUE = f"""
((j.kind = 'case.decided'
  OR j.kind IN ({", ".join(f"'{kind}'" for kind in sorted(ACCEPTED))})
     AND o.stage IN ('accepted', 'reviewing') AND o.due < :as_of)
 AND EXISTS (
    SELECT 1 FROM case_figures f
    WHERE f.number = o.number AND f.device = j.device AND f.seq = j.seq
      AND f.figure = CASE j.kind WHEN 'case.decided' THEN 'late' ELSE 'accepted' END))
"""
# `measure:unit`, a measure alone in any; what it cost more counts in the sum as well
SAVED = """
EXISTS (SELECT 1 FROM savings g
        WHERE g.number = o.number AND :saved IN (g.measure, g.measure || ':' || g.unit)
          AND g.before <> g.after)
"""
SUBJECT = "json_extract(j.body, '$.shown') || ':' || coalesce(json_extract(j.body, '$.id'), '')"
_SETS = (
    ("clerks", "j.clerk", ()),
    ("kinds", "j.kind", ()),
    ("halls", "coalesce(s.hall, '')", (STATION,)),
    ("windows", WINDOW, OF_WINDOW),
    ("items", "coalesce(o.item, '')", (CASE,)),
)
_FLAGS = (
    ("late", LATE, ()),
    ("overdue", OVERDUE, (CASE,)),
    ("saved", SAVED, (CASE,)),
    ("subject", f"(j.kind = '{CONSULTED}' AND {SUBJECT} = :subject)", ()),
)
_UNTIL = """
EXISTS (SELECT 1 FROM json_each(:until) h WHERE h.key = j.device AND j.seq <= h.value)
"""


class Narrowed(NamedTuple):
    """`source` stands after SELECT …: FROM, joins and WHERE."""

    source: str
    values: dict[str, Any]


def narrowed(wanted: LogFilter, today: date, needs: Iterable[str] = ()) -> Narrowed:
    """The journal through this filter; `needs` are joins that the caller's columns name."""
    tests = ["j.happened_at >= :first", "j.happened_at < :after"]
    joins = set(needs)
    values: dict[str, Any] = {
        "first": wanted.first.isoformat(),
        "after": (wanted.last + timedelta(days=1)).isoformat(),
        "as_of": min(wanted.last, today).isoformat(),
    }
    for name, column, asked in _SETS:
        if chosen := getattr(wanted, name):
            tests.append(f"{column} IN (SELECT value FROM json_each(:{name}))")
            values[name] = json.dumps(sorted(chosen))
            joins.update(asked)
    for name, test, asked in _FLAGS:
        if flag := getattr(wanted, name):
            tests.append(test)
            values[name] = flag
            joins.update(asked)
    if wanted.until is not None:
        tests.append(_UNTIL)
        values["until"] = json.dumps({head.device: head.seq for head in wanted.until})
    joined = " ".join(text for name, text in JOINS.items() if name in joins)
    source = f"FROM journal j INDEXED BY journal_log {joined} WHERE {' AND '.join(tests)}"
    return Narrowed(source, values)
