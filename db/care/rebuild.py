"""Projections anew from the journal; nothing else is touched."""

from __future__ import annotations

from db.facts import facts_of
from db.link import Link
from db.projections.table import PROJECTIONS, SCHEMA, project
from db.schema import statements
from desktop.domain.refusal import Refusal
from desktop.services.ports import Progress

Counts = dict[str, int]

TELL_EVERY = 200

_ENTITIES = "SELECT entity FROM journal GROUP BY entity ORDER BY min(n)"


def rebuild(link: Link, progress: Progress | None = None) -> tuple[Counts, Counts]:
    """Row counts before and after. Cancelled, it refuses `cancelled` and nothing has changed."""
    with link.transaction():
        before = counts(link)
        refold(link, progress)
        return before, counts(link)


def refold(link: Link, progress: Progress | None = None) -> None:
    """Drop and make the projections' tables, and fold every entity; call in a transaction."""
    for projection in PROJECTIONS:
        link.conn.execute(f"DROP TABLE IF EXISTS {projection.table}")
    for statement in statements(SCHEMA):
        link.conn.execute(statement)
    entities = [row[0] for row in link.rows(_ENTITIES)]
    for done, entity in enumerate(entities):
        if progress and done % TELL_EVERY == 0 and not progress(done, len(entities)):
            raise Refusal("cancelled")
        link.facts.clear()
        project(link.conn, entity, facts_of(link, entity), known=False)
    link.facts.clear()
    if progress:
        progress(len(entities), len(entities))


def counts(link: Link) -> Counts:
    """Rows of each projection."""
    return {p.table: int(link.one(f"SELECT count(*) FROM {p.table}")[0]) for p in PROJECTIONS}
