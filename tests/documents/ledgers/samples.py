"""Log rows of invented people, with everything a spreadsheet might mistake for a formula."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop.domain.cases.entries import CaseAccepted, CaseWithdrawn, Term
from desktop.domain.days import BEIJING
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import ChainHead, LogRow

AT = datetime(2026, 11, 23, 10, 14, 5, tzinfo=BEIJING)
FIGURES = (
    Figure(by=By.ROWS, key="", count=30),
    Figure(by=By.ACT, key="case.accepted", count=20),
    Figure(by=By.ACT, key="case.withdrawn", count=10),
    Figure(by=By.CLERK, key="=1+1", count=30),
)
HEADING = LedgerHeading(
    figures=FIGURES,
    hall="经开区政务服务中心",
    first=date(2026, 11, 23),
    last=date(2026, 11, 24),
    exported_at=datetime(2026, 11, 24, 17, 0, tzinfo=BEIJING),
    exported_by="王敏（1007）",
    personal=False,
    heads=(
        ChainHead(device="A07", seq=10_000, hash="ab" * 32),
        ChainHead(device="B01", seq=7, hash="cd" * 32),
    ),
)
ROW = LogRow(
    happened_at=AT,
    recorded_at=AT + timedelta(hours=1),
    late=True,
    hall="KFQ",
    window="A07",
    clerk="王敏",
    kind="case.accepted",
    case="KFQ-20261123-A07-0001",
    item_name="食品经营许可（新办）",
    applicant="䶮*𬭎",
    applicant_id="**************002X",
    payload=CaseAccepted(
        accepted_on=date(2026, 11, 23),
        statutory=Term(value=20, unit="工作日", due=date(2026, 12, 21)),
    ),
    device="A07",
    seq=1,
)
EVIL = ("=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", " =2", "＝HYPERLINK(1)", "http://a.cn")


def rows(count: int) -> Iterator[LogRow]:
    """So many rows, one by one; every ninth clerk is called like a formula."""
    for number in range(1, count + 1):
        payload = CaseWithdrawn(reason=EVIL[number % len(EVIL)])
        odd = replace(ROW, kind="case.withdrawn", payload=payload, clerk=EVIL[number % len(EVIL)])
        yield replace(odd if number % 3 == 0 else ROW, seq=number)
