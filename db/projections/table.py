"""The table of tables: every projection, and the one function that writes their rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from db.projections.arrivals.arrival import ARRIVALS, CLAIMS
from db.projections.billing.bills import BILL_LINES, BILLS, TARIFFS
from db.projections.billing.sent import BILLABLE, SENT_ON
from db.projections.case import BREACHES, CASES, SEARCH, THEMES, search_row
from db.projections.closing.shift import SHIFTS
from db.projections.courier.address import ADDRESSES
from db.projections.courier.estimate import ESTIMATES
from db.projections.courier.pickup import PICKUPS
from db.projections.custody.parcel import ALONE, BAGS, MISDELIVERIES
from db.projections.custody.piece import ENDED, PIECES
from db.projections.days import RULES, YEARS
from db.projections.exchange.disagreement import DISAGREEMENTS
from db.projections.figures.mark import MARKS, OPEN
from db.projections.hall import AUTHORITIES, CLERKS, ITEMS, PARTS, PROPOSALS, STATIONS
from db.projections.handling import BATCH_LINES, BATCHES, DUTIES, OVERSIGHT, READY
from db.projections.licence import CHECKS, LICENCES
from db.projections.number import NUMBERS
from db.projections.paper import OUTCOMES, PAPERS
from db.projections.projection import Projection, Row
from db.projections.saving import SAVINGS
from db.projections.shipment import CONTENTS, HANDOVERS, SHIPMENTS
from db.projections.supervision.retention import RETENTION
from db.projections.supervision.watched import REVEALS, REVIEWS, WATCHED
from db.projections.visit import VISITS
from desktop.domain.exchange.standing import standing
from desktop.domain.trust.entry import Fact

OF_ENTITIES: tuple[Projection, ...] = (
    VISITS, CASES, SEARCH, SHIPMENTS, CONTENTS, HANDOVERS, PAPERS, OUTCOMES, STATIONS, CLERKS,
    AUTHORITIES, ITEMS, PARTS, YEARS, RULES, DUTIES, READY, OVERSIGHT, BATCHES, BATCH_LINES, LICENCES,
    SAVINGS, THEMES, CHECKS, BREACHES, PROPOSALS, PIECES, ENDED, BAGS, ALONE, MISDELIVERIES,
    ADDRESSES, ESTIMATES, ARRIVALS, CLAIMS,
    PICKUPS, BILLABLE, SENT_ON, BILLS, BILL_LINES, TARIFFS,
    DISAGREEMENTS, SHIFTS, MARKS, OPEN, *WATCHED, *REVEALS, REVIEWS, *RETENTION,
)  # fmt: skip
"""One entity's rows each. `NUMBERS` is of all types and written once, so it stands apart."""

PROJECTIONS = (*OF_ENTITIES, NUMBERS)

FOLDS = 3
"""Raise it when a fold changes what it makes of old entries: stores rebuild when next opened."""

SCHEMA = f"-- folds {FOLDS}\n" + "".join(projection.schema for projection in PROJECTIONS)


class _Texts(NamedTuple):
    projection: Projection
    held: str
    remove: str
    insert: str


def _texts(projection: Projection) -> _Texts:
    table, key, columns = projection.table, projection.key, ", ".join(projection.columns)
    marks = ", ".join("?" * len(projection.columns))
    return _Texts(
        projection,
        f"SELECT {columns} FROM {table} WHERE {key} = ? ORDER BY 1, 2",
        f"DELETE FROM {table} WHERE {key} = ?",
        f"INSERT INTO {table} ({columns}) VALUES ({marks})",
    )


BY_TYPE: dict[str, list[_Texts]] = {}
for _projection in OF_ENTITIES:
    BY_TYPE.setdefault(_projection.entity, []).append(_texts(_projection))
# a hand-over sheet and its paper share one number
_NUMBER = _texts(NUMBERS).insert.replace("INSERT", "INSERT OR IGNORE")


def project(conn: Any, entity: str, facts: Sequence[Fact], known: bool = True) -> None:
    """Bring the entity's rows to what these facts make of it; writes only what changed.

    `known` False promises that the entity has no row yet.
    """
    project_several(conn, [(entity, facts, known)])


def project_several(conn: Any, told: Iterable[tuple[str, Sequence[Fact], bool]]) -> None:
    """The same for many: what is new of all of them goes into each table at once."""
    new: dict[str, list[Row]] = {}
    for entity, facts, known in told:
        type_, _, id = entity.partition(":")
        new.setdefault(_NUMBER, []).extend(NUMBERS.fold(id, facts[:1]))
        _write_disagreements(conn, entity, facts)
        facts = standing(facts)
        for texts in BY_TYPE.get(type_, ()):
            rows = texts.projection.fold(id, facts)
            if known:
                _write(conn, texts, id, rows)
            else:
                new.setdefault(texts.insert, []).extend(rows)
    for insert, rows in new.items():
        conn.executemany(insert, rows)


def _write_disagreements(conn: Any, entity: str, facts: Sequence[Fact]) -> None:
    """Of every type of entity, from all its facts: where one device wrote them there are none."""
    if len({fact.entry.device for fact in facts}) > 1:
        for texts in BY_TYPE[""]:
            _write(conn, texts, entity, texts.projection.fold(entity, facts))


def _write(conn: Any, texts: _Texts, id: str, rows: list[Row]) -> None:
    at = search_row(id) if texts.projection is SEARCH else id
    held = conn.execute(texts.held, (at,)).fetchall()
    if held == rows:
        return
    if held:
        conn.execute(texts.remove, (at,))
    conn.executemany(texts.insert, rows)
