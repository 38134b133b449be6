"""From the file's form to the domain's, for what stands around the items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from desktop.domain.guidance.catalogue import (
    DataShare,
    Dependency,
    ELicence,
    Member,
    Source,
    Stage,
    Theme,
)
from desktop.domain.policies.policy import Example, FigureRule, Policy, PolicyCondition, Tier
from desktop.services.packs import wire_around as wire
from desktop.services.packs.decode import FormError, bases, once


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)


def by_id(values: Iterable[N], path: str) -> dict[str, N]:
    """The values by id; an identical repeat is allowed, a different one is a FormError."""
    found: dict[str, N] = {}
    for number, value in enumerate(values):
        if found.setdefault(value.id, value) != value:
            raise FormError(f"{path}[{number}]", "conflicting_repeat", name=value.id)
    return found


def source_from(name: str, form: wire.SourceForm) -> Source:
    """A source; its id is the key it stands under."""
    return Source(
        id=name,
        title=form.title,
        doc_no=form.doc_no,
        effective_or_version=form.effective_or_version,
        verified=form.verified,
        where=form.where,
        note=form.note,
    )


def licence_from(form: wire.LicenceForm) -> ELicence:
    """One of the categories of e-licence."""
    return ELicence(
        id=form.id,
        name=form.name,
        covers=tuple(form.covers),
        given_in_seed=form.given_in_seed,
        assumed=form.assumed,
        basis=bases(form.source),
        confidence=form.confidence,
        note=form.note,
        issued_by=form.issued_by,
    )


def share_from(form: wire.ShareForm) -> DataShare:
    """A record that could be fetched by data sharing."""
    basis = bases(form.source)
    return DataShare(form.id, form.name, basis, form.confidence, form.note, form.issued_by)


def theme_from(form: wire.ThemeForm) -> Theme:
    """A theme; FormError for a stage number that stands twice."""
    once((str(stage.order) for stage in form.stages), "stages", "repeated_stage")
    return Theme(
        id=form.id,
        name=form.name,
        stages=tuple(
            Stage(stage.order, stage.mode, tuple(map(_member, stage.members)))
            for stage in form.stages
        ),
        dependencies=tuple(Dependency(d.item, d.after, d.reason) for d in form.dependencies),
        outside_catalogue=tuple(form.outside_catalogue),
        basis=bases(form.source),
        confidence=form.confidence,
        note=form.note,
    )


def _member(form: wire.MemberForm) -> Member:
    answers = {
        question: (chosen,) if isinstance(chosen, str) else tuple(chosen)
        for question, chosen in form.answers.items()
    }
    return Member(form.item, answers, form.optional, form.why)


def policy_from(form: wire.PolicyForm) -> Policy:
    """A policy with its figures in yuan; FormError for a condition id that stands twice."""
    conditions = tuple(_condition(form, n) for n in range(len(form.conditions)))
    once((one.id for one in conditions), "conditions", "repeated_item")
    return Policy(
        id=form.id,
        name=form.name,
        computable=form.computable,
        inputs=tuple(form.inputs),
        measure=form.measure,
        rate=form.rate,
        rate_is_max=form.rate_is_max,
        cap=form.cap,
        cap_scope=form.cap_scope,
        threshold=form.threshold,
        formula=form.formula,
        conditions=conditions,
        seed_text=form.seed_text,
        official_text_read=form.official_text_read,
        doubt=form.doubt,
        note=form.note,
        ask=form.ask,
        apply_item=form.apply_item,
        apply_note=form.apply_note,
        basis=bases(form.source),
        confidence=form.confidence,
        examples=tuple(Example(tuple(e.inputs), e.result) for e in form.examples),
        pinyin=form.pinyin,
        initials=form.initials,
    )


def _condition(form: wire.PolicyForm, number: int) -> PolicyCondition:
    told = form.conditions[number]
    if isinstance(told, str):
        return PolicyCondition(f"c{number + 1}", told)
    test = None if told.test is None else _rule(form, told.test, number)
    return PolicyCondition(told.id, told.text, test)


def _rule(form: wire.PolicyForm, told: wire.FigureRuleForm, number: int) -> FigureRule:
    """FormError where it names a figure that the policy does not ask for, or no limit, or two."""
    rule = FigureRule(
        input=told.input,
        bound=told.bound,
        limit=told.limit,
        other=told.other,
        share=told.share,
        tiers=tuple(Tier(one.share, one.upto) for one in told.tiers),
        tier_by=told.tier_by,
    )
    if max(rule.inputs) >= len(form.inputs) or (rule.limit is None) == (rule.other is None):
        raise FormError(f"conditions[{number}].test", "figure_rule")
    return rule
