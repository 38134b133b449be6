"""One payload of every kind that parcels brought."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from desktop.domain.addresses import entries as addresses
from desktop.domain.courier import coverage, messages
from desktop.domain.courier import entries as courier
from desktop.domain.courier.arrivals import entries as arrivals
from desktop.domain.courier.carrying import pickups
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles import entries as troubles
from desktop.domain.courier.troubles.kinds import Ending, Owner, Remedy, Trouble, Whom

_AT = datetime(2026, 11, 24, 16, 5, tzinfo=timezone(timedelta(hours=8)))
_DAY, _DUE = date(2026, 11, 24), date(2026, 12, 1)

ORDERED = pickups.PickupOrdered(
    order="KFQ-20261124-A01-K0001-Q1", carrier="ems", begins=_AT, ends=_AT + timedelta(hours=1)
)
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
    troubles.FollowedUp(
        trouble=Trouble.STILL,
        whom=Whom.CARRIER,
        until=_DAY,
        said="客服答应核实",
    ),
    troubles.Complained(
        trouble=Trouble.STILL,
        on=_DAY,
        due=_DUE,
        paper="K0001-TS1",
        ref="T88",
        said="仍无动静",
    ),
    troubles.Claimed(
        trouble=Trouble.LOST,
        on=_DAY,
        due=_DUE,
        postage=Decimal("22.00"),
        loss=Decimal("180.5"),
        wanted=Decimal("66.00"),
        remote=True,
        said="丢了",
    ),
    troubles.Appealed(trouble=Trouble.LOST, on=_DAY, due=_DUE, to="邮政管理局", said="不答复"),
    troubles.Answered(
        remedy=Remedy.CLAIM,
        on=_DUE,
        credited=Decimal("66.00"),
        content=False,
        said="只赔邮费",
    ),
    troubles.TroubleSettled(trouble=Trouble.LOST, how=Ending.COMPENSATED, said="已收款"),
    troubles.TermsSet(
        trouble=Trouble.STILL,
        days=4,
        within=2,
        owner=Owner.WINDOW,
        near_days=2,
        reason="旺季",
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
    ORDERED,
    pickups.PickupTold(
        order=ORDERED.order,
        state=pickups.PickupState.TAKEN,
        code="1",
        task="T1",
        external="E1",
        courier="快递员 13800138021",
    ),
    pickups.PickupCancelled(order=ORDERED.order, reason="申请人改期"),
)
