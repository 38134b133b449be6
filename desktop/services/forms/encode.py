"""A form back into its file's shape; what stands at its default is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.domain.forms.form import ApplicantKind, Field, FieldKind, Form, Section
from desktop.domain.guidance.item import Basis
from desktop.services.packs.encode import condition_form


def form_form(form: Form) -> dict[str, Any]:
    """The form as `forms` in a pack, and a file of `resources/catalog/forms`, have it."""
    told: dict[str, Any] = {"item": form.item}
    if form.applicant is not ApplicantKind.ORGANISATION:
        told["applicant"] = form.applicant
    told["illustrative"] = form.illustrative
    told |= _kept(basis=_bases(form.basis), note=form.note)
    return told | {"sections": [_section(section) for section in form.sections]}


def _section(section: Section) -> dict[str, Any]:
    told: dict[str, Any] = {"id": section.id, "title": section.title}
    if section.condition:
        told["condition"] = condition_form(section.condition)
    fields = [_field(field) for field in section.fields]
    return told | _kept(text=section.text, last=section.last, fields=fields)


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"id": field.id, "label": field.label}
    if field.kind is not FieldKind.TEXT:
        told["kind"] = field.kind
    if not field.required:
        told["required"] = False
    if field.condition:
        told["condition"] = condition_form(field.condition)
    if field.longest != Field("", "").longest:
        told["longest"] = field.longest
    return told | _kept(
        options=list(field.options),
        source=field.source,
        unit=field.unit,
        hint=field.hint,
        sample=field.sample,
        basis=_bases(field.basis),
        reason=field.reason,
    )


def _bases(bases: Iterable[Basis]) -> list[dict[str, Any]]:
    return [{"source": one.source, "article": one.article} for one in bases]


def _kept(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
