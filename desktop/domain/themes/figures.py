"""What handling several items as one thing (一件事) saves, before and after.

Members count as their stages list them, optional ones only on request, each with its defaults
overridden by the theme's answers. Application forms merge to one; of the other materials each key
counts once and falls into the first that fits: produced inside the theme, e-licence, data share,
to upload. Visits are an assumption: two per item, one per instant item. Days are promised limits,
mostly samples: serial sums all members, the critical path sums the longest of each stage.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.guidance.catalogue import Catalogue, Theme
from desktop.domain.guidance.checklist import limits_of, with_defaults
from desktop.domain.guidance.condition import Answers, holds
from desktop.domain.guidance.item import Material, ServiceItem
from desktop.domain.guidance.terms import LimitKind
from desktop.domain.themes.members import parts as parts_of

VISITS, VISITS_INSTANT = 2, 1


@dataclass(frozen=True, slots=True)
class Savings:
    """The figures, named as the catalogue names them. Visits in times, days as limits count."""

    members: int
    submissions_separate: int
    submissions_theme: int
    materials_separate: int
    forms_separate: int
    forms_theme: int
    materials_unique_excl_forms: int
    produced_inside_theme: tuple[str, ...]
    e_licence_exempt: tuple[str, ...]
    data_share_exempt: tuple[str, ...]
    to_upload: tuple[str, ...]
    to_upload_count: int
    materials_theme_total: int
    shared_materials: tuple[str, ...]
    visits_separate_assumed: int
    visits_theme: int
    visits_theme_online: int
    days_serial: int
    days_critical_path: int


@dataclass(frozen=True, slots=True)
class _Counted:
    """One member with the answers that count for it."""

    order: int
    item: ServiceItem
    answers: Answers

    @property
    def materials(self) -> list[Material]:
        return [m for m in self.item.materials if holds(m.condition, self.answers)]

    @property
    def days(self) -> int:
        return promised_days(self.item, self.answers)


def savings(theme: Theme, catalogue: Catalogue, all: bool = False) -> Savings:
    """The theme's figures; `all` counts optional members too, unknown members never."""
    members = parts_of(theme, catalogue, None if all else frozenset())
    parts = [_Counted(p.order, p.item, with_defaults(p.item, p.given)) for p in members]
    counted = [(part, material) for part in parts for material in part.materials]
    forms = [material for _, material in counted if material.is_application_form]
    sorted_keys = _sorted(parts)
    upload = sorted_keys["upload"]
    stages = {part.order for part in parts}
    return Savings(
        members=len(parts),
        submissions_separate=len(parts),
        submissions_theme=min(1, len(parts)),
        materials_separate=len(counted),
        forms_separate=len(forms),
        forms_theme=min(1, len(forms)),
        materials_unique_excl_forms=sum(len(keys) for keys in sorted_keys.values()),
        produced_inside_theme=sorted_keys["produced"],
        e_licence_exempt=sorted_keys["licence"],
        data_share_exempt=sorted_keys["share"],
        to_upload=upload,
        to_upload_count=len(upload),
        materials_theme_total=len(upload) + min(1, len(forms)),
        shared_materials=_shared(parts),
        visits_separate_assumed=sum(visits_assumed(part.item) for part in parts),
        visits_theme=min(1, len(parts)),
        visits_theme_online=0,
        days_serial=sum(part.days for part in parts),
        days_critical_path=sum(
            max(part.days for part in parts if part.order == order) for order in stages
        ),
    )


def promised_days(item: ServiceItem, answers: Answers) -> int:
    """The promised limit as the catalogue counts it: 当场 0, and 0 where there is none."""
    return limits_of(item, LimitKind.COMMITMENT, answers).value or 0


def visits_assumed(item: ServiceItem) -> int:
    """How often the applicant comes for this item alone: an assumption until it is measured."""
    return VISITS_INSTANT if item.instant else VISITS


def _sorted(parts: list[_Counted]) -> dict[str, tuple[str, ...]]:
    """Each key once, by what becomes of it, in the order first asked for."""
    produced = {key for part in parts for key in part.item.produces}
    groups: dict[str, dict[str, None]] = {"produced": {}, "licence": {}, "share": {}, "upload": {}}
    by_key: dict[str, list[Material]] = {}
    for part in parts:
        for material in part.materials:
            if not material.is_application_form:
                by_key.setdefault(material.key, []).append(material)
    for key, uses in by_key.items():
        if key in produced:
            group = "produced"
        elif any(use.e_licence for use in uses):
            group = "licence"
        else:
            group = "share" if any(use.data_share for use in uses) else "upload"
        groups[group][key] = None
    return {name: tuple(keys) for name, keys in groups.items()}


def _shared(parts: list[_Counted]) -> tuple[str, ...]:
    """The keys that more than one member asks for: handed in once instead of several times."""
    users: dict[str, int] = {}
    for part in parts:
        for key in {m.key: None for m in part.materials if not m.is_application_form}:
            users[key] = users.get(key, 0) + 1
    return tuple(key for key, count in users.items() if count > 1)
