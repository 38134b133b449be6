"""分歧: two acts that stood against each other, and what a supervisor settled about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.exchange.standing import Conflict, conflicts
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`first` came before `second`. `both`: neither was left out of the state. `further` acts rest
    on the second and share its lot; `settled` None while nobody looked.
    """

    first: Fact
    second: Fact
    both: bool
    further: tuple[Fact, ...] = ()
    settled: Fact | None = None

    @property
    def pair(self) -> tuple[str, str]:
        return self.first.entry.id, self.second.entry.id


def disagreements(facts: Sequence[Fact]) -> tuple[Disagreement, ...]:
    """In order of the second acts. One station alone never disagrees with itself."""
    if len({fact.entry.device for fact in facts}) < 2:
        return ()
    settled: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if isinstance(fact.payload, DisagreementSettled):
            settled.setdefault(fact.payload.pair, fact)
    return tuple(
        Disagreement(
            heads[0].first, heads[0].second, heads[0].both,
            tuple(one.second for one in heads[1:]), settled.get(heads[0].pair),
        )
        for heads in _together(conflicts(facts))
    )  # fmt: skip


def settled(facts: Sequence[Fact], told: DisagreementSettled, clerk: str) -> DisagreementSettled:
    """Once, by somebody who did neither act, with what was done and why.

    Refuses `no_disagreement`, `disagreement_settled`, `own_act`, `done_missing`, `reason_missing`.
    """
    found = next((one for one in disagreements(facts) if one.pair == told.pair), None)
    if found is None or told.stands not in told.pair:
        raise Refusal("no_disagreement")
    if found.settled is not None:
        raise Refusal("disagreement_settled", clerk=found.settled.entry.clerk)
    if clerk in (found.first.entry.clerk, found.second.entry.clerk):
        raise Refusal("own_act")
    if not told.done.strip():
        raise Refusal("done_missing")
    if not told.reason.strip():
        raise Refusal("reason_missing")
    return told


def _together(found: Sequence[Conflict]) -> list[list[Conflict]]:
    """What one station went on doing after an act that came second is the same disagreement."""
    groups: dict[tuple[str, str, str], list[Conflict]] = {}
    for one in found:
        alone = one.second.entry.id if one.both else ""
        at = (one.first.entry.id, one.second.entry.device, alone)
        groups.setdefault(at, []).append(one)
    return list(groups.values())
