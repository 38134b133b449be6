"""Totals of what was saved, over the days of acceptance."""

from __future__ import annotations

from datetime import date

from db.link import Link
from desktop.domain.savings.saving import Measure, Rule
from desktop.domain.savings.totals import ItemTotal, Total

_WITHIN = "FROM savings WHERE accepted_on >= ? AND accepted_on <= ?"
_TOTALS = f"""
SELECT measure, unit, count(*), sum(measured), sum(before), sum(after)
{_WITHIN} GROUP BY measure, unit ORDER BY measure, unit
"""
_RULES = f"""
SELECT measure, unit, one.key, sum(one.value)
FROM (SELECT measure, unit, parts {_WITHIN}), json_each(parts) AS one
GROUP BY measure, unit, one.key ORDER BY sum(one.value) DESC, one.key
"""
_ITEMS = f"""
SELECT item, max(item_name), count(*), sum(before), sum(after)
{_WITHIN} AND measure = 'materials'
GROUP BY item ORDER BY sum(before) - sum(after) DESC, item
"""


def totals(link: Link, first: date, last: date) -> list[Total]:
    """Both days included; in the order of the measures."""
    days = (first.isoformat(), last.isoformat())
    rules: dict[tuple[str, str], dict[Rule, int]] = {}
    for measure, unit, rule, count in link.rows(_RULES, days):
        rules.setdefault((measure, unit), {})[Rule(rule)] = count
    found = [
        Total(
            measure=Measure(measure), unit=unit, cases=cases, measured=measured, before=before,
            after=after, rules=rules.get((measure, unit), {}),
        )
        for measure, unit, cases, measured, before, after in link.rows(_TOTALS, days)
    ]  # fmt: skip
    order = list(Measure)
    return sorted(found, key=lambda total: (order.index(total.measure), total.unit))


def by_item(link: Link, first: date, last: date) -> list[ItemTotal]:
    """What saved most stands first."""
    rows = link.rows(_ITEMS, (first.isoformat(), last.isoformat()))
    return [
        ItemTotal(item=item, name=name, cases=cases, listed=listed, to_submit=due)
        for item, name, cases, listed, due in rows
    ]
