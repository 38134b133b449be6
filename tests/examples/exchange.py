"""Invented examples of entries of halls together."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from desktop.domain.exchange import entries as exchange

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
)
