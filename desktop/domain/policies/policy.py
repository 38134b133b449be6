"""What a support policy is (科创20条), and how much it gives, in yuan. Rates and caps are data.

An amount is the upper bound that the policy's words allow, never a promise: `rate_is_max` says
最高 or 不超过 stands in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.guidance.item import Basis
from desktop.domain.guidance.terms import Confidence
from desktop.domain.policies.bound import Bound
from desktop.domain.refusal import Refusal

CENT = Decimal("0.01")


class Measure(StrEnum):
    """What is entered for a policy."""

    YUAN = "元"
    DAY = "日"


@dataclass(frozen=True, slots=True)
class Tier:
    """The share that holds for figures up to and with `upto`; None for all above."""

    share: Decimal
    upto: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FigureRule:
    """A condition that the figures decide: the figure `input` keeps `bound` to `limit`, or to the
    figure `other`, or to a `share` of that. Inputs are counted from 0; exactly one of `limit` and
    `other` is given. With `tiers` the share follows the figure `tier_by`, the first that fits.
    """

    input: int
    bound: Bound
    limit: Decimal | None = None
    other: int | None = None
    share: Decimal | None = None
    tiers: tuple[Tier, ...] = ()
    tier_by: int | None = None

    @property
    def inputs(self) -> tuple[int, ...]:
        """Every figure that it takes."""
        named = (self.input, self.other, self.tier_by)
        return tuple(place for place in named if place is not None)


@dataclass(frozen=True, slots=True)
class PolicyCondition:
    """A sentence that a clerk answers with 是, 否 or 不确定, or that the figures decide."""

    id: str
    text: str
    test: FigureRule | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: the amounts in, the amount out."""

    inputs: tuple[Decimal, ...]
    result: Decimal


@dataclass(frozen=True, slots=True)
class Policy:
    """`threshold`: the first input must reach it (以上 includes it, 民法典 1259).

    `computable`: figures decide something, an amount where there is a `rate`. `apply_item`: the
    item by which it is applied for, None where the catalogue has none; `apply_note` what to know
    there. `ask`: what to ask the authority. Pinyin is computed when the policy is written down.
    """

    id: str
    name: str
    computable: bool
    inputs: tuple[str, ...] = ()
    measure: Measure = Measure.YUAN
    rate: Decimal | None = None
    rate_is_max: bool | None = None
    cap: Decimal | None = None
    cap_scope: str | None = None
    threshold: Decimal | None = None
    formula: str | None = None
    conditions: tuple[PolicyCondition, ...] = ()
    seed_text: str = ""
    official_text_read: bool = False
    doubt: str | None = None
    note: str | None = None
    ask: str | None = None
    apply_item: str | None = None
    apply_note: str | None = None
    basis: tuple[Basis, ...] = ()
    confidence: Confidence = Confidence.LOW
    examples: tuple[Example, ...] = ()
    pinyin: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """`base` × the rate is `full`; `amount` is what the cap leaves of it.

    `capped`: the cap and not the rate gave the amount. `short`: the first amount stays under the
    threshold, so there is no base. `formula` as the catalogue writes it.
    """

    amount: Decimal
    capped: bool
    formula: str
    base: Decimal
    full: Decimal
    short: bool


def support(policy: Policy, amounts: Sequence[Decimal]) -> Support:
    """The rate of the first amount, less the second where the policy has one, up to the cap.

    Refuses `policy_not_computable`, `policy_amounts` (another number of amounts than `inputs`)
    and `policy_amount` (below zero or no number). Rounded down to the fen.
    """
    if not policy.computable or policy.rate is None:
        raise Refusal("policy_not_computable", policy=policy.id, name=policy.name)
    if len(amounts) != len(policy.inputs):
        wanted = "、".join(policy.inputs)
        raise Refusal("policy_amounts", policy=policy.id, wanted=wanted, given=len(amounts))
    for amount in amounts:
        if not amount.is_finite() or amount < 0:
            raise Refusal("policy_amount", policy=policy.id, amount=str(amount))
    short = policy.threshold is not None and amounts[0] < policy.threshold
    base = max(Decimal(0), amounts[0] - sum(amounts[1:], Decimal(0)))
    if short:
        base = Decimal(0)
    full = base * policy.rate
    capped = policy.cap is not None and full > policy.cap
    amount = policy.cap if capped and policy.cap is not None else full
    return Support(_fen(amount), capped, policy.formula or "", base, _fen(full), short)


def _fen(amount: Decimal) -> Decimal:
    """Rounded down to whole fen, without idle zeros or exponent (40000000, 1999.98)."""
    cents = amount // CENT
    text = f"{cents * CENT:f}"
    return Decimal(text.rstrip("0").rstrip(".") or "0")
