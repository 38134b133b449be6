"""Hundreds of parcels in mixed states, as a busy hall has them: what the courier page must bear."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import (
    Address,
    Content,
    ShipmentCreated,
    ShipmentMoved,
    ShipmentTracked,
    TrackEvent,
)
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.entries import Complained, FollowedUp
from desktop.domain.courier.troubles.kinds import Trouble
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from tests.offices import CLERK

_S = ShipmentStage
NAMES = ("李晓敏", "欧阳建国", "王䶮", "张伟", "周若溪", "亦庄某某餐饮有限公司", "陈可")
CITIES = ("北京", "石家庄", "呼和浩特", "天津", "乌鲁木齐")
CARRIERS = ("ems", "shunfeng", "jd", "zhongtong")
Way = tuple[int, tuple[tuple[int, ShipmentStage, SignedBy | None], ...]]
WAYS: tuple[Way, ...] = (
    (0, ()),
    (1, ((1, _S.PICKED_UP, None),)),
    (2, ((2, _S.PICKED_UP, None), (1, _S.IN_TRANSIT, None))),
    (1, ((1, _S.PICKED_UP, None), (0, _S.OUT_FOR_DELIVERY, None))),
    (5, ((5, _S.PICKED_UP, None), (3, _S.SIGNED, SignedBy.SELF))),
    (9, ((9, _S.PICKED_UP, None), (6, _S.SIGNED, SignedBy.SELF))),
    (20, ((20, _S.PICKED_UP, None), (17, _S.SIGNED, SignedBy.SELF))),
)
"""Quiet ones: days ago begun, then days ago told."""
TROUBLED: tuple[Way, ...] = (
    (4, ()),
    (6, ((6, _S.PICKED_UP, None), (5, _S.IN_TRANSIT, None))),
    (14, ((14, _S.PICKED_UP, None), (12, _S.IN_TRANSIT, None))),
    (5, ((5, _S.PICKED_UP, None), (1, _S.TROUBLE, None))),
    (6, ((6, _S.PICKED_UP, None), (1, _S.REJECTED, None))),
    (9, ((9, _S.PICKED_UP, None), (3, _S.RETURNING, None), (1, _S.RETURNED, None))),
    (5, ((5, _S.PICKED_UP, None), (0, _S.SIGNED, SignedBy.OTHER))),
    (4, ((4, _S.PICKED_UP, None), (1, _S.SIGNED, SignedBy.LOCKER))),
    (12, ((12, _S.PICKED_UP, None), (2, _S.LOST, None))),
)


def stock(office: Office, number: int, calm: int = 9) -> list[str]:
    """So many parcels, one in `calm` + 1 with a trouble; their numbers, the oldest last told."""
    numbers, acts = [], []
    for n in range(number):
        name = f"{office.station.hall}-20261101-A07-K{n + 1:04d}"
        numbers.append(name)
        acts += _parcel(office.now(), name, n, n // (calm + 1) if n % (calm + 1) == 0 else None)
    with office.store.journal.transaction():
        for start in range(0, len(acts), 500):
            office.store.journal.append(acts[start : start + 500], CLERK.code)
    return numbers


def _parcel(now: datetime, name: str, n: int, trouble: int | None) -> list[Act]:
    ways = WAYS if trouble is None else TROUBLED
    begun, steps = ways[(n if trouble is None else trouble) % len(ways)]
    entity = f"shipment:{name}"
    at = now - timedelta(days=begun, minutes=n % 300 + 30)
    mixed = n + n // (len(ways) + 1)
    inbound = mixed % 5 == 3
    person = Address(
        name=NAMES[n % len(NAMES)], phone="13800138000", city=CITIES[mixed % len(CITIES)]
    )
    hall = Address(name="经开区政务服务中心", city="北京")
    case = f"KFQ-20261020-A07-{n % 400 + 1:04d}"
    kind = ContentKind.MATERIAL if inbound else ContentKind.LICENCE
    made = ShipmentCreated(
        direction=Direction.INBOUND if inbound else Direction.OUTBOUND,
        carrier=CARRIERS[n % len(CARRIERS)] if inbound else "ems",
        contents=(Content(case=case, kind=kind, key="result", name="食品经营许可证"),),
        waybill=f"11{n + 10_000_000_000}",
        sender=person if inbound else hall,
        receiver=hall if inbound else person,
    )
    acts = [Act(entity=entity, payload=made, subject=entity, happened_at=at)]
    for days, stage, by in steps:
        told = ShipmentMoved(stage=stage, signed_by=by, source="kuaidi100")
        when = now - timedelta(days=days, minutes=n % 300)
        acts.append(Act(entity=entity, payload=told, subject=entity, happened_at=when))
    return acts + _extra(now, entity, trouble)


def _extra(now: datetime, entity: str, trouble: int | None) -> list[Act]:
    """Of the troubled some were asked about, put off, or told in words nobody knows."""
    today = now.date()
    told: list[object] = []
    if trouble is None:
        return []
    if trouble % 27 == 1:
        on = today - timedelta(days=3)
        told.append(Complained(trouble=Trouble.STILL, on=on, due=today + timedelta(days=4)))
    if trouble % 27 == 10:
        on = today - timedelta(days=10)
        told.append(Complained(trouble=Trouble.STILL, on=on, due=today - timedelta(days=3)))
    if trouble % 27 == 4:
        until = today + timedelta(days=2)
        told.append(FollowedUp(trouble=Trouble.REJECTED, until=until, said="出差，后天再送"))
    if trouble % 9 == 0 and trouble % 2:
        event = TrackEvent(at=now - timedelta(hours=5), code="9999")
        told.append(
            ShipmentTracked(source="kuaidi100", asked_at=now, events=(event,), texts=("？",))
        )
    at = now - timedelta(minutes=20)
    return [Act(entity=entity, payload=one, subject=entity, happened_at=at) for one in told]
