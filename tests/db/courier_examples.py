"""One payload of every kind that parcels brought."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from desktop.domain.courier import entries as courier
from desktop.domain.courier.arrivals import entries as arrivals
from desktop.domain.courier.steps import ShipmentStage, SignedBy

_AT = datetime(2026, 11, 24, 16, 5, tzinfo=timezone(timedelta(hours=8)))

PAYLOADS: tuple[Any, ...] = (
    courier.ShipmentTracked(
        source="kuaidi100",
        asked_at=_AT,
        events=(
            courier.TrackEvent(at=_AT, code="1002", stage=ShipmentStage.IN_TRANSIT, digest="00ff"),
            courier.TrackEvent(
                at=_AT, code="304", stage=ShipmentStage.SIGNED, signed_by=SignedBy.LOCKER
            ),
            courier.TrackEvent(at=_AT, code="9999"),
        ),
        texts=("已到达北京", "已投入快递柜", "？"),
    ),
    arrivals.ParcelRegistered(
        signed_at=_AT,
        received_by="王小满",
        pieces=2,
        condition=arrivals.Condition.DAMAGED,
        announced=True,
        sender=courier.Address(name="李䶮敏", phone="13800138021", city="天津", street="某路 1 号"),
        note="外包装一角压坏",
    ),
    arrivals.ParcelMatched(
        case="KFQ-20261123-A01-0001",
        draft="d1",
        reasons=(arrivals.MatchReason.NAME, arrivals.MatchReason.PHONE),
        taken=True,
    ),
    arrivals.ParcelUnmatched(case="KFQ-20261123-A01-0002", reason="同名"),
    arrivals.ParcelSentOn(
        way=arrivals.SentOnWay.FORWARDED,
        shipment="KFQ-20261124-A01-K0002",
        hall="大兴区政务服务中心",
        reason="寄错大厅",
    ),
)
