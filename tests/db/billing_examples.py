"""Examples of what the journal says of bills and tariffs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop.domain.billing import entries as billing
from desktop.domain.billing.bill import BillLine, pieces
from desktop.domain.billing.verdicts import Verdict
from desktop.domain.trust.entry import Act

LINES = (
    BillLine(
        row=2, waybill="EA123456785CN", amount=Decimal("12.00"), day=date(2026, 11, 3), grams=500,
        place="北京市",
    ),
    BillLine(row=3, waybill="EA123456785CN", amount=Decimal("12.00"), nth=2),
)  # fmt: skip
IMPORTED = billing.BillImported(
    carrier="ems", month="2026-11", file="账单.xlsx", sha256="00" * 32, lines=2, total="24.00",
    stated="24.00",
)  # fmt: skip
PIECE = billing.BilledLines(sha256="00" * 32, piece=1, pieces=1, content=pieces(LINES)[0])
DISPUTED = billing.BillDisputed(
    lines=(
        billing.DisputedLine(key="EA123456785CN#2", verdict=Verdict.DUPLICATE, claimed="12.00"),
    ),
    reason="同一运单收了两次",
)
CREDITED = billing.BillCredited(
    keys=("EA123456785CN#2",), amounts=("12.00",), accepted=False, reason="", document="退 1"
)
SIGNED_OFF = billing.BillSignedOff(
    sha256="00" * 32, total="24.00", withheld="0", credited="12.00", payable="12.00",
    paper="KFQ-20261123-A01-D0001", representative="钱某",
)  # fmt: skip
TARIFF = billing.TariffPublished(
    carrier="ems", valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31), source="合同 1 号",
    content='{"source":"合同 1 号"}',
)  # fmt: skip
PAYLOADS = (IMPORTED, PIECE, DISPUTED, CREDITED, SIGNED_OFF, TARIFF)
ACTS = (
    Act(entity="bill_lines:ems:2026-11", payload=PIECE),
    Act(entity="bill:ems:2026-11", payload=IMPORTED),
    Act(entity="bill:ems:2026-11", payload=DISPUTED),
    Act(entity="tariff:ems:2026-01-01", payload=TARIFF),
)
