"""The catalogue: every item, with the sources, e-licences, themes and policies they lean on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.domain.forms.form import Form
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import Basis, ServiceItem
from desktop.domain.guidance.search import SearchKey
from desktop.domain.guidance.terms import Confidence, Verified
from desktop.domain.packs.versions import Edition
from desktop.domain.policies.policy import Policy
from desktop.domain.policies.scope import ScopeList


@dataclass(frozen=True, slots=True)
class Source:
    """A law, rule, notice or page that facts rest on, and how it was read."""

    id: str
    title: str
    doc_no: str | None
    effective_or_version: str | None
    verified: Verified
    where: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ELicence:
    """An e-licence. `assumed`: not named by the authority, only supposed to be among the eight.

    `issued_by` are the items whose result is one.
    """

    id: str
    name: str
    covers: tuple[str, ...]
    given_in_seed: bool
    assumed: bool
    basis: tuple[Basis, ...]
    confidence: Confidence
    note: str | None
    issued_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataShare:
    """A permit that could be fetched from its authority; unproven ones are shown 拟共享."""

    id: str
    name: str
    basis: tuple[Basis, ...]
    confidence: Confidence
    note: str | None
    issued_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a theme, with the answers that the theme itself gives."""

    item: str
    answers: Answers
    optional: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class Stage:
    """Members that run side by side; stages follow one another by `order`."""

    order: int
    mode: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Dependency:
    """Why one member comes after another. It explains the stages and is not computed with."""

    item: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Theme:
    """一件事: several items told, accepted and delivered once (北京市优化营商环境条例 56)."""

    id: str
    name: str
    stages: tuple[Stage, ...]
    dependencies: tuple[Dependency, ...] = ()
    outside_catalogue: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One published state of the catalogue; mappings keep the order of the files."""

    items: Mapping[str, ServiceItem]
    forms: Mapping[str, Form] = field(default_factory=lambda: MappingProxyType({}))
    """By item; `desktop.domain.forms.form.COMMON` is the part they share."""
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    e_licences: Mapping[str, ELicence] = field(default_factory=lambda: MappingProxyType({}))
    data_shares: Mapping[str, DataShare] = field(default_factory=lambda: MappingProxyType({}))
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    policies: Mapping[str, Policy] = field(default_factory=lambda: MappingProxyType({}))
    self_checks: Mapping[str, Policy] = field(default_factory=lambda: MappingProxyType({}))
    """Conditions with numbers that an applicant checks before applying; they give no amount."""
    scope: ScopeList = ScopeList()
    keys: Mapping[str, SearchKey] = field(default_factory=lambda: MappingProxyType({}))
    """What items are found by, computed when they were taken in."""
    editions: Mapping[str, Edition] = field(default_factory=lambda: MappingProxyType({}))
    """Of a pack: what it says of its items' versions."""
    foreign: frozenset[str] = frozenset()
    """Of a pack: items in a schema that cannot say everything; see `desktop.domain.packs.kept`."""

    def policy(self, id: str) -> Policy | None:
        """The policy or self-check of this id."""
        return self.policies.get(id) or self.self_checks.get(id)
