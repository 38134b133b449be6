"""What an act claims for itself alone, what it needs, and what it sets free: data for `standing`.

A slot is a thing of which an entity has one at a time: one end of its intake, one seal, one
opinion on each request.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Slot = tuple[object, ...]
Claim = Callable[[Any], Slot]

WAY: Slot = ("way",)

OPEN_TO = {
    "case.accepted": {"case.withdrawn", "case.decided", "case.terminated", "case.transferred"},
    "case.collected": {"case.withdrawn"},
}
"""What may still follow an act that ends a part of the case's way; any other end is too late."""
ENDS = frozenset(
    {
        "case.accepted", "case.settled", "case.collected", "case.refused", "case.withdrawn",
        "case.decided", "case.terminated", "case.transferred",
    }
)  # fmt: skip
"""Acts that end the case's intake, or what came of it."""
CLOSED = ENDS - {"case.accepted", "case.collected"}
REVOKED = "case.acceptance_revoked"
"""撤销受理: what was decided so far is undone, and everything is open again."""
ON_ACCEPTANCE = frozenset(
    {
        "case.extended", "case.procedure_started", "case.procedure_ended", "case.reviewed",
        "case.technical_requested", "case.technical_given", "case.commitment_withdrawn",
        "case.decided",
    }
)  # fmt: skip
"""Acts that rest on an acceptance, and come too late once another end stands."""
BARRED: dict[str, frozenset[str]] = {
    "case.correction_noticed": ENDS,
    "case.produced": CLOSED - {"case.decided", "case.settled"},
    "case.delivered": CLOSED - {"case.decided", "case.settled"},
    REVOKED: CLOSED | {"case.collected"},
    **dict.fromkeys(ON_ACCEPTANCE - {"case.decided"}, CLOSED),
}
"""What may not come after these ends of a case."""
LATE_MATERIAL = "case.supplemented"


def _one(*slot: object) -> Claim:
    return lambda told: slot


def _each(slot: str, *names: str) -> Claim:
    return lambda told: (slot, *(getattr(told, name, None) for name in names))


ONCE: dict[str, Claim] = {
    "case.extended": _one("extension"),
    "case.procedure_started": _one("procedure"),
    "case.technical_requested": _each("request", "number"),
    "case.technical_given": _each("opinion", "number"),
    "case.commitment_withdrawn": _one("withdrawal"),
    "case.delivered": _one("delivery"),
    "case.act_reviewed": _each("finding", "entry"),
    "materials.taken_over": _one("count"),
    "shipment.sealed": _one("seal"),
    "shipment.opened": _one("count"),
    "shipment.sent_on": _one("sent on"),
    "shipment.misdelivered": _one("misdelivery"),
    "bill.signed_off": _one("sign-off"),
    "theme.stage_begun": _each("stage", "order"),
    "theme.ended": _one("end"),
    "disagreement.settled": _each("settled", "first", "second"),
}
"""The earlier in order stands. Told a second time with the same content it is quietly the same."""

FREED: dict[str, Claim] = {
    "case.procedure_ended": _one("procedure"),
    "case.committed": _one("withdrawal"),
    "case.reissued": _one("delivery"),
    "shipment.unsealed": _one("seal"),
}
NEEDS: dict[str, Slot] = {"case.procedure_ended": ("procedure",)}
"""Acts that end what is taken; the second to do so finds nothing any more."""
AFTER: dict[str, Slot] = {"bill.imported": ("sign-off",), "theme.stage_begun": ("end",)}
"""Acts that come too late once this is taken."""

SHOWN: dict[str, Claim] = {
    "case.produced": _one("result"),
    "licence.issued": _each("licence", "case"),
    "item.published": _each("label", "label"),
}
"""The later stands; where two devices told it differently, both are shown."""
