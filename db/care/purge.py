"""Purge: a case's key is destroyed, and with it everything sealed under it."""

from __future__ import annotations

from collections.abc import Iterable

from db.facts import facts_of
from db.link import Link
from db.projections.table import project
from db.views.cases import case, touching

_MINE = "SELECT subject FROM forgotten ORDER BY subject"
_BEGUN_IN = "SELECT number FROM cases WHERE visit = ?"
_OTHER_CASES = """
SELECT case_number FROM shipment_contents WHERE shipment = :id AND case_number <> ''
UNION SELECT case_number FROM arrival_claims WHERE shipment = :id AND case_number <> ''
"""


def purge(link: Link, number: str) -> None:
    """Keys and projected rows go now, with secure delete; call in the purging transaction.

    Parcels and the visit go with the last of their cases that is purged. A licence that the case
    led to stays: it is sealed under a key of its own and outlives the case.
    """
    with link.transaction():
        entities = touching(link, number)
        subjects = {f"case:{number}"}
        forget(link, subjects)
        for entity in entities:
            if entity.startswith("shipment:"):
                held = _enclosed(link, entity)
                if held and held <= set(forgotten(link)):
                    subjects.add(entity)
        visit = f"visit:{told.visit}" if (told := case(link, number)) else ""
        seen = (_visited(link, visit) or _begun_in(link, visit)) if visit else set()
        if seen and seen <= set(forgotten(link)):
            subjects.add(visit)
            entities.append(visit)
        forget(link, subjects)
        for entity in entities:
            project(link.conn, entity, facts_of(link, entity))


def outlived(link: Link, entities: Iterable[str]) -> None:
    """Of these, parcels and visits whose cases were all purged before they came here from another
    station: they go too, so that it does not matter which came first.
    """
    gone = set(forgotten(link))
    for entity in entities if gone else ():
        cases: set[str] = set()
        if entity.startswith("shipment:"):
            cases = _enclosed(link, entity)
        elif entity.startswith("visit:"):
            cases = _visited(link, entity)
        if cases and cases <= gone and entity not in gone:
            forget_entity(link, entity)


def forget_entity(link: Link, entity: str) -> None:
    """An entity that is its own subject, and nobody else's: its key and its rows go."""
    with link.transaction():
        forget(link, {entity})
        project(link.conn, entity, facts_of(link, entity))


def forget(link: Link, subjects: Iterable[str]) -> None:
    """Destroy the subjects' keys for good, and remember that they were."""
    at = link.now().isoformat(timespec="seconds")
    for subject in subjects:
        link.conn.execute("DELETE FROM case_key WHERE subject = ?", (subject,))
        link.conn.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", (subject, at))
    link.vault.forget()
    link.facts.clear()
    link.scrub = True


def forgotten(link: Link) -> list[str]:
    """Subjects purged so far; applied again to whatever is restored."""
    return [row[0] for row in link.rows(_MINE)]


def _enclosed(link: Link, parcel: str) -> set[str]:
    """The cases of its contents, and those it was claimed for when it arrived."""
    told = {"id": parcel.partition(":")[2]}
    return {f"case:{row[0]}" for row in link.rows(_OTHER_CASES, told)}


def _begun_in(link: Link, visit: str) -> set[str]:
    """Of a visit that nobody ended: the cases that name it. Reads through all, so only then."""
    return {f"case:{row[0]}" for row in link.rows(_BEGUN_IN, (visit.partition(":")[2],))}


def _visited(link: Link, visit: str) -> set[str]:
    """The cases the visit's end names."""
    told = [f.payload for f in facts_of(link, visit) if f.entry.kind == "visit.ended"]
    return {f"case:{number}" for payload in told for number in payload.cases}
