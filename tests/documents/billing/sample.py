"""A month of EMS with one line of every verdict, some of them decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from desktop.domain.billing.account import Account, Dispute
from desktop.domain.billing.bill import Bill, BillLine
from desktop.domain.billing.entries import BillImported
from desktop.domain.billing.facts import BillingFacts, facts_of
from desktop.domain.billing.matching import Known, reconcile
from desktop.domain.billing.rows import CaseInside, Row, Sent
from desktop.domain.billing.tariff import Tariff
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.steps import ShipmentStage
from desktop.services.billing.terms import load_terms
from resources import ROOT
from tests.documents.samples import ISSUER

DAY = date(2026, 11, 10)
FOOD = CaseInside("KFQ-20261110-A07-0001", "SP01", "食品经营许可（新办）")
SHOP = CaseInside("KFQ-20261110-A07-0002", "SP07", "小餐饮店许可")
TARIFF: Tariff = load_terms(ROOT / "courier").shipped[0]


def line(row: int, waybill: str, amount: str, grams: int = 500, **more: object) -> BillLine:
    told = BillLine(
        row=row, waybill=waybill, amount=Decimal(amount), day=DAY, grams=grams, place="北京市"
    )
    return replace(told, **more)  # type: ignore[arg-type]


def sent(waybill: str, grams: int = 500, **more: object) -> Sent:
    told = Sent(
        shipment=f"KFQ-20261110-A07-K{waybill[-4:]}", waybill=waybill, grams=grams, sent_on=DAY,
        direction=Direction.OUTBOUND, stage=ShipmentStage.SIGNED, place="北京市", cases=(FOOD,),
    )  # fmt: skip
    return replace(told, **more)  # type: ignore[arg-type]


LINES = (
    *(line(row, f"11362813{row:05}", "10.00") for row in range(3, 15)),
    line(15, "1136281300015", "13.50"),
    line(16, "1136281300016", "14.00", 2900),
    line(17, "1136281300014", "10.00", nth=2),
    line(18, "1136281300018", "12.00", place="天津市"),
    line(19, "1136281300019", "10.00", day=date(2026, 10, 31)),
)
PARCELS = (
    *(sent(f"11362813{row:05}") for row in range(3, 14)),
    sent("1136281300014", cases=(FOOD, SHOP)),
    sent("1136281300015", direction=Direction.INBOUND),
    sent("1136281300016", 900),
    sent("1136281300020"),
)
BILL = Bill(
    carrier="ems", month="2026-11", file="经开区政务服务中心 2026 年 11 月结算单.xlsx",
    sha256="5f2d" * 16, lines=LINES, stated=Decimal("180.00"),
)  # fmt: skip
ROWS: tuple[Row, ...] = reconcile(BILL, Known(sent=PARCELS), TARIFF)


def _dispute(key: str, claimed: str, **more: object) -> Dispute:
    at = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
    told = Dispute(key=key, verdict=None, claimed=Decimal(claimed), reason="", at=at)
    return replace(told, **more)  # type: ignore[arg-type]


ACCOUNT = Account(
    id="ems:2026-11", imported_at=datetime(2026, 12, 1, 9, 0, tzinfo=UTC), by="0700",
    told=BillImported(
        carrier="ems", month="2026-11", file=BILL.file, sha256=BILL.sha256, lines=len(LINES),
        total=str(BILL.total), stated="180.00",
    ),
    disputes={
        "1136281300014#2": _dispute(
            "1136281300014#2", "10.00", settled=True, credited=Decimal("10.00")
        ),
        "1136281300015": _dispute("1136281300015", "3.50"),
        "1136281300016": _dispute("1136281300016", "4.00", settled=True, accepted=True),
    },
)  # fmt: skip
FACTS: BillingFacts = facts_of(BILL, ROWS, TARIFF, ACCOUNT, "钱某")
RECONCILIATION = PaperFacts(
    kind=PaperKind.RECONCILIATION, number="KFQ-20261123-A07-D0001",
    issued_at="2026-11-23T10:21:00+08:00", issuer=ISSUER, billing=FACTS, copies=2,
)  # fmt: skip
