"""What an application form asks, field by field, in the words of GB/T 39046-2020 Table 5.

A field with one id is one fact: in a theme it is asked once, and an item taken up later finds it
answered. A form may ask only what is directly related to the matter (行政许可法 29), so each field
says where its value comes from, on what it is based, or why it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.guidance.condition import Condition
from desktop.domain.guidance.item import Basis

COMMON = "common"
"""The part that every form begins and ends with; its place among a catalogue's forms."""


class FieldKind(StrEnum):
    """What a value looks like; `desktop.domain.forms.reading` has the rule of each."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    MONEY = "money"
    AREA = "area"
    DATE = "date"
    PHONE = "phone"
    PERSON_ID = "person_id"
    USCC = "uscc"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yesno"


class ApplicantKind(StrEnum):
    """Who applies, as conditions name it, and as the form is laid out before anybody is known."""

    PERSON = "自然人"
    ORGANISATION = "法人或者其他组织"


YES, NO = "是", "否"
"""What a yes-or-no field may hold, and the options of `q_agent`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `source` is where its value is known from; empty: only the applicant knows.

    `unit` stands behind a number; amounts are kept in it. `longest` counts characters. `sample` is
    what the sample form shows, plainly made up. `reason` says why it is asked where no law does.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    options: tuple[str, ...] = ()
    source: str = ""
    condition: Condition | None = None
    unit: str = ""
    longest: int = 200
    hint: str = ""
    sample: str = ""
    basis: tuple[Basis, ...] = ()
    reason: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen; empty for a field that is written."""
        return (YES, NO) if self.kind is FieldKind.YES_NO else self.options


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading. `text` is printed above them, for a declaration it is all.

    `last`: stands after the items' own sections.
    """

    id: str
    title: str
    fields: tuple[Field, ...] = ()
    text: str = ""
    condition: Condition | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What one item asks besides the common part. `illustrative`: a sample, to be replaced by
    the authority's own format text. `applicant` is who usually applies.
    """

    item: str
    sections: tuple[Section, ...] = ()
    applicant: ApplicantKind = ApplicantKind.ORGANISATION
    illustrative: bool = True
    basis: tuple[Basis, ...] = ()
    note: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for section in self.sections for field in section.fields)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two forms that mean different things by one id."""

    field: str
    item: str
    other: str


def conflicts(forms: Mapping[str, Form]) -> tuple[Conflict, ...]:
    """Fields of one id that differ in kind, options or unit: one value could not serve both."""
    seen: dict[str, tuple[str, Field]] = {}
    found: list[Conflict] = []
    for item, form in forms.items():
        for field in form.fields:
            other, known = seen.setdefault(field.id, (item, field))
            if _shape(known) != _shape(field):
                found.append(Conflict(field.id, item, other))
    return tuple(found)


def unfounded(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Fields that say neither source nor basis nor reason (行政许可法 29)."""
    return tuple(f for f in fields if not (f.source or f.basis or f.reason))


def _shape(field: Field) -> tuple[object, ...]:
    return field.kind, field.choices, field.unit
