"""From the domain's item to the file's form: what `items show` prints and the journal keeps.

Decoding what this returns gives an equal item.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.domain.guidance.condition import AllOf, AnyOf, Chosen, Condition, Not
from desktop.domain.guidance.item import (
    Basis,
    Handling,
    Lead,
    Limit,
    LimitVariant,
    Material,
    Question,
    RenewalRule,
    ServiceItem,
)
from desktop.domain.guidance.terms import HandlingMode

Form = dict[str, Any]


def item_form(item: ServiceItem) -> Form:
    """The item as plain values, fields in the order of the catalogue's files."""
    return {
        "id": item.id,
        "name": item.name,
        "status": item.status.value,
        "group": item.group,
        "type": item.type.value,
        "type_confidence": item.type_confidence.value,
        "legal_basis": bases_form(item.legal_basis),
        "authority_statutory": item.authority_statutory,
        "authority_local": item.authority_local
        and {"name": item.authority_local.name, **_claim(item.authority_local)},
        "statutory_limit": _legal(item.statutory_limit),
        "commitment_limit": _promise(item.commitment_limit),
        "limit_variants": [_variant(variant) for variant in item.limit_variants],
        "fee": {"charged": item.fee.charged, **_claim(item.fee, "basis", note=True)},
        "notice_commitment": {
            "value": item.notice_commitment.value.value,
            **_claim(item.notice_commitment, note=True),
        },
        "instant": {"value": item.instant, **_claim(item.instant_terms, note=True)},
        **_requirements(item),
        "questions": [_question(question) for question in item.questions],
        "materials": [material_form(material) for material in item.materials],
        **_course(item),
    }


def _course(item: ServiceItem) -> Form:
    return {
        "steps": [
            {
                "name": step.name,
                "limit": step.limit,
                "unit": step.unit.value,
                "illustrative": step.illustrative,
                "source": bases_form(step.basis),
                "note": step.note,
            }
            for step in item.steps
        ],
        **({"handling": _handling(item.handling)} if item.handling != Handling() else {}),
        "result": item.result
        and {
            "name": item.result.name,
            "validity_years": item.result.validity_years,
            "renewal_window": item.result.renewal_window,
            **_renewal(item.result.renewal),
            **_claim(item.result, note=True),
        },
        "post_check": item.post_check
        and {
            "within": item.post_check.within,
            "unit": item.post_check.unit.value,
            "what": item.post_check.what,
            **_claim(item.post_check),
        },
        "routing": [
            {"if_": condition_form(hint.if_), "then": hint.then, **_claim(hint)}
            for hint in item.routing
        ],
        "notes": [{"text": note.text, **_claim(note)} for note in item.notes],
        "produces": list(item.produces),
        **_renews(item),
    }


def _handling(handling: Handling) -> Form:
    """Only what the pack says: the rest is the law's."""
    form: Form = {}
    if handling.mode is not HandlingMode.SINGLE:
        form["mode"] = handling.mode.value
    for name, limit in (("extension", handling.extension), ("technical", handling.technical)):
        if limit != Limit():
            form[name] = _legal(limit)
    if handling.procedures:
        form["procedures"] = [one.value for one in handling.procedures]
    return form


def condition_form(condition: Condition) -> Form:
    """The condition in the catalogue's language."""
    match condition:
        case Chosen(question, options):
            return {"q": question, "in": list(options)}
        case AllOf(parts):
            return {"all": [condition_form(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_form(part) for part in parts]}
        case Not(part):
            return {"not": condition_form(part)}


def bases_form(bases: Sequence[Basis]) -> list[Form]:
    """Sources and articles."""
    return [{"source": basis.source, "article": basis.article} for basis in bases]


def material_form(material: Material) -> Form:
    """One material."""
    condition = material.condition
    return {
        "key": material.key,
        "name": material.name,
        "type": material.type.value,
        "copies": material.copies,
        "form": material.form.value,
        "source_channel": material.source_channel.value,
        "necessity": material.necessity.value,
        **({"level": material.level.value} if material.level else {}),
        "e_licence": material.e_licence,
        "data_share": material.data_share,
        **({"commitment": True} if material.commitment else {}),
        "condition": None if condition is None else condition_form(condition),
        "legal_source": bases_form(material.legal_source),
        "confidence": material.confidence.value,
        "illustrative": material.illustrative,
        "note": material.note,
        **({"deferral": _legal(material.deferral)} if material.deferral else {}),
    }


def _claim(claim: Any, name: str = "source", note: bool = False) -> Form:
    form = {name: bases_form(claim.basis), "confidence": claim.confidence.value}
    return {**form, "note": claim.note} if note else form


def _legal(limit: Limit) -> Form:
    return {"value": limit.value, "unit": limit.unit.value, **_claim(limit, "basis", note=True)}


def _promise(limit: Limit) -> Form:
    form = {"value": limit.value, "unit": limit.unit.value, "illustrative": limit.illustrative}
    return {**form, **_claim(limit, note=True)}


def _variant(variant: LimitVariant) -> Form:
    return {
        "what": variant.what.value,
        "if_": condition_form(variant.if_),
        "value": variant.value,
        "unit": variant.unit.value,
        **_claim(variant, "basis", note=True),
    }


def _renewal(rule: RenewalRule | None) -> Form:
    """Fields that few items have are left out of the others."""
    if rule is None:
        return {}
    told = {"opens": rule.opens and _lead(rule.opens), "closes": _lead(rule.closes)}
    return {"renewal": {**told, "late": rule.late.value, **_claim(rule, "basis")}}


def _renews(item: ServiceItem) -> Form:
    told: Form = {"renews": list(item.renews)} if item.renews else {}
    return told if item.renews_if is None else {**told, "renews_if": condition_form(item.renews_if)}


def _requirements(item: ServiceItem) -> Form:
    told = [{"text": one.text, **_claim(one, "basis")} for one in item.requirements]
    return {"requirements": told} if told else {}


def _lead(lead: Lead) -> Form:
    return {"value": lead.value, "unit": lead.unit.value}


def _question(question: Question) -> Form:
    single = question.default[0] if question.default else None
    return {
        "id": question.id,
        "text": question.text,
        "kind": question.kind.value,
        "multi": question.multi,
        "options": list(question.options),
        "default": list(question.default) if question.multi else single,
        "note": question.note,
    }
