"""A form as its file has it, read strictly: what is not named here is an error with a path."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from desktop.domain.forms.form import ApplicantKind, FieldKind
from desktop.services.packs.wire import BasisForm, ConditionForm, Id, Strict, Text

Long = Annotated[int, Meta(ge=1, le=10_000)]


class FieldForm(Strict):
    """A field; `id` and `label` are required."""

    id: Id
    label: Annotated[str, Meta(min_length=1, max_length=60)]
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    options: tuple[Text, ...] = ()
    source: str = ""
    condition: ConditionForm | None = None
    unit: Annotated[str, Meta(max_length=10)] = ""
    longest: Long = 200
    hint: Annotated[str, Meta(max_length=200)] = ""
    sample: Annotated[str, Meta(max_length=2000)] = ""
    basis: tuple[BasisForm, ...] = ()
    reason: str = ""


class SectionForm(Strict):
    """A section, with fields or a text or both."""

    id: Id
    title: Annotated[str, Meta(min_length=1, max_length=40)]
    fields: tuple[FieldForm, ...] = ()
    text: Annotated[str, Meta(max_length=2000)] = ""
    condition: ConditionForm | None = None
    last: bool = False


class FormForm(Strict):
    """A form; `item` is the id of its item, or `common`."""

    item: Id
    sections: tuple[SectionForm, ...]
    applicant: ApplicantKind = ApplicantKind.ORGANISATION
    illustrative: bool = True
    basis: tuple[BasisForm, ...] = ()
    note: str = ""
