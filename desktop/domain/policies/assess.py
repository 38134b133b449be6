"""A policy as it stands before a clerk: what was entered, what holds, what the formula gives.

Nothing here refuses: a text that cannot be read carries its refusal, to be said beside its field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.policies.amount import read_amount
from desktop.domain.policies.bound import Figure
from desktop.domain.policies.eligible import Answer, Eligibility, eligible
from desktop.domain.policies.policy import Measure, Policy, Support, support
from desktop.domain.refusal import Refusal

_DAY = re.compile(r"([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))")
LONGEST_DAY = 12


@dataclass(frozen=True, slots=True)
class Entered:
    """One field: neither a figure nor `wrong` where nothing stands in it."""

    figure: Figure | None = None
    wrong: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """`support` once every amount of a policy with a rate is there, whatever the conditions say."""

    policy: Policy
    entered: tuple[Entered, ...]
    eligibility: Eligibility
    support: Support | None

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The amounts that were read."""
        return tuple(e.figure for e in self.entered if isinstance(e.figure, Decimal))


def assess(policy: Policy, answers: Mapping[str, Answer], texts: Sequence[str]) -> Assessment:
    """What the answers and the texts in the fields come to. Too few texts are empty ones."""
    given = [*texts, *[""] * len(policy.inputs)][: len(policy.inputs)]
    entered = tuple(_entered(policy.measure, text) for text in given)
    figures = [one.figure for one in entered]
    found = eligible(policy, answers, figures)
    amounts = [figure for figure in figures if isinstance(figure, Decimal)]
    whole = policy.rate is not None and len(amounts) == len(policy.inputs)
    computed = support(policy, amounts) if whole else None
    return Assessment(policy, entered, found, computed)


def read_day(text: str) -> date:
    """A day as people write it: 2026-12-31, 2026/12/31, 2026年12月31日, 20261231.

    Refuses `policy_day` for what is no day.
    """
    plain = "".join(unicodedata.normalize("NFKC", text[:64]).split())
    told = _DAY.fullmatch(plain)
    try:
        if told is None or len(plain) > LONGEST_DAY:
            raise ValueError(plain)
        return date(*(int(part) for part in told.groups() if part))
    except ValueError:
        raise Refusal("policy_day", value=text.strip()[:20]) from None


def _entered(measure: Measure, text: str) -> Entered:
    if not text.strip():
        return Entered()
    try:
        return Entered(read_day(text) if measure is Measure.DAY else read_amount(text))
    except Refusal as refusal:
        return Entered(wrong=refusal)
