"""One payload of every kind that parcels brought."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from desktop.domain.addresses import entries as addresses
from desktop.domain.courier import coverage, messages
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
    coverage.CoverageSet(
        name="示例",
        excluded_provinces=("台湾省",),
        most_grams=3000,
        parcels_per_case=4,
        monthly_budget="20000.00",
        costs=(coverage.Cost(province="北京市", yuan="12.00"), coverage.Cost(yuan="22.00")),
        reason="按合同",
    ),
    messages.MessagePrepared(
        shipment="KFQ-20261123-A01-K0001",
        template=messages.Template.LOCKER,
        event_at=_AT,
        phone="138******21",
        cases=("KFQ-20261123-A01-0001",),
    ),
    addresses.AddressSaved(
        kind=addresses.AddressKind.ENTERPRISE,
        name="经开一窗科技有限公司",
        phone="010-55550000",
        province="北京市",
        city="北京市",
        district="大兴区",
        street="荣华中路10号",
        initials="jkyckjyxgs",
    ),
    addresses.AddressRemoved(reason="搬走了"),
)
