"""What was saved and by which rule (最优流程、最少环节、最减材料): before, after, and why.

Measures: submissions of a theme, materials listed → to hand in, steps, visits, days. The parts of a saving always
add up to its difference, so that no figure stands without its rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.guidance.item import Basis


class Measure(StrEnum):
    """提交 (of a theme) · 材料 · 环节 · 到场 · 时限."""

    SUBMISSIONS = "submissions"
    MATERIALS = "materials"
    STEPS = "steps"
    VISITS = "visits"
    DAYS = "days"


class Rule(StrEnum):
    """Why something is not asked, done, come for or waited for."""

    SITUATION = "situation"
    OPTIONAL = "optional"
    E_LICENCE = "e_licence"
    DATA_SHARE = "data_share"
    COMMITMENT = "commitment"
    AT_COUNTER = "at_counter"
    LATER = "later"
    ON_THE_SPOT = "on_the_spot"
    PROMISE = "promise"
    POSTED_IN = "posted_in"
    POSTED_OUT = "posted_out"
    MEASURED = "measured"
    ONE_FORM = "one_form"
    ONCE = "once"
    PRODUCED = "produced"
    PARALLEL = "parallel"
    ONE_SUBMISSION = "one_submission"


_PERMIT = "XKF"
_BEIJING = "BJYS"
BASES: dict[Rule, tuple[Basis, ...]] = {
    Rule.SITUATION: (Basis(_PERMIT, "第三十一条"), Basis(_BEIJING, "第三十二条")),
    Rule.OPTIONAL: (Basis(_BEIJING, "第三十二条"),),
    Rule.E_LICENCE: (Basis(_BEIJING, "第三十七条"),),
    Rule.DATA_SHARE: (Basis(_BEIJING, "第三十二条"),),
    Rule.COMMITMENT: (Basis(_BEIJING, "第三十三条"),),
    Rule.LATER: (Basis(_BEIJING, "第三十一条"),),
    Rule.ON_THE_SPOT: (Basis(_PERMIT, "第三十四条"),),
    Rule.POSTED_IN: (Basis(_PERMIT, "第二十九条"),),
    Rule.ONE_FORM: (Basis(_BEIJING, "第五十六条"),),
    Rule.ONCE: (Basis(_BEIJING, "第五十六条"),),
    Rule.PRODUCED: (Basis(_BEIJING, "第五十六条"),),
    Rule.PARALLEL: (Basis(_PERMIT, "第二十六条"), Basis(_BEIJING, "第五十六条")),
    Rule.ONE_SUBMISSION: (Basis(_PERMIT, "第二十六条"), Basis(_BEIJING, "第五十六条")),
}
"""Rules that an article carries; the others follow from the hall's own service or from facts."""


def bases_of(rule: Rule, permit: bool) -> tuple[Basis, ...]:
    """The articles behind a rule; 行政许可法 is cited for 行政许可 alone."""
    return tuple(one for one in BASES.get(rule, ()) if permit or one.source != _PERMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`count` of the difference, owed to one rule; `names` of what, `basis` citations as text."""

    rule: Rule
    count: int
    names: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """One measure. `unit` of days is the limit's; `measured`: `after` was counted, not assumed."""

    measure: Measure
    before: int
    after: int
    unit: str = ""
    measured: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def saved(self) -> int:
        """The difference; below zero where more was needed than assumed."""
        return self.before - self.after

    @property
    def sound(self) -> bool:
        """Every bit of the difference has its rule."""
        return self.saved == sum(part.count for part in self.parts)
