"""What is wrong with an item, before a clerk meets it.

Red may not be published: a material named by nothing but a catch-all (北京市优化营商环境条例 31,
32), a material without basis, a promised limit longer than the legal one in the same unit, a
condition on a question or option that does not exist, a material that no situation asks for, a
deferral beyond the limit, a renewal window that opens no earlier than it closes. Yellow is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from desktop.domain.guidance.catalogue import Catalogue, Theme
from desktop.domain.guidance.checklist import limits_of, with_defaults
from desktop.domain.guidance.condition import Answers, Condition, atoms
from desktop.domain.guidance.item import (
    Basis,
    Lead,
    Material,
    ServiceItem,
)
from desktop.domain.guidance.open_questions import situations
from desktop.domain.guidance.terms import (
    Confidence,
    LimitKind,
    Unit,
)
from desktop.domain.packs.catch_all import catch_all_words, only_catch_all
from desktop.domain.packs.codes import odd_code
from desktop.domain.packs.conditions import Reach, idle_questions, reach
from desktop.domain.packs.materials import Fault, could_supply, deferral_fault, doubles

GUIDE_ARTICLE = Basis("BJYS", "第三十一条")
DEMAND_ARTICLE = Basis("BJYS", "第三十二条")
PROMISE_ARTICLE = Basis("XKF", "第四十二条")


class FindingLevel(StrEnum):
    """RED keeps an item from being published."""

    RED = "red"
    YELLOW = "yellow"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `item` is the id of the item or theme, `data` what the sentence needs."""

    item: str
    rule: str
    level: FindingLevel
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    article: Basis | None = None


def lint(subject: ServiceItem | Catalogue) -> list[Finding]:
    """The findings on one item, or on a whole catalogue with its themes and references."""
    if isinstance(subject, ServiceItem):
        return list(_item(subject))
    findings = [finding for item in subject.items.values() for finding in _item(item)]
    findings += [f for item in subject.items.values() for f in _references(item, subject)]
    return findings + [f for theme in subject.themes.values() for f in _theme(theme, subject)]


def _item(item: ServiceItem) -> Iterator[Finding]:
    for material in item.materials:
        yield from _material(item, material)
        yield from _deferral(item, material)
    for first, second in doubles(item):
        keys = f"{first.key}、{second.key}"
        yield _yellow(item, "material_double", GUIDE_ARTICLE, name=second.name, keys=keys)
    yield from _conditions(item)
    yield from _idle(item)
    yield from _promise(item)
    yield from _defaults(item)
    yield from _renewal(item)
    if odd := odd_code(item.id):
        yield _yellow(item, "code_without_organ", code=odd)
    if item.type_confidence is Confidence.LOW:
        yield _yellow(item, "type_low_confidence", type=item.type)
    if not item.legal_basis:
        yield _yellow(item, "item_without_basis")
    if item.commitment_limit.illustrative:
        promise = item.commitment_limit
        value = "" if promise.unit is Unit.ON_THE_SPOT else promise.value
        yield _yellow(item, "promise_illustrative", value=value, unit=promise.unit)
    if item.statutory_limit.confidence is Confidence.LOW:
        yield _yellow(item, "legal_limit_low_confidence", value=item.statutory_limit.value)


def _material(item: ServiceItem, material: Material) -> Iterator[Finding]:
    named: dict[str, Any] = {"key": material.key, "name": material.name}
    if only_catch_all(material.name):
        yield Finding(item.id, "catch_all_name", FindingLevel.RED, named, DEMAND_ARTICLE)
    elif words := catch_all_words(material.name):
        data = {**named, "words": "、".join(words)}
        yield Finding(item.id, "catch_all_word", FindingLevel.YELLOW, data, GUIDE_ARTICLE)
    if not material.legal_source:
        yield Finding(item.id, "material_without_basis", FindingLevel.RED, named, DEMAND_ARTICLE)
    if not material.copies or material.copies < 1:
        yield _yellow(item, "material_without_copies", **named)
    if material.confidence is Confidence.LOW:
        yield _yellow(item, "material_low_confidence", **named)
    if material.illustrative:
        yield _yellow(item, "material_illustrative", **named)


def conditions_of(item: ServiceItem) -> Iterator[tuple[str, Condition]]:
    """Every condition of the item, with what it stands on: a material's key, a limit, a hint."""
    for material in item.materials:
        if material.condition is not None:
            yield material.key, material.condition
    for variant in item.limit_variants:
        yield variant.what.value, variant.if_
    for hint in item.routing:
        yield hint.then, hint.if_
    if item.renews_if is not None:
        yield "renews", item.renews_if


def _conditions(item: ServiceItem) -> Iterator[Finding]:
    options = {question.id: question.options for question in item.questions}
    for where, condition in conditions_of(item):
        for atom in atoms(condition):
            data: dict[str, object] = {"where": where, "question": atom.question}
            if atom.question not in options:
                yield Finding(item.id, "unknown_question", FindingLevel.RED, data)
                continue
            for option in atom.options:
                if option not in options[atom.question]:
                    named = {**data, "option": option}
                    yield Finding(item.id, "unknown_option", FindingLevel.RED, named)


DEFERRALS = {
    Fault.WITHOUT_LIMIT: "deferral_without_limit",
    Fault.LONGER: "deferral_longer",
    Fault.OTHER_UNIT: "deferral_other_unit",
}


def _deferral(item: ServiceItem, material: Material) -> Iterator[Finding]:
    fault, until = deferral_fault(item, material), material.deferral
    if fault:
        data: dict[str, object] = {"key": material.key, "name": material.name}
        if until is not None:
            data |= {"value": until.value, "unit": until.unit}
        level = FindingLevel.RED if fault is Fault.LONGER else FindingLevel.YELLOW
        yield Finding(item.id, DEFERRALS[fault], level, data, GUIDE_ARTICLE)


def _idle(item: ServiceItem) -> Iterator[Finding]:
    """What makes no difference: a condition that all or no situations meet, an idle question."""
    materials = {material.key for material in item.materials}
    for where, condition in conditions_of(item):
        found = reach(item, condition)
        if found is not Reach.SOMETIMES:
            red = found is Reach.NEVER and where in materials
            level = FindingLevel.RED if red else FindingLevel.YELLOW
            rule = "condition_never" if found is Reach.NEVER else "condition_always"
            yield Finding(item.id, rule, level, {"where": where}, GUIDE_ARTICLE)
    for question in idle_questions(item):
        yield _yellow(item, "question_idle", GUIDE_ARTICLE, question=question)


def _promise(item: ServiceItem) -> Iterator[Finding]:
    """The promised against the legal limit, in every situation that changes either."""
    found: set[str] = set()
    for answers in _limit_situations(item):
        legal = limits_of(item, LimitKind.STATUTORY, answers)
        promised = limits_of(item, LimitKind.COMMITMENT, answers)
        if legal.value is None or promised.value is None or promised.value <= legal.value:
            continue
        same = legal.unit is promised.unit
        rule = "promise_longer" if same else "promise_other_unit"
        if rule in found or not (same or legal.unit is Unit.ON_THE_SPOT):
            continue
        found.add(rule)
        data = {
            "promised": promised.value,
            "unit": promised.unit,
            "legal": legal.value,
            "legal_unit": legal.unit,
        }
        level = FindingLevel.RED if same else FindingLevel.YELLOW
        yield Finding(item.id, rule, level, data, PROMISE_ARTICLE if item.is_licence else None)


def _limit_situations(item: ServiceItem) -> list[Answers]:
    conditions = [variant.if_ for variant in item.limit_variants]
    asked = {atom.question for condition in conditions for atom in atoms(condition)}
    questions = [question for question in item.questions if question.id in asked]
    given = situations(questions, conditions) or [{}]
    return [with_defaults(item, {}), *(with_defaults(item, answers) for answers in given)]


def _defaults(item: ServiceItem) -> Iterator[Finding]:
    for question in item.questions:
        for option in question.default:
            if option not in question.options:
                yield _yellow(item, "default_not_offered", question=question.id, option=option)


def _renewal(item: ServiceItem) -> Iterator[Finding]:
    rule = item.result.renewal if item.result else None
    if rule and rule.opens and _about(rule.opens) <= _about(rule.closes):
        told = {
            "opens": rule.opens.value,
            "unit": rule.opens.unit,
            "closes": rule.closes.value,
            "closes_unit": rule.closes.unit,
        }
        yield Finding(item.id, "renewal_never_open", FindingLevel.RED, told)


def _about(lead: Lead) -> float:
    """Calendar days, so that different units can be compared."""
    return lead.value * {Unit.WORKING_DAY: 7 / 5, Unit.MONTH: 30.4}.get(lead.unit, 1.0)


def _references(item: ServiceItem, catalogue: Catalogue) -> Iterator[Finding]:
    """What the item points to and the catalogue does not hold."""
    bases = dict.fromkeys(b.source for m in item.materials for b in m.legal_source)
    bases |= dict.fromkeys(basis.source for basis in item.legal_basis)
    for source in bases:
        if source not in catalogue.sources:
            yield _yellow(item, "unknown_source", source=source)
    for renewed in item.renews:
        if renewed not in catalogue.items:
            yield _yellow(item, "unknown_renewed", renewed=renewed)
    for material in item.materials:
        if licence := could_supply(material, catalogue):
            named: dict[str, Any] = {
                "name": material.name,
                "licence": catalogue.e_licences[licence].name,
            }
            yield _yellow(item, "licence_could_supply", DEMAND_ARTICLE, **named)
        for held, known in (
            (material.e_licence, catalogue.e_licences),
            (material.data_share, catalogue.data_shares),
        ):
            if held is not None and held not in known:
                yield _yellow(item, "unknown_licence", key=material.key, licence=held)


def _theme(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    members = [member for stage in theme.stages for member in stage.members]
    for member in members:
        item = catalogue.items.get(member.item)
        if item is None:
            yield _theme_finding(theme, "unknown_member", member=member.item)
            continue
        options = {question.id: question.options for question in item.questions}
        for name, chosen in member.answers.items():
            if any(option not in options.get(name, ()) for option in chosen or ("",)):
                yield _theme_finding(theme, "unknown_theme_answer", member=item.id, question=name)
    for dependency in theme.dependencies:
        for name in (dependency.item, dependency.after):
            if name not in catalogue.items:
                yield _theme_finding(theme, "unknown_dependency", member=name)


def _theme_finding(theme: Theme, rule: str, **data: object) -> Finding:
    return Finding(theme.id, rule, FindingLevel.YELLOW, data)


def _yellow(item: ServiceItem, rule: str, article: Basis | None = None, **data: object) -> Finding:
    return Finding(item.id, rule, FindingLevel.YELLOW, data, article)
