"""From a form's file to the domain's form and back, with the checks a type alone cannot make."""

from __future__ import annotations

from datetime import date

from desktop.domain.forms.form import Field as Asked
from desktop.domain.forms.form import FieldKind, Form, Section
from desktop.domain.forms.known import is_source
from desktop.domain.forms.layout import CHOSEN
from desktop.domain.forms.reading import read
from desktop.domain.identity.verdict import Level
from desktop.services.forms import wire
from desktop.services.packs.decode import FormError, bases, condition_from, once

SAMPLE_DAY = date(2026, 1, 1)
"""The day a sample is judged on; documents that expire are no part of a sample."""


def form_from(form: wire.FormForm) -> Form:
    """The form; FormError for a repeated id, an unknown source, options where there are none to
    choose, and a sample that the field itself would not take.
    """
    once((s.id for s in form.sections), "sections", "repeated_section")
    fields = [
        (f"sections[{s}].fields[{n}]", field)
        for s, section in enumerate(form.sections)
        for n, field in enumerate(section.fields)
    ]
    seen: set[str] = set()
    for path, field in fields:
        if field.id in seen:
            raise FormError(f"{path}.id", "repeated_field", name=field.id)
        seen.add(field.id)
    return Form(
        item=form.item,
        sections=tuple(_section(s, f"sections[{n}]") for n, s in enumerate(form.sections)),
        applicant=form.applicant,
        illustrative=form.illustrative,
        basis=bases(form.basis),
        note=form.note,
    )


def _section(form: wire.SectionForm, path: str) -> Section:
    if not form.fields and not form.text:
        raise FormError(path, "empty_section", name=form.title)
    return Section(
        id=form.id,
        title=form.title,
        fields=tuple(_field(f, f"{path}.fields[{n}]") for n, f in enumerate(form.fields)),
        text=form.text,
        condition=condition_from(form.condition, f"{path}.condition") if form.condition else None,
        last=form.last,
    )


def _field(form: wire.FieldForm, path: str) -> Asked:
    if form.source and not is_source(form.source):
        raise FormError(f"{path}.source", "unknown_source", name=form.source)
    choosing = form.kind in CHOSEN and form.kind is not FieldKind.YES_NO
    if choosing != bool(form.options):
        raise FormError(f"{path}.options", "field_options", name=form.label)
    once(form.options, f"{path}.options", "repeated_option")
    field = Asked(
        id=form.id,
        label=form.label,
        kind=form.kind,
        required=form.required,
        options=tuple(form.options),
        source=form.source,
        condition=condition_from(form.condition, f"{path}.condition") if form.condition else None,
        unit=form.unit,
        longest=form.longest,
        hint=form.hint,
        sample=form.sample,
        basis=bases(form.basis),
        reason=form.reason,
    )
    if form.sample and read(field, form.sample, SAMPLE_DAY).level is Level.ERROR:
        raise FormError(f"{path}.sample", "field_sample", name=form.sample)
    return field
