"""One payload of every kind that parcels brought."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from desktop.domain.courier import entries as courier
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
)
