"""The terms in force: what ships by 事项类型, overlaid with what a supervisor set by item."""

from __future__ import annotations

import msgspec

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.retention.entries import RetentionSet
from desktop.domain.supervision.retention.terms import (
    ItemTerm,
    RetentionTable,
    check_rule,
    in_force,
    term,
)
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.packs.pack import decoded, read_bytes

ENTITY = "hall:retention"
FILE = "supervision/retention.json"
_TABLE = msgspec.json.Decoder(RetentionTable)


def table(office: Office) -> RetentionTable:
    """As it ships. Refuses `no_retention_terms` where nothing did, or nothing for other types."""
    if office.resources is None:
        raise Refusal("no_retention_terms")
    file = office.resources / FILE
    told = decoded(file, read_bytes(file), _TABLE)
    if not any(not one.type for one in told.terms):
        raise Refusal("no_retention_terms")
    return told


def rule(office: Office) -> RetentionSet:
    """What was set last, else what ships."""
    told = (fact.payload for fact in office.store.journal.facts(ENTITY))
    return in_force(table(office), (one for one in told if isinstance(one, RetentionSet)))


def set_rule(office: Office, clerk: Clerk, told: RetentionSet) -> bool:
    """Publish the hall's rule, whole. False where it is in force already."""
    require(clerk, Right.PURGE)
    office.require_publisher()
    check_rule(told)
    for item in told.years:
        if item not in rule(office).years:
            office.item(item)
    now = rule(office)
    if (now.years, now.two_persons, now.backup_days) == (
        told.years, told.two_persons, told.backup_days
    ):  # fmt: skip
        return False
    office.store.journal.append([Act(entity=ENTITY, payload=told)], clerk.code)
    return True


def item_terms(office: Office) -> list[ItemTerm]:
    """Of every item of the catalogue, by id."""
    shipped, own = table(office), rule(office).years
    items = office.catalogue.items
    return [term(shipped, own, id, items[id].name, items[id].type.value) for id in sorted(items)]


def years(office: Office) -> tuple[dict[str, int], int]:
    """Years by item, and of an item that the catalogue no longer knows: the longest there is, for
    nobody can say any more of which type it was.
    """
    known = {one.item: one.years for one in item_terms(office)}
    own = dict(rule(office).years)
    longest = max((one.years for one in table(office).terms), default=0)
    return {**own, **known}, longest
