"""The file form of what stands around the items: sources, e-licences, themes, policies, the pack."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import field

from desktop.domain.guidance.terms import Confidence, Verified
from desktop.domain.policies.bound import Bound
from desktop.domain.policies.policy import Measure
from desktop.services.packs.wire import BasisForm, Count, Id, ItemForm, Strict, Text


class SourceForm(Strict):
    """A source; its id is the key it stands under."""

    title: Text
    verified: Verified
    doc_no: str | None = None
    effective_or_version: str | None = None
    where: str | None = None
    note: str | None = None


class LicenceForm(Strict):
    """A category of e-licence."""

    id: Id
    name: Text
    covers: tuple[str, ...] = ()
    given_in_seed: bool = False
    assumed: bool = True
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None
    issued_by: tuple[Id, ...] = ()


class ShareForm(Strict):
    """A record that could be fetched."""

    id: Id
    name: Text
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None
    issued_by: tuple[Id, ...] = ()


class SharesForm(Strict):
    """The records that could be fetched."""

    items: tuple[ShareForm, ...]
    note: str | None = None


class MemberForm(Strict):
    """An item of a theme."""

    item: Id
    answers: dict[str, str | list[str]] = field(default_factory=dict)
    optional: bool = False
    why: str | None = None


class StageForm(Strict):
    """Members side by side."""

    order: Count
    members: list[MemberForm]
    mode: str = ""


class DependencyForm(Strict):
    """Why one comes after another."""

    item: Id
    after: Id
    reason: str = ""


class ThemeForm(Strict):
    """The computed figures travel with a theme as worked examples and are not decoded."""

    id: Id
    name: Text
    stages: list[StageForm]
    dependencies: tuple[DependencyForm, ...] = ()
    outside_catalogue: tuple[str, ...] = ()
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None
    computed: bool = False
    savings_core: dict[str, Any] | None = None
    savings_all_optional_included: dict[str, Any] | None = None


class ExampleForm(Strict):
    """A worked example of a policy, in yuan."""

    inputs: list[Decimal]
    result: Decimal


class TierForm(Strict):
    """The share that holds up to and with `upto`."""

    share: Decimal
    upto: Decimal | None = None


class FigureRuleForm(Strict):
    """A condition that the figures decide; exactly one of `limit` and `other`."""

    input: Count
    bound: Bound
    limit: Decimal | None = None
    other: Count | None = None
    share: Decimal | None = None
    tiers: tuple[TierForm, ...] = ()
    tier_by: Count | None = None


class PolicyConditionForm(Strict):
    """A condition with an id of its own."""

    id: Id
    text: Text
    test: FigureRuleForm | None = None


class PolicyForm(Strict):
    """A policy of support, amounts in yuan. A condition that is a text alone is numbered."""

    id: Id
    name: Text
    computable: bool
    inputs: tuple[str, ...] = ()
    measure: Measure = Measure.YUAN
    rate: Decimal | None = None
    rate_is_max: bool | None = None
    cap: Decimal | None = None
    cap_scope: str | None = None
    threshold: Decimal | None = None
    formula: str | None = None
    conditions: tuple[str | PolicyConditionForm, ...] = ()
    seed_text: str = ""
    official_text_read: bool = False
    doubt: str | None = None
    note: str | None = None
    ask: str | None = None
    apply_item: Id | None = None
    apply_note: str | None = None
    pinyin: str = ""
    initials: str = ""
    source: tuple[BasisForm, ...] = ()
    confidence: Confidence = Confidence.LOW
    examples: tuple[ExampleForm, ...] = ()


class PackForm(Strict):
    """A whole pack in one file. Only `items` is required; counts in `meta` inform.

    Its label and days in force hold for every item that does not say its own.
    """

    items: list[ItemForm]
    label: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    meta: Any = None
    sources: dict[str, SourceForm] = field(default_factory=dict)
    e_licences: tuple[LicenceForm, ...] = ()
    data_share_extra: SharesForm | None = None
    themes: tuple[ThemeForm, ...] = ()
    policy_support: tuple[PolicyForm, ...] = ()
    seed_facts: Any = None
    global_rules: Any = None
    theme_assumptions: Any = None
    high_tech_rules: Any = None
    calendar: Any = None
    doubts: Any = None
