"""The catalogue's own file form, field by field, as msgspec decodes it: strictly.

A field that is not named here, a word that is not in its list, a number as text: all are errors
with a path. What an item may leave out has a default; `desktop.services.packs.decode` turns
these into domain values.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from desktop.domain.guidance.terms import (
    Channel,
    CommitmentScope,
    Confidence,
    Form,
    HandlingMode,
    ItemStatus,
    ItemType,
    Late,
    Level,
    LimitKind,
    MaterialType,
    Necessity,
    Procedure,
    QuestionKind,
    Unit,
)

Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.\-]{1,64}$")]
Count = Annotated[int, Meta(ge=0, le=100_000)]


class Strict(Struct, forbid_unknown_fields=True, kw_only=True):
    """The base of every form: unknown fields are errors."""


class BasisForm(Strict):
    """A source and the article in it."""

    source: Text
    article: str | None = None


class ConditionForm(Strict):
    """Exactly one of the four shapes; `decode` sees to that."""

    q: Text | UnsetType = UNSET
    in_: list[str] | UnsetType = field(default=UNSET, name="in")
    all_: list[ConditionForm] | UnsetType = field(default=UNSET, name="all")
    any_: list[ConditionForm] | UnsetType = field(default=UNSET, name="any")
    not_: ConditionForm | UnsetType = field(default=UNSET, name="not")


class LimitForm(Strict):
    """A legal limit."""

    value: Count | None
    unit: Unit
    basis: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class PromiseForm(Strict):
    """A promised limit; a sample unless it says otherwise."""

    value: Count | None
    unit: Unit
    illustrative: bool = True
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class VariantForm(Strict):
    """A limit for the situations in which `if_` holds."""

    what: LimitKind
    if_: ConditionForm
    value: Count | None
    unit: Unit
    basis: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class AuthorityForm(Strict):
    """Who handles the item here."""

    name: Text
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW


class FeeForm(Strict):
    """Whether a fee is charged."""

    charged: bool | None = None
    basis: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class CommitmentForm(Strict):
    """Whether 告知承诺 is open."""

    value: CommitmentScope
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class InstantForm(Strict):
    """Whether it is decided on the spot."""

    value: bool
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class QuestionForm(Strict):
    """A question; `default` is one option, or a list where several may be chosen."""

    id: Id
    text: Text
    kind: QuestionKind
    options: Annotated[list[Text], Meta(min_length=1)]
    multi: bool = False
    default: str | list[str] | None = None
    note: str | None = None


class MaterialForm(Strict):
    """A material."""

    key: Id
    name: Text
    type: MaterialType = MaterialType.ORIGINAL
    copies: Count | None = None
    form: Form = Form.EITHER
    source_channel: Channel = Channel.APPLICANT
    necessity: Necessity = Necessity.REQUIRED
    level: Level | None = None
    e_licence: Id | None = None
    data_share: Id | None = None
    commitment: bool = False
    condition: ConditionForm | None = None
    legal_source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    illustrative: bool = False
    note: str | None = None
    deferral: LimitForm | None = None


class StepForm(Strict):
    """A step of the handling."""

    name: Text
    limit: Count | None
    unit: Unit
    illustrative: bool = True
    source: tuple[BasisForm, ...] = ()
    note: str | None = None


class HandlingForm(Strict):
    """The way from 受理 to 决定."""

    mode: HandlingMode = HandlingMode.SINGLE
    extension: LimitForm | None = None
    technical: LimitForm | None = None
    procedures: tuple[Procedure, ...] = ()


class LeadForm(Strict):
    """A time before the end of validity."""

    value: Annotated[int, Meta(ge=0, le=1000)]
    unit: Literal["工作日", "日", "月"]


class RenewalForm(Strict):
    """When a renewal may be applied for, and what becomes of a late one."""

    closes: LeadForm
    opens: LeadForm | None = None
    late: Late = Late.WARN
    basis: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW


class ResultForm(Strict):
    """What the item ends with."""

    name: Text
    validity_years: Count | None = None
    renewal_window: str | None = None
    renewal: RenewalForm | None = None
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


class PostCheckForm(Strict):
    """What is checked afterwards."""

    what: Text
    within: Count | None
    unit: Unit
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW


class RoutingForm(Strict):
    """A hint for the clerk."""

    if_: ConditionForm
    then: Text
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW


class RequirementForm(Strict):
    """A condition for approval."""

    text: Text
    basis: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW


class NoteForm(Strict):
    """A remark."""

    text: Text
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW


class ItemForm(Strict):
    """A service item; id, name and type are required.

    `pinyin` and `initials` are written when an item is published, and need not be given. An item
    without `status` is in a foreign schema (`desktop.domain.packs.kept`).
    """

    id: Id
    name: Text
    type: ItemType
    group: str = ""
    status: ItemStatus | UnsetType = UNSET
    type_confidence: Confidence = Confidence.LOW
    legal_basis: tuple[BasisForm, ...] = ()
    authority_statutory: str = ""
    authority_local: AuthorityForm | None = None
    statutory_limit: LimitForm | None = None
    commitment_limit: PromiseForm | None = None
    limit_variants: tuple[VariantForm, ...] = ()
    fee: FeeForm = field(default_factory=FeeForm)
    notice_commitment: CommitmentForm | None = None
    instant: InstantForm | None = None
    requirements: tuple[RequirementForm, ...] = ()
    questions: tuple[QuestionForm, ...] = ()
    materials: tuple[MaterialForm, ...] = ()
    steps: tuple[StepForm, ...] = ()
    handling: HandlingForm = field(default_factory=HandlingForm)
    result: ResultForm | None = None
    post_check: PostCheckForm | None = None
    routing: tuple[RoutingForm, ...] = ()
    notes: tuple[NoteForm, ...] = ()
    produces: tuple[Id, ...] = ()
    renews: tuple[Id, ...] = ()
    renews_if: ConditionForm | None = None
    label: Annotated[str, Meta(max_length=80)] = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    pinyin: str = ""
    initials: str = ""
