"""A pack becomes the catalogue in force: all of it or nothing.

Red findings refuse the pack; yellow ones travel with the answer, for a person to look at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.search import SearchKey
from desktop.domain.halls.entries import ItemPublished
from desktop.domain.halls.roles import STATION, Clerk, Right, require
from desktop.domain.packs.difference import Difference, difference
from desktop.domain.packs.entries import Part
from desktop.domain.packs.kept import completed
from desktop.domain.packs.lint import Finding, FindingLevel, lint
from desktop.domain.packs.versions import Edition
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.packs.encode import item_form
from desktop.services.packs.parts import differences, published
from desktop.services.packs.pinyin import NO_OVERRIDES, Readings, search_key
from desktop.services.published import take_published


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a pack's items, by id, and of its other parts."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    findings: tuple[Finding, ...]
    parts: Mapping[Part, Difference] = field(default_factory=dict)


def publish(
    office: Office,
    pack: Catalogue,
    by: Clerk = STATION,
    source: str = "",
    readings: Readings = NO_OVERRIDES,
) -> Published:
    """Journal whatever the pack adds or changes in one commit and put it in force.

    Refuses `red_findings`, and `not_allowed` who may not manage items.
    """
    office.require_publisher()
    require(by, Right.MANAGE_ITEMS)
    pack = completed(office.catalogue, pack)
    change, findings = examined(office.catalogue, pack)
    parts = differences(office.catalogue, pack)
    taken = (*change.taken, *(id for id in change.same if _moved(office, pack, id)))
    acts = [_act(office, pack, id, source, readings) for id in taken]
    acts += [
        Act(entity=f"part:{told.part}:{told.id}", payload=told)
        for told in published(pack, parts, source)
    ]
    if acts:
        with office.store.journal.transaction():
            office.store.journal.append(acts, by.code)
        take_published(office)
    return Published(change.added, change.changed, change.same, tuple(findings), parts)


def withdraw(office: Office, id: str, day: date, by: Clerk = STATION, source: str = "") -> None:
    """取消: the item is found no more from this day on; its open cases keep their version."""
    office.require_publisher()
    item, last = office.item(id), day - timedelta(days=1)
    pack = Catalogue(items={id: item}, editions={id: Edition(last=last)})
    publish(office, pack, by, source)


def _act(office: Office, pack: Catalogue, id: str, source: str, readings: Readings) -> Act:
    edition = pack.editions.get(id, Edition())
    told = ItemPublished(
        item=id,
        content=content(pack, _key(office.catalogue, pack, id, readings)),
        source=source,
        label=edition.label,
        in_force_from=edition.first,
        in_force_until=edition.last,
    )
    return Act(entity=f"item:{id}", payload=told)


def _moved(office: Office, pack: Catalogue, id: str) -> bool:
    """An unchanged item whose days in force the pack says anew."""
    told, known = pack.editions.get(id), office.store.views.item_versions(id)
    if told is None or (told.first is None and told.last is None):
        return False
    return not any(
        one.last == told.last and (told.first is None or one.first == told.first) for one in known
    )


def content(pack: Catalogue, key: SearchKey) -> str:
    """The item as the journal keeps it: its file's JSON, with its pinyin."""
    form = item_form(pack.items[key.id])
    found_by = {"pinyin": key.pinyin, "initials": key.initials}
    return json.dumps({**form, **found_by}, ensure_ascii=False, separators=(",", ":"))


def _key(old: Catalogue, pack: Catalogue, id: str, readings: Readings) -> SearchKey:
    """What the item is found by; as before where its name has not changed."""
    known = old.keys.get(id)
    item = pack.items[id]
    same = known is not None and known.name == item.name and bool(known.pinyin)
    return known if known is not None and same else search_key(item, readings)


def merged(old: Catalogue, pack: Catalogue) -> Catalogue:
    """The catalogue as it would be: the pack's entries take the place of older ones."""
    return Catalogue(
        items={**old.items, **pack.items},
        sources={**old.sources, **pack.sources},
        e_licences={**old.e_licences, **pack.e_licences},
        data_shares={**old.data_shares, **pack.data_shares},
        themes={**old.themes, **pack.themes},
        policies={**old.policies, **pack.policies},
        self_checks=old.self_checks,
        scope=old.scope,
        forms={**old.forms, **pack.forms},
        keys={**old.keys, **pack.keys},
    )


def findings_on(old: Catalogue, pack: Catalogue) -> list[Finding]:
    """What is to be said about the pack, read together with what is already in force."""
    own = {*pack.items, *pack.themes}
    return [finding for finding in lint(merged(old, pack)) if finding.item in own]


def examined(old: Catalogue, pack: Catalogue) -> tuple[Difference, list[Finding]]:
    """What the pack changes and its findings; Refusal `red_findings` where one is red."""
    findings = findings_on(old, pack)
    refuse_red(findings)
    return difference(old.items, pack.items), findings


def refuse_red(findings: Sequence[Finding]) -> None:
    """Refusal `red_findings` with all of them, where there are any."""
    red = tuple(finding for finding in findings if finding.level is FindingLevel.RED)
    if red:
        raise Refusal("red_findings", count=len(red), findings=red)
