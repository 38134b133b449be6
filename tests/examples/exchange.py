"""Invented examples of entries of halls together."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from desktop.domain.exchange import entries as exchange
from desktop.domain.exchange import handing
from desktop.domain.halls import entries as halls

_AT = datetime(2026, 11, 24, 16, 5, tzinfo=timezone(timedelta(hours=8)))

PAYLOADS: tuple[Any, ...] = (
    exchange.HubJoined(hub="00ff00ff00ff00ff", hall="RC1", hall_name="荣昌分厅", device="R01"),
    exchange.CodeIssued(hall="RC1", hall_name="荣昌分厅", until=_AT),
    exchange.DeviceRevoked(device="R01", reason="电脑丢失"),
    exchange.DeviceRenewed(device="R01R4KX", follows="R01", entries=12, numbers=3),
    exchange.NumberReplaced(number="RC1-20261124-R01R4KX-0001", printed="RC1-20261124-R01-0007"),
    exchange.OrderRetold(hall="KFQ", place=900),
    exchange.BundleWritten(last=120, entries=40, recipients=("KFQ",), sha256="00" * 32),
    exchange.BundleTaken(device="R01", last=120, new=40, sha256="00" * 32),
    exchange.HubHealed(entries=312),
    exchange.DisagreementSettled(
        first="0" * 32, second="1" * 32, stands="0" * 32, done="已电话告知申请人", reason="先受理"
    ),
    halls.AloneRuleSet(halls=("RC1",)),
    handing.HandedToHall(
        sheet="RC1-20261124-R01-H0001",
        giver="RC1",
        hall="KFQ",
        hall_name="某中心",
        reason="场所在主厅辖区",
        materials=("申请表",),
        pieces=("RC1-20261124-R01-P0001",),
        subjects=("case:1",),
        due=date(2026, 12, 18),
        left=18,
        note="李䶮敏要求电话联系",
    ),
    handing.TakenFromHall(
        sheet="RC1-20261124-R01-H0001", giver="RC1", hall="KFQ", differences="少一页"
    ),
    handing.MaterialsCollected(
        hall="RC1",
        hall_name="荣昌分厅",
        batch="RC1-20261124-R01-B0001",
        materials=("租赁合同",),
        pieces=("RC1-20261124-R01-P0002",),
    ),
)
