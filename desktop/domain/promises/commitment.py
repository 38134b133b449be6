"""告知承诺 (国办发〔2020〕42号): told in writing once, promised in writing; withdrawn with good reason
before the decision, and then by the normal procedure.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.moves import Stage
from desktop.domain.guidance.checklist import ReasonKind
from desktop.domain.promises.promise import Promise
from desktop.domain.refusal import Refusal

EDITION = "2026-1"
"""Names the fixed sentences of the notice; raise it with them, so that a digest says which."""
BEFORE_DECISION = frozenset({Stage.ACCEPTED, Stage.REVIEWING, Stage.SUSPENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the notice tells and the applicant promises, apart from its fixed sentences."""

    item: str
    item_name: str
    organ: str
    basis: tuple[str, ...]
    conditions: tuple[str, ...]
    materials: tuple[str, ...] = ()
    published: str = ""
    edition: str = EDITION


def digest(told: Told) -> str:
    """SHA-256 over the told facts as canonical JSON: what a trusted timestamp would be taken of."""
    text = json.dumps(asdict(told), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def check_withdrawal(stage: Stage, promise: Promise, reason: str) -> None:
    """撤回承诺: with good reason, before the decision."""
    if not promise.stands:
        raise Refusal("no_commitment")
    if stage not in BEFORE_DECISION:
        raise Refusal("commitment_too_late", stage=stage)
    if not reason.strip():
        raise Refusal("reason_missing")


def spared(lines: tuple[SheetLine, ...]) -> tuple[SheetLine, ...]:
    """What the commitment spares; `reason` as the checklist writes it."""
    return tuple(line for line in lines if line.reason == ReasonKind.COMMITTED)
