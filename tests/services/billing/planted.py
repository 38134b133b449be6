"""A month of parcels handed over, and a bill with errors of every kind planted in it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Address, Content, ShipmentCreated
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.identity.party import Party
from desktop.services.cases import acts
from desktop.services.courier import handover, shipments
from desktop.services.office import Office
from tests.offices import CLERK, Clock, whole

MONTH = "2026-11"
HEAD = ("序号", "邮件号", "收寄日期", "寄达地", "计费重量（kg）", "总资费（元）")
OWNER = Party(name="李晓敏", id_number="11010519491231002X", phone="13800138021", address="一号")


@dataclass(slots=True)
class Month:
    """Parcels by waybill; the clock stands at the end of November 2026."""

    office: Office
    clock: Clock

    def parcel(
        self, waybill: str, grams: int = 500, city: str = "北京市", cases: Sequence[str] = (),
        carrier: str = "ems",
    ) -> str:  # fmt: skip
        told = ShipmentCreated(
            direction=Direction.OUTBOUND, carrier=carrier, waybill=waybill, weight=grams,
            contents=tuple(
                Content(case=case, kind=ContentKind.LICENCE, key="result", name="许可证")
                for case in cases
            ),
            receiver=Address(name="李晓敏", phone="13800138021", city=city, street="荣华路 1 号"),
        )  # fmt: skip
        return shipments.create(self.office, CLERK, told).shipment.number

    def hand_over(
        self, *numbers: str, day: int = 10, month: int = 11, carrier: str = "ems"
    ) -> None:
        self.clock.at = datetime(2026, month, day, 16, 0, tzinfo=BEIJING)
        handover.hand_over(self.office, CLERK, carrier, numbers, courier="77")

    def case(self, item: str = "SP01") -> str:
        return acts.finish(self.office, CLERK, whole(self.office, item)).case.number

    def cancelled(self, waybill: str) -> str:
        number = self.parcel(waybill)
        shipments.move(self.office, CLERK, number, ShipmentStage.CANCELLED)
        return number


def planted(month: Month) -> None:
    """EA…01 to 03 agree, the third one holds papers of three cases; the others each err."""
    month.clock.at = datetime(2026, 10, 20, 9, 0, tzinfo=BEIJING)
    old = month.parcel("EA00000011")
    month.hand_over(old, day=20, month=10)
    month.clock.at = datetime(2026, 11, 3, 9, 0, tzinfo=BEIJING)
    three = [month.case(), month.case(), month.case("SP07")]
    numbers = [
        month.parcel("EA00000001"),
        month.parcel("EA00000002", 1500, "河北省"),
        month.parcel("EA00000003", 800, cases=three),
        month.parcel("EA00000004"),
        month.parcel("EA00000005", 900),
        month.parcel("EA00000006"),
        month.parcel("EA00000007"),
    ]
    month.cancelled("EA00000009")
    month.parcel("SF00000001", carrier="shunfeng")
    month.hand_over(*numbers)
    month.clock.at = datetime(2026, 12, 2, 9, 0, tzinfo=BEIJING)


LINES: tuple[tuple[str, ...], ...] = (
    ("1", "EA00000001", "2026-11-10", "北京市", "0.5", "10.00"),
    ("2", "EA00000002", "2026-11-10", "河北省石家庄市", "1.5", "16.00"),
    ("3", "EA00000003", "2026-11-11", "北京市", "1", "10.00"),
    ("4", "EA00000004", "2026-11-10", "北京市", "0.5", "13.50"),
    ("5", "EA00000005", "2026-11-10", "北京市", "2.9", "14.00"),
    ("6", "EA00000006", "2026-11-10", "北京市", "0.5", "10.00"),
    ("7", "EA00000006", "2026-11-12", "北京市", "0.5", "10.00"),
    ("8", "EA00000008", "2026-11-15", "天津市", "0.7", "12.00"),
    ("9", "EA00000009", "2026-11-15", "北京市", "0.7", "10.00"),
    ("10", "EA00000010", "2026-10-31", "北京市", "0.7", "10.00"),
    ("11", "EA00000011", "2026-11-12", "北京市", "0.5", "10.00"),
)
TOTAL = "125.50"
FOUND = {
    "matched": ["EA00000001", "EA00000002", "EA00000003", "EA00000006"],
    "amount_differs": ["EA00000004"],
    "weight_differs": ["EA00000005"],
    "ours_only": ["EA00000007"],
    "bill_only": ["EA00000008", "EA00000009"],
    "duplicate": ["EA00000006"],
    "other_month": ["EA00000010", "EA00000011"],
}


def write_bill(
    path: Path,
    lines: Sequence[Sequence[str]] = LINES,
    total: str = TOTAL,
    encoding: str = "gb18030",
) -> Path:
    """A CSV as carriers send it: a title, the labels, the lines, a total, a signature."""
    with path.open("w", encoding=encoding, newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["客户账单", "", "", "", "", ""])
        rows.writerow(HEAD)
        rows.writerows(lines)
        rows.writerow(["合计", "", "", "", "", total])
        rows.writerow(["制表：客服部", "", "", "", "", ""])
    return path
