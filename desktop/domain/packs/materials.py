"""Materials that are asked for twice, or that the register of e-licences could supply."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import Limit, Material, ServiceItem
from desktop.domain.guidance.terms import Necessity, Unit

_UNHEARD = re.compile(r"[\s（）()〔〕\[\]【】《》“”\"'、，,。．.；;：:·]+")


def folded(name: str) -> str:
    """The name without width, spaces and punctuation: what a reader would take for the same."""
    return _UNHEARD.sub("", unicodedata.normalize("NFKC", name)).casefold()


def doubles(item: ServiceItem) -> list[tuple[Material, Material]]:
    """Pairs of one name under two keys; not where two situations exclude each other by intent,
    which only a person can tell: so it is for a person to look at.
    """
    first: dict[str, Material] = {}
    return [
        (first[name], material)
        for material in item.materials
        if first.setdefault(name := folded(material.name), material) is not material
    ]


def could_supply(material: Material, catalogue: Catalogue) -> str:
    """The id of the e-licence that is this material, where the item does not say so; else ""."""
    if material.e_licence or material.data_share:
        return ""
    wanted = folded(material.name)
    for licence in catalogue.e_licences.values():
        names = (licence.name, *(re.split("[（(]", covered)[0] for covered in licence.covers))
        if wanted in {folded(name) for name in names}:
            return licence.id
    return ""


class Fault(StrEnum):
    """What is wrong with the time that 容缺 leaves."""

    WITHOUT_LIMIT = "without_limit"
    LONGER = "longer"
    OTHER_UNIT = "other_unit"


def deferral_fault(item: ServiceItem, material: Material) -> Fault | None:
    """What follows later must be there before the decision: within the promised limit, or the
    legal one where nothing is promised.
    """
    limit = _limit(item)
    if material.necessity is Necessity.DEFERRABLE and limit is None:
        return Fault.WITHOUT_LIMIT
    until = material.deferral
    if until is None or until.value is None or limit is None or limit.value is None:
        return None
    if until.unit is limit.unit:
        return Fault.LONGER if until.value > limit.value else None
    return Fault.LONGER if _days(until) > _days(limit) * 1.5 else Fault.OTHER_UNIT


def _limit(item: ServiceItem) -> Limit | None:
    for limit in (item.commitment_limit, item.statutory_limit):
        if limit.value is not None:
            return limit
    return None


def _days(limit: Limit) -> float:
    """Calendar days, roughly."""
    return (limit.value or 0) * {Unit.WORKING_DAY: 7 / 5, Unit.MONTH: 30.4}.get(limit.unit, 1.0)
