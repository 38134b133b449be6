"""What stands on a paper: facts, journalled first and rendered from them, again and again. One record
serves every paper; a paper reads the parts it prints. Dates are of Beijing, moments ISO text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.billing.facts import BillingFacts
from desktop.domain.cases.draft import Channel, Delivery, Supplied
from desktop.domain.cases.entries import CaseRefused, Defect, SheetLine, Term
from desktop.domain.cases.tick import SpotCorrection
from desktop.domain.courier.posting import Parcel
from desktop.domain.courier.troubles.facts import TroubleFacts
from desktop.domain.custody.facts import CustodyFacts
from desktop.domain.exchange.handing import HallSheet
from desktop.domain.forms.facts import FormFacts
from desktop.domain.handling.batches import MaterialsHandedOver
from desktop.domain.handling.course import Course
from desktop.domain.handling.ledger import Section
from desktop.domain.identity.party import Agent, Party
from desktop.domain.policies.sheet import PolicySheet
from desktop.domain.promises.commitment import Told
from desktop.domain.savings.saving import Saving
from desktop.domain.supervision.closing.facts import ClosingFacts
from desktop.domain.supervision.retention.facts import DestructionFacts, PersonFacts
from desktop.domain.themes.facts import ThemeFacts
from desktop.domain.trust.entry import PERSONAL


class PaperKind(StrEnum):
    """办事清单 and the papers of a case; the value is part of the paper's number."""

    ADVANCE = "QD"
    RECEIPT = "SJ"
    ACCEPTANCE = "SL"
    CORRECTION = "BZ"
    REFUSAL = "BY"
    NOT_NEEDED = "WX"
    COLLECTION = "DS"
    SETTLEMENT = "BJ"
    HANDOVER = "JJ"
    SPOT = "DG"
    PROCEDURE = "TB"
    EXTENSION = "YQ"
    GRANT = "ZY"
    DENIAL = "BX"
    DELIVERY = "SD"
    OVERDUE = "YS"
    TERMINATION = "ZZ"
    REVOCATION = "CX"
    TRANSFER = "ZB"
    AMENDMENT = "GZ"
    MATERIALS = "CJ"
    LEDGER = "QX"
    THEME = "ZT"
    FORM = "SB"
    DEFERRAL = "RQ"
    DEFERRAL_PROMISE = "RC"
    COMMITMENT = "GC"
    SUPPORT = "CS"
    COMPLAINT = "TS"
    CLAIM = "SP"
    APPEAL = "SU"
    COUNT = "QC"
    MISDELIVERY = "CL"
    MISDELIVERY_NOTICE = "GG"
    RECONCILIATION = "DZ"
    HALL_HANDOVER = "YJ"
    DAY_CLOSING = "RJ"
    SHIFT = "JB"
    DESTRUCTION = "XH"
    PERSON_SEES = "CY"
    PERSON_CORRECTS = "XG"


class Outcome(StrEnum):
    """Printing is an act with outcomes; a failed print tried again is no reprint."""

    RENDERED = "rendered"
    SPOOLED = "spooled"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who issues: the organ by its full name, and where it can be reached."""

    organ: str
    hall: str
    window: str
    clerk: str
    phone: str = ""
    complaints: str = ""
    address: str = ""
    hours: str = ""
    privacy_contact: str = ""
    enquiry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the item's procedure as the advance sheet shows it."""

    name: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """`lines` are all materials with their ticks; `open_lines` what is not yet in.

    `deemed` is the day from which silence counts as acceptance, for 行政许可 alone; `silent` says
    that it came to that. `course` is what happened since acceptance: a paper on the decision, a
    procedure or a delivery prints the last of its kind. `contact` is 找一人. `assumed` are questions
    of the `situation` that count with their default. A `bilingual` paper has `english` for its texts.
    `form` is the application form; a blank or a sample one has no number. `trouble` is what a letter
    about a parcel states. `deferred_by` is until when each deferred material follows, `told` what a
    告知承诺书 tells. `route`: an acceptance says how the case came in; `supplied` is what came in last.
    """

    kind: PaperKind
    number: str
    issued_at: str
    issuer: Issuer
    case: str = ""
    item: str = ""
    item_name: str = ""
    item_type: str = ""
    item_approved: bool = False
    legal_basis: tuple[str, ...] = ()
    situation: tuple[tuple[str, str], ...] = ()
    channel: Channel = Channel.COUNTER
    waybill: str = ""
    received_at: str = ""
    accepted_on: date | None = None
    lines: tuple[SheetLine, ...] = ()
    apart: tuple[SheetLine, ...] = ()
    listed: int = 0
    to_submit: int = 0
    deemed: Term = Term()
    statutory: Term = Term()
    promised: Term = Term()
    special_procedures: tuple[str, ...] = ()
    fee: str = ""
    steps: tuple[Step, ...] = ()
    result: str = ""
    defects: tuple[Defect, ...] = ()
    taken_home: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    hand_in: str = ""
    by: date | None = None
    second: bool = False
    refusal: CaseRefused | None = None
    organ_for: str = ""
    carrier: str = ""
    courier: str = ""
    parcels: tuple[Parcel, ...] = ()
    differences: str = ""
    silent: bool = False
    spot: tuple[SpotCorrection, ...] = ()
    savings: tuple[Saving, ...] = ()
    assumed: tuple[str, ...] = ()
    bilingual: bool = False
    english: tuple[tuple[str, str], ...] = ()
    contact: str = ""
    course: Course | None = None
    sections: tuple[Section, ...] = ()
    batch: MaterialsHandedOver | None = None
    theme: ThemeFacts | None = None
    policy: PolicySheet | None = None
    billing: BillingFacts | None = None
    handing: HallSheet | None = None
    closing: ClosingFacts | None = None
    destruction: DestructionFacts | None = None
    copies: int = 1
    deferred_by: Mapping[str, date] = field(default_factory=dict)
    supplied: Supplied | None = None
    route: bool = False
    told: Told | None = None
    applicant: Party = field(default=Party(), metadata=PERSONAL)
    agent: Agent | None = field(default=None, metadata=PERSONAL)
    delivery: Delivery = field(default=Delivery(), metadata=PERSONAL)
    form: FormFacts | None = field(default=None, metadata=PERSONAL)
    trouble: TroubleFacts | None = field(default=None, metadata=PERSONAL)
    custody: CustodyFacts | None = field(default=None, metadata=PERSONAL)
    person: PersonFacts | None = field(default=None, metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIssued:
    """The paper's facts and number are in the journal before anything is rendered."""

    kind: PaperKind
    case: str
    number: str
    page: str = "A4"
    facts: PaperFacts | None = field(default=None, metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPrinted:
    """One outcome of one printing; `reprint` n says 补打第 n 次, 0 the first print."""

    outcome: Outcome
    reprint: int = 0
    copies: int = 1
    printer: str = ""
    message: str = ""


def next_reprint(prints: Iterable[PaperPrinted]) -> int:
    """Which reprint the next printing is: 0 until one came out, whatever failed or was saved."""
    out: set[int] = set()
    for told in prints:
        if told.outcome in (Outcome.SPOOLED, Outcome.CONFIRMED):
            out.add(told.reprint)
        elif told.outcome is Outcome.FAILED:
            out.discard(told.reprint)
    return max(out) + 1 if out else 0
