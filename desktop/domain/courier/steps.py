"""Stages of a shipment and the steps between them, as a table."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.refusal import Refusal


class ShipmentStage(StrEnum):
    """待揽收 已揽收 在途 派送中 已签收 拒收 退回中 已退回 疑难 丢失 取消."""

    WAITING = "waiting"
    PICKED_UP = "picked_up"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    SIGNED = "signed"
    REJECTED = "rejected"
    RETURNING = "returning"
    RETURNED = "returned"
    TROUBLE = "trouble"
    LOST = "lost"
    CANCELLED = "cancelled"


class SignedBy(StrEnum):
    """本人 · 代签 · 投柜."""

    SELF = "self"
    OTHER = "other"
    LOCKER = "locker"


_S = ShipmentStage
_DELIVERED = (_S.OUT_FOR_DELIVERY, _S.SIGNED, _S.REJECTED, _S.RETURNING, _S.RETURNED)
_ASTRAY = (_S.TROUBLE, _S.LOST)
STEPS: dict[ShipmentStage, tuple[ShipmentStage, ...]] = {
    _S.WAITING: (_S.PICKED_UP, _S.IN_TRANSIT, *_DELIVERED, *_ASTRAY, _S.CANCELLED),
    _S.PICKED_UP: (_S.IN_TRANSIT, *_DELIVERED, *_ASTRAY),
    _S.IN_TRANSIT: (*_DELIVERED, *_ASTRAY),
    _S.OUT_FOR_DELIVERY: (_S.SIGNED, _S.IN_TRANSIT, *_DELIVERED[2:], *_ASTRAY),
    _S.SIGNED: (_S.REJECTED, _S.RETURNING, _S.RETURNED),
    _S.REJECTED: (_S.OUT_FOR_DELIVERY, _S.SIGNED, _S.RETURNING, _S.RETURNED, *_ASTRAY),
    _S.RETURNING: (_S.RETURNED, *_ASTRAY),
    _S.RETURNED: (),
    _S.TROUBLE: (_S.IN_TRANSIT, *_DELIVERED, _S.LOST),
    _S.LOST: (_S.IN_TRANSIT, _S.SIGNED, _S.RETURNING, _S.RETURNED),
    _S.CANCELLED: (_S.PICKED_UP, _S.IN_TRANSIT),
}
"""Carriers skip steps, so what lies ahead may come at once (some tell of a return only that it is
signed for again); a cancelled parcel that was picked up
after all goes on; what was signed for can still be sent back.
"""
TURNED: dict[ShipmentStage, ShipmentStage] = {
    _S.PICKED_UP: _S.RETURNING,
    _S.IN_TRANSIT: _S.RETURNING,
    _S.OUT_FOR_DELIVERY: _S.RETURNING,
    _S.REJECTED: _S.RETURNING,
    _S.SIGNED: _S.RETURNED,
}
"""What the carrier's words mean on the way back: signed for is then signed for by the sender."""
ENDED = frozenset({_S.SIGNED, _S.RETURNED, _S.LOST, _S.CANCELLED})
UNDER_WAY = frozenset(STEPS) - ENDED
"""Stages that still want somebody's attention."""


def check_step(stage: ShipmentStage, then: ShipmentStage) -> None:
    if then not in STEPS[stage]:
        raise Refusal("no_such_step", stage=stage, then=then)
