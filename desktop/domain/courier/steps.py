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
_ON_THE_WAY = (_S.IN_TRANSIT, _S.OUT_FOR_DELIVERY, _S.SIGNED, _S.REJECTED, _S.RETURNING)
STEPS: dict[ShipmentStage, tuple[ShipmentStage, ...]] = {
    _S.WAITING: (_S.PICKED_UP, _S.IN_TRANSIT, _S.SIGNED, _S.CANCELLED),
    _S.PICKED_UP: (*_ON_THE_WAY, _S.TROUBLE, _S.LOST),
    _S.IN_TRANSIT: (*_ON_THE_WAY[1:], _S.TROUBLE, _S.LOST),
    _S.OUT_FOR_DELIVERY: (_S.SIGNED, _S.REJECTED, _S.RETURNING, _S.TROUBLE, _S.LOST),
    _S.SIGNED: (),
    _S.REJECTED: (_S.OUT_FOR_DELIVERY, _S.RETURNING, _S.RETURNED, _S.LOST),
    _S.RETURNING: (_S.RETURNED, _S.TROUBLE, _S.LOST),
    _S.RETURNED: (),
    _S.TROUBLE: (*_ON_THE_WAY, _S.RETURNED, _S.LOST),
    _S.LOST: (_S.SIGNED, _S.RETURNED),
    _S.CANCELLED: (),
}
UNDER_WAY = frozenset(stage for stage, then in STEPS.items() if then and stage is not _S.LOST)
"""Stages that still want somebody's attention."""


def check_step(stage: ShipmentStage, then: ShipmentStage) -> None:
    if then not in STEPS[stage]:
        raise Refusal("no_such_step", stage=stage, then=then)
