"""A service item (事项) as the catalogue describes it: what it asks, needs, takes and gives.

Every claim keeps its basis and its confidence, so that a screen can say 示例 where it is a sample.
`Basis.article` None means the document as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.guidance.condition import Condition
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


@dataclass(frozen=True, slots=True)
class Basis:
    """A source's id and the article in it."""

    source: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit. `value` is None where none applies, 0 on the spot. `illustrative`: a sample."""

    value: int | None = None
    unit: Unit = Unit.NOT_APPLICABLE
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class LimitVariant:
    """Takes the place of the limit `what` when `if_` holds; the first that holds wins."""

    what: LimitKind
    if_: Condition
    value: int | None
    unit: Unit
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the applicant's situation. The default is a suggestion, not an answer."""

    id: str
    text: str
    kind: QuestionKind
    multi: bool
    options: tuple[str, ...]
    default: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """A material. The same `key` in two items means the same document (材料一次提交).

    `deferral`: within what after acceptance it must follow where it may be handed in later (容缺);
    None: nobody said. `commitment`: a written commitment (告知承诺) spares it.
    """

    key: str
    name: str
    type: MaterialType = MaterialType.ORIGINAL
    copies: int | None = 1
    form: Form = Form.EITHER
    source_channel: Channel = Channel.APPLICANT
    necessity: Necessity = Necessity.REQUIRED
    level: Level | None = None
    e_licence: str | None = None
    data_share: str | None = None
    commitment: bool = False
    condition: Condition | None = None
    legal_source: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    illustrative: bool = False
    note: str | None = None
    deferral: Limit | None = None

    @property
    def is_application_form(self) -> bool:
        """`APPLY_…` is an item's own form; in a theme all of them merge to one."""
        return self.key.startswith("APPLY_")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the handling; an illustrative limit is an invented split."""

    name: str
    limit: int | None
    unit: Unit
    illustrative: bool
    basis: tuple[Basis, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Handling:
    """What the pack says of the way from 受理 to 决定, beyond its steps.

    `extension` is by how much the decision may be put off (no value: as the mode's article says),
    `technical` the limit of a technical review, `procedures` the special ones known beforehand.
    """

    mode: HandlingMode = HandlingMode.SINGLE
    extension: Limit = Limit()
    technical: Limit = Limit()
    procedures: tuple[Procedure, ...] = ()


@dataclass(frozen=True, slots=True)
class Routing:
    """When `if_` holds the clerk is told `then`; the materials are resolved all the same."""

    if_: Condition
    then: str
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before the end of validity: 15 个工作日, 60 日, 6 个月."""

    value: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class RenewalRule:
    """When a renewal may be applied for. `opens` None: from the day the licence was issued."""

    closes: Lead
    opens: Lead | None = None
    late: Late = Late.WARN
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Result:
    """What the item ends with. `renewal_window` is the law's words, `renewal` the rule in them."""

    name: str
    validity_years: int | None = None
    renewal_window: str | None = None
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None
    renewal: RenewalRule | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority that handles the item here."""

    name: str
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Fee:
    """Whether a fee is charged; None is not known (行政许可法 58: none unless a law says so)."""

    charged: bool | None = None
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeCommitment:
    """Whether 告知承诺 is open to the applicant."""

    value: CommitmentScope = CommitmentScope.UNKNOWN
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


@dataclass(frozen=True, slots=True)
class InstantTerms:
    """Whether the item is decided on the spot (即办件)."""

    value: bool = False
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PostCheck:
    """What is checked after the decision, within how long."""

    what: str
    within: int | None
    unit: Unit
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Requirement:
    """办理条件: one of the conditions for approval, as the law's words put it."""

    text: str
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for the clerk."""

    text: str
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """A service item. `produces`: material keys its result supplies to later theme members.

    `renews`: items whose licences this one renews, in the situation `renews_if` (None: always).
    """

    id: str
    name: str
    type: ItemType
    group: str = ""
    status: ItemStatus = ItemStatus.SAMPLE
    type_confidence: Confidence = Confidence.LOW
    legal_basis: tuple[Basis, ...] = ()
    authority_statutory: str = ""
    authority_local: Authority | None = None
    statutory_limit: Limit = Limit()
    commitment_limit: Limit = Limit()
    limit_variants: tuple[LimitVariant, ...] = ()
    fee: Fee = Fee()
    notice_commitment: NoticeCommitment = NoticeCommitment()
    instant_terms: InstantTerms = InstantTerms()
    requirements: tuple[Requirement, ...] = ()
    questions: tuple[Question, ...] = ()
    materials: tuple[Material, ...] = ()
    steps: tuple[Step, ...] = ()
    handling: Handling = Handling()
    result: Result | None = None
    post_check: PostCheck | None = None
    routing: tuple[Routing, ...] = ()
    notes: tuple[Note, ...] = ()
    produces: tuple[str, ...] = ()
    renews: tuple[str, ...] = ()
    renews_if: Condition | None = None

    @property
    def is_licence(self) -> bool:
        """Articles of 行政许可法 govern, and are cited, only where this is true."""
        return self.type is ItemType.LICENCE

    @property
    def instant(self) -> bool:
        """即办件: may be settled at the counter (行政许可法 34(2) for licences)."""
        return self.instant_terms.value

    @property
    def approved(self) -> bool:
        """Whether its promised limit may be printed."""
        return self.status is ItemStatus.APPROVED
