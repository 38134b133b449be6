"""The one order of an entity's entries when several devices wrote them, and what stands then.

The hall's confirmed order comes first and never changes; after it come entries that no hall has
confirmed, by logical time. Where two devices decided the same case, the earlier in this order
stands; the later stays in the journal and is shown as a disagreement, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.trust.entry import Entry, Fact

Place = tuple[int, str, int]
"""stamp, hall and hall_seq."""

DECIDING = frozenset(
    {
        "case.accepted", "case.settled", "case.collected", "case.refused", "case.withdrawn",
        "case.decided", "case.terminated", "case.transferred",
    }
)  # fmt: skip
"""Acts that end a part of the case's way: its intake, or what came of it."""

OPEN_TO = {
    "case.accepted": {"case.withdrawn", "case.decided", "case.terminated", "case.transferred"},
    "case.collected": {"case.withdrawn"},
}
"""What may still follow a deciding act; anything else of `DECIDING` is too late."""

REOPENING = "case.acceptance_revoked"
"""撤销受理: what was decided so far is undone, and everything is open again."""


def in_order(entries: Iterable[Entry], confirmed: Mapping[str, Place]) -> list[Entry]:
    """Confirmed entries by their stamp, then the others by logical time and device."""

    def place(entry: Entry) -> tuple[bool, Place, int, str, int]:
        at = confirmed.get(entry.id, (0, "", 0))
        return (entry.id not in confirmed, at, entry.logical, entry.device, entry.seq)

    return sorted(entries, key=place)


def standing(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that make the state: without deciding acts that came second."""
    kept, _ = _split(facts)
    return kept


def overruled(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Deciding acts that came second: what a supervisor is shown."""
    _, late = _split(facts)
    return late


def _split(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    kept: list[Fact] = []
    late: list[Fact] = []
    decided = ""
    for fact in facts:
        kind = fact.entry.kind
        if kind in DECIDING:
            if decided and kind not in OPEN_TO.get(decided, ()):
                late.append(fact)
                continue
            decided = kind
        elif kind == REOPENING and decided == "case.accepted":
            decided = ""
        kept.append(fact)
    return tuple(kept), tuple(late)
