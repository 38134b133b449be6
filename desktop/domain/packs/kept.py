"""What a foreign schema cannot say stays as the version in force has it.

A pack in the schema of another system has no field for how a case is handled, for the conditions
of approval, the level of a material, what may follow later, or the rule of a renewal. Its silence
takes nothing away; a pack in the product's own form says everything, also that there is nothing.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import Material, Result, ServiceItem
from desktop.domain.guidance.terms import ItemStatus
from desktop.domain.policies.policy import Policy


def completed(old: Catalogue, pack: Catalogue) -> Catalogue:
    """The pack with what its schema cannot say, as the catalogue in force says it."""
    if not pack.foreign:
        return pack
    items = {
        id: kept(item, old.items.get(id)) if id in pack.foreign else item
        for id, item in pack.items.items()
    }
    policies = {id: kept_policy(new, old.policies.get(id)) for id, new in pack.policies.items()}
    return replace(pack, items=items, policies=policies)


def kept(new: ServiceItem, old: ServiceItem | None) -> ServiceItem:
    """The foreign item with what the old one says beyond it.

    An approved item stays 已核定 only where nothing else changes: an approval is of its content.
    """
    if old is None:
        return new
    known = {material.key: material for material in old.materials}
    whole = replace(
        new,
        requirements=old.requirements,
        handling=old.handling,
        renews=old.renews,
        renews_if=old.renews_if,
        result=_result(new.result, old.result),
        materials=tuple(_material(one, known.get(one.key)) for one in new.materials),
        status=old.status,
    )
    return whole if whole == old else replace(whole, status=ItemStatus.SAMPLE)


def _result(new: Result | None, old: Result | None) -> Result | None:
    """The rule stays as long as the law's words that it renders do."""
    if new is None or old is None or new.renewal_window != old.renewal_window:
        return new
    return replace(new, renewal=old.renewal)


def _material(new: Material, old: Material | None) -> Material:
    return replace(new, level=old.level) if old else new


def kept_policy(new: Policy, old: Policy | None) -> Policy:
    """Where to apply and what to ask; conditions keep their ids and tests by their words."""
    if old is None:
        return new
    known = {one.text: one for one in old.conditions}
    return replace(
        new,
        conditions=tuple(known.get(one.text, one) for one in new.conditions),
        measure=old.measure,
        ask=old.ask,
        apply_item=old.apply_item,
        apply_note=old.apply_note,
        pinyin=old.pinyin,
        initials=old.initials,
    )
