"""What a foreign schema cannot say stays as the version in force has it.

A pack in the schema of another system has no field for how a case is handled, for the conditions
of approval, the level of a material, what may follow later, or the rule of a renewal. Its silence
takes nothing away; a pack in the product's own form says everything, also that there is nothing.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.guidance.item import Material, Result, ServiceItem
from desktop.domain.guidance.terms import ItemStatus


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
