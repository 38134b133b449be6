"""From the file's form to the domain's, with the checks that a type alone cannot make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import UNSET, UnsetType

from desktop.domain.guidance.condition import AllOf, AnyOf, Chosen, Condition, Not
from desktop.domain.guidance.item import (
    Authority,
    Basis,
    Fee,
    Handling,
    InstantTerms,
    Lead,
    Limit,
    LimitVariant,
    Material,
    Note,
    NoticeCommitment,
    PostCheck,
    Question,
    RenewalRule,
    Requirement,
    Result,
    Routing,
    ServiceItem,
    Step,
)
from desktop.domain.guidance.terms import ItemStatus, Unit
from desktop.services.packs import wire


class FormError(ValueError):
    """What is wrong, and where: a path below the value decoded, a code, and data for it."""

    def __init__(self, path: str, code: str, **data: object) -> None:
        super().__init__(f"{path}: {code}")
        self.path = path
        self.code = code
        self.data = data


def item_from(form: wire.ItemForm) -> ServiceItem:
    """The item; FormError for a repeated key or id, or a condition of no known shape."""
    once((q.id for q in form.questions), "questions", "repeated_question")
    once((m.key for m in form.materials), "materials", "repeated_material")
    return ServiceItem(
        id=form.id,
        name=form.name,
        type=form.type,
        group=form.group,
        status=ItemStatus.SAMPLE if form.status is UNSET else form.status,
        type_confidence=form.type_confidence,
        legal_basis=bases(form.legal_basis),
        authority_statutory=form.authority_statutory,
        authority_local=_authority(form.authority_local),
        statutory_limit=_legal(form.statutory_limit),
        commitment_limit=_promise(form.commitment_limit),
        limit_variants=tuple(_variant(v, n) for n, v in enumerate(form.limit_variants)),
        fee=Fee(form.fee.charged, bases(form.fee.basis), form.fee.confidence, form.fee.note),
        notice_commitment=_commitment(form.notice_commitment),
        instant_terms=_instant(form.instant),
        requirements=tuple(
            Requirement(r.text, bases(r.basis), r.confidence) for r in form.requirements
        ),
        questions=tuple(_question(q, n) for n, q in enumerate(form.questions)),
        materials=tuple(_material(m, n) for n, m in enumerate(form.materials)),
        steps=tuple(_step(step) for step in form.steps),
        handling=_handling(form.handling),
        result=_result(form.result),
        post_check=_post_check(form.post_check),
        routing=tuple(_routing(hint, n) for n, hint in enumerate(form.routing)),
        notes=tuple(Note(n.text, bases(n.source), n.confidence) for n in form.notes),
        produces=tuple(form.produces),
        renews=tuple(form.renews),
        renews_if=condition_from(form.renews_if, "renews_if") if form.renews_if else None,
    )


def bases(forms: Iterable[wire.BasisForm]) -> tuple[Basis, ...]:
    """The sources and articles a claim rests on."""
    return tuple(Basis(form.source, form.article) for form in forms)


def once(names: Iterable[str], path: str, code: str) -> None:
    """FormError for the second of two equal names."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            raise FormError(f"{path}[{number}]", code, name=name)
        seen.add(name)


def condition_from(form: wire.ConditionForm, path: str) -> Condition:
    """The condition; FormError unless it is exactly one of the language's four shapes."""
    match (form.q, form.in_, form.all_, form.any_, form.not_):
        case (str(question), list(options), UnsetType(), UnsetType(), UnsetType()):
            return Chosen(question, tuple(options))
        case (UnsetType(), UnsetType(), list(parts), UnsetType(), UnsetType()):
            return AllOf(_parts(parts, f"{path}.all"))
        case (UnsetType(), UnsetType(), UnsetType(), list(parts), UnsetType()):
            return AnyOf(_parts(parts, f"{path}.any"))
        case (UnsetType(), UnsetType(), UnsetType(), UnsetType(), wire.ConditionForm() as part):
            return Not(condition_from(part, f"{path}.not"))
    raise FormError(path, "condition_shape")


def _parts(forms: Sequence[wire.ConditionForm], path: str) -> tuple[Condition, ...]:
    return tuple(condition_from(form, f"{path}[{n}]") for n, form in enumerate(forms))


def _authority(form: wire.AuthorityForm | None) -> Authority | None:
    if form is None:
        return None
    return Authority(form.name, bases(form.source), form.confidence)


def _legal(form: wire.LimitForm | None) -> Limit:
    if form is None:
        return Limit()
    return Limit(form.value, form.unit, bases(form.basis), form.confidence, form.note)


def _promise(form: wire.PromiseForm | None) -> Limit:
    if form is None:
        return Limit()
    basis = bases(form.source)
    return Limit(form.value, form.unit, basis, form.confidence, form.note, form.illustrative)


def _variant(form: wire.VariantForm, number: int) -> LimitVariant:
    condition = condition_from(form.if_, f"limit_variants[{number}].if_")
    return LimitVariant(
        form.what, condition, form.value, form.unit, bases(form.basis), form.confidence, form.note
    )


def _commitment(form: wire.CommitmentForm | None) -> NoticeCommitment:
    if form is None:
        return NoticeCommitment()
    return NoticeCommitment(form.value, bases(form.source), form.confidence, form.note)


def _instant(form: wire.InstantForm | None) -> InstantTerms:
    if form is None:
        return InstantTerms()
    return InstantTerms(form.value, bases(form.source), form.confidence, form.note)


def _question(form: wire.QuestionForm, number: int) -> Question:
    once(form.options, f"questions[{number}].options", "repeated_option")
    given = [form.default] if isinstance(form.default, str) else form.default or []
    if len(given) > 1 and not form.multi:
        raise FormError(f"questions[{number}].default", "one_default_only", question=form.id)
    return Question(
        form.id, form.text, form.kind, form.multi, tuple(form.options), tuple(given), form.note
    )


def _material(form: wire.MaterialForm, number: int) -> Material:
    path = f"materials[{number}].condition"
    return Material(
        key=form.key,
        name=form.name,
        type=form.type,
        copies=form.copies,
        form=form.form,
        source_channel=form.source_channel,
        necessity=form.necessity,
        level=form.level,
        e_licence=form.e_licence,
        data_share=form.data_share,
        commitment=form.commitment,
        condition=condition_from(form.condition, path) if form.condition else None,
        legal_source=bases(form.legal_source),
        confidence=form.confidence,
        illustrative=form.illustrative,
        note=form.note,
        deferral=_legal(form.deferral) if form.deferral else None,
    )


def _step(form: wire.StepForm) -> Step:
    basis = bases(form.source)
    return Step(form.name, form.limit, form.unit, form.illustrative, basis, form.note)


def _handling(form: wire.HandlingForm) -> Handling:
    extension, technical = _legal(form.extension), _legal(form.technical)
    return Handling(form.mode, extension, technical, form.procedures)


def _result(form: wire.ResultForm | None) -> Result | None:
    if form is None:
        return None
    return Result(
        form.name,
        form.validity_years,
        form.renewal_window,
        bases(form.source),
        form.confidence,
        form.note,
        _renewal(form.renewal) if form.renewal else None,
    )


def _renewal(form: wire.RenewalForm) -> RenewalRule:
    opens = Lead(form.opens.value, Unit(form.opens.unit)) if form.opens else None
    closes = Lead(form.closes.value, Unit(form.closes.unit))
    return RenewalRule(closes, opens, form.late, bases(form.basis), form.confidence)


def _post_check(form: wire.PostCheckForm | None) -> PostCheck | None:
    if form is None:
        return None
    return PostCheck(form.what, form.within, form.unit, bases(form.source), form.confidence)


def _routing(form: wire.RoutingForm, number: int) -> Routing:
    condition = condition_from(form.if_, f"routing[{number}].if_")
    return Routing(condition, form.then, bases(form.source), form.confidence)
