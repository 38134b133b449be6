"""Which acts of one entity stand, where stations acted without knowing of each other.

A walk through the entity's facts in the one order. What comes second and may not stand beside what
came first is left out of the state, never out of the journal, and shown as a disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.domain.cases.entries import CaseAccepted
from desktop.domain.custody.entries import PieceMoved, PieceRegistered
from desktop.domain.custody.moves import MOVES, Whereabouts
from desktop.domain.exchange.claims import (
    AFTER,
    BARRED,
    CLOSED,
    ENDS,
    FREED,
    LATE_MATERIAL,
    NEEDS,
    ON_ACCEPTANCE,
    ONCE,
    OPEN_TO,
    REVOKED,
    SHOWN,
    WAY,
    Slot,
)
from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.exchange.handing import HandedToHall, TakenFromHall
from desktop.domain.handling.entries import Clock, DueChanged, Extended
from desktop.domain.trust.entry import Fact

Pair = tuple[str, str]
"""Ids of the first entry and the second."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """`first` came before `second` in the one order. `both`: neither is left out; the later was
    kept beside, or moved nothing.
    """

    first: Fact
    second: Fact
    both: bool = False

    @property
    def pair(self) -> Pair:
        return self.first.entry.id, self.second.entry.id


def standing(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that make the state: without acts that came second, as far as nobody settled
    that the second stands.
    """
    walk, _ = _settled(facts)
    moved = _earlier_days(walk.conflicts)
    if not moved:
        return tuple(walk.kept)
    return tuple(moved.get(fact.entry.id, fact) for fact in walk.kept)


def overruled(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Acts that came second and do not stand, and those settled against."""
    kept = {id(fact) for fact in _settled(facts)[0].kept}
    return tuple(fact for fact in facts if id(fact) not in kept)


def conflicts(facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Every pair that ever stood against each other, settled or not, each once."""
    return tuple(_settled(facts)[1].values())


def _settled(facts: Sequence[Fact]) -> tuple[_Walk, dict[Pair, Conflict]]:
    """The walk without what was settled against, settlement by settlement: of two about one pair
    the earlier counts, unless it was itself settled that the later does.
    """
    walk = _walked(facts, frozenset())
    found = {one.pair: one for one in walk.conflicts}
    words = [fact for fact in facts if isinstance(fact.payload, DisagreementSettled)]
    known = {fact.entry.id for fact in words}
    about = [fact.payload for fact in words if set(fact.payload.pair) <= known]
    undone = {told.loses for told in about if told.pair in found}
    done: set[Pair] = set()
    lost: frozenset[str] = frozenset()
    for fact in words:
        told = fact.payload
        if fact.entry.id in undone or told.pair in done or told.pair not in found:
            continue
        done.add(told.pair)
        lost |= {told.loses}
        walk = _walked(facts, lost)
        found |= {one.pair: one for one in walk.conflicts}
    return walk, found


def _earlier_days(found: Iterable[Conflict]) -> dict[str, Fact]:
    """Of two acceptances the first stands, but from the earlier day: a paper promised it."""
    moved: dict[str, Fact] = {}
    for one in found:
        first = moved.get(one.first.entry.id, one.first)
        told, other = first.payload, one.second.payload
        if not (isinstance(told, CaseAccepted) and isinstance(other, CaseAccepted)):
            continue
        if other.accepted_on < told.accepted_on:
            dated = replace(
                told, accepted_on=other.accepted_on, statutory=other.statutory,
                promised=other.promised,
            )  # fmt: skip
            moved[first.entry.id] = replace(first, payload=dated)
    return moved


@dataclass(slots=True)
class _Walk:
    kept: list[Fact] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    held: dict[Slot, Fact] = field(default_factory=dict)
    revoked: Fact | None = None
    at: Whereabouts = Whereabouts.APPLICANT
    moved: Fact | None = None
    handed: Fact | None = None
    taken: Fact | None = None

    def against(self, first: Fact, second: Fact, both: bool = False) -> bool:
        """Whether the second may stand all the same."""
        self.conflicts.append(Conflict(first, second, both))
        return both

    def holds(self, slot: Slot) -> str:
        """The kind of act that has taken the slot; empty while it is free."""
        held = self.held.get(slot)
        return held.entry.kind if held else ""


def _walked(facts: Iterable[Fact], lost: frozenset[str]) -> _Walk:
    walk = _Walk()
    for fact in facts:
        if fact.entry.id not in lost and all(rule(walk, fact) for rule in _RULES):
            walk.kept.append(fact)
            _free(walk, fact)
    return walk


def _way(walk: _Walk, fact: Fact) -> bool:
    """What may no more follow the end of a case's way that came first."""
    kind, before = fact.entry.kind, walk.holds(WAY)
    if kind in ON_ACCEPTANCE and not before and walk.revoked is not None:
        return walk.against(walk.revoked, fact)
    if before in BARRED.get(kind, ()):
        return walk.against(walk.held[WAY], fact)
    if kind == LATE_MATERIAL and before in CLOSED:
        return walk.against(walk.held[WAY], fact, both=True)
    if kind not in ENDS:
        return True
    if before and kind not in OPEN_TO.get(before, ()):
        return walk.against(walk.held[WAY], fact)
    walk.held[WAY] = fact
    return True


def _terms(walk: _Walk, fact: Fact) -> bool:
    """Of two that move one clock from the same term, the earlier stands."""
    told = fact.payload
    if isinstance(told, Extended) and told.before.due is not None:
        before = walk.held.get(("clock", Clock.DECISION, 0))
        if before is not None and before.payload.before == told.before:
            return walk.against(before, fact)
    if not isinstance(told, DueChanged):
        return True
    slot = ("clock", told.clock, told.number)
    before = walk.held.get(slot)
    if before is not None and before.payload.before == told.before:
        return before.payload.after == told.after or walk.against(before, fact)
    walk.held[slot] = fact
    return True


def _once(walk: _Walk, fact: Fact) -> bool:
    late = AFTER.get(fact.entry.kind)
    if late is not None and late in walk.held:
        return walk.against(walk.held[late], fact)
    claim = ONCE.get(fact.entry.kind)
    if claim is None:
        return True
    first = walk.held.setdefault(claim(fact.payload), fact)
    if first is fact:
        return True
    return (fact.payload is not None and first.payload == fact.payload) or walk.against(first, fact)


def _needed(walk: _Walk, fact: Fact) -> bool:
    """What ends something a second time."""
    kind = fact.entry.kind
    need = NEEDS.get(kind)
    if need is None:
        return True
    before = walk.held.get((kind,))
    if before is not None and need not in walk.held:
        return before.payload == fact.payload or walk.against(before, fact)
    walk.held[(kind,)] = fact
    return True


def _shown(walk: _Walk, fact: Fact) -> bool:
    claim = SHOWN.get(fact.entry.kind)
    if claim is None:
        return True
    slot = claim(fact.payload)
    before, walk.held[slot] = walk.held.get(slot), fact
    if before is not None and before.entry.device != fact.entry.device and all(slot[1:]):
        same: Any = before.payload == fact.payload
        return bool(same) or walk.against(before, fact, both=True)
    return True


def _custody(walk: _Walk, fact: Fact) -> bool:
    """A piece moves from where it is; told from elsewhere it stays, and somebody has to look."""
    told = fact.payload
    if not isinstance(told, PieceRegistered | PieceMoved):
        return True
    after = MOVES[walk.at].get(told.motion)
    if isinstance(told, PieceRegistered):
        after = after or Whereabouts.WINDOW
    if after is None:
        return walk.moved is None or walk.against(walk.moved, fact, both=True)
    walk.at, walk.moved = after, fact
    return True


def _hand_over(walk: _Walk, fact: Fact) -> bool:
    """移交 by whom the case belongs to; the first stands until it is taken."""
    told = fact.payload
    if isinstance(told, HandedToHall):
        if walk.taken is not None and walk.taken.payload.hall != told.giver:
            return walk.against(walk.taken, fact)
        if walk.handed is not None:
            return walk.against(walk.handed, fact)
        walk.handed = fact
    elif isinstance(told, TakenFromHall):
        if walk.handed is None or walk.handed.payload.sheet != told.sheet:
            before = walk.handed or walk.taken
            return before is None or before.payload == told or walk.against(before, fact)
        walk.handed, walk.taken = None, fact
    return True


def _free(walk: _Walk, fact: Fact) -> None:
    free = FREED.get(fact.entry.kind)
    if fact.entry.kind == REVOKED:
        walk.held.clear()
        walk.revoked = fact
    elif free is not None:
        walk.held.pop(free(fact.payload), None)


_RULES = (_way, _terms, _once, _needed, _shown, _custody, _hand_over)
