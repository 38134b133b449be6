"""日结单 and 交班单 as a busy day leaves them."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.supervision.closing.checks import Carried, Check
from desktop.domain.supervision.closing.entries import DayClosed, Held, Holding, ShiftHandedOver
from desktop.domain.supervision.closing.facts import ClosingFacts
from desktop.domain.supervision.closing.figures import Tally
from tests.documents import reading
from tests.documents.samples import ISSUER

DAY, BEFORE = date(2026, 11, 23), date(2026, 11, 20)
NAMES = (("0712", "王小满"), ("0713", "欧阳建国"), ("0700", "赵一鸣"))
_CASE = "KFQ-20261123-A07-0001"
CARRIED = (
    Carried(check=Check.DRAFT, key="d1", name="食品经营许可（新办）", since=DAY, reason="等申请人补材料",
            first_on=DAY, clerk="0712"),
    Carried(check=Check.PRINT, key=f"{_CASE}-SL1", name="SL", since=DAY, reason="打印机故障，明日补打",
            first_on=DAY, clerk="0713"),
    Carried(check=Check.INTAKE, key="KFQ-20261120-A07-0003", name="人力资源服务许可（设立）",
            since=BEFORE, reason="等承办机构意见", first_on=BEFORE, clerk="0712"),
    Carried(check=Check.PARCEL, key="KFQ-20261123-A07-K0002", name="1136281300019", since=DAY,
            reason="承运人未来揽收", first_on=DAY, clerk="0712"),
    Carried(check=Check.PICKUP, key="KFQ-20261123-A07-K0003", name="", since=DAY, first_on=DAY),
    Carried(check=Check.PIECE, key="KFQ-20261120-A07-P0004", name="营业执照（正本）", since=BEFORE,
            reason="已约申请人来取", first_on=DAY, clerk="0712"),
    Carried(check=Check.UNSENT, key="A07", name="213", since=DAY, reason="网络中断", first_on=DAY),
    Carried(check=Check.EXPORT, key="2026-11-23", name="找不到文件夹 D:\\日志。请接好移动盘或连上共享。",
            since=DAY, reason="明日自动补导", first_on=DAY),
)  # fmt: skip
CLOSED = DayClosed(
    hall="KFQ", day=DAY, paper="KFQ-20261123-A07-RJ2", ordinal=2, cleared=3, carried=CARRIED,
    tallies=(
        Tally(clerk="0712", window="7", numbers=(31, 18, 9, 2, 3, 1, 12, 15, 20, 4)),
        Tally(clerk="0713", window="8", numbers=(126, 90, 0, 0, 11, 0, 0, 7, 0, 12)),
        Tally(clerk="0700", window="", numbers=(0, 0, 0, 0, 0, 0, 2, 1, 0, 0)),
    ),
)  # fmt: skip
OVER = ShiftHandedOver(
    giver="0712", to="0713", paper="KFQ-20261123-A07-JB1", window="7", note="窗口钥匙一把",
    lines=(
        Held(holding=Holding.DRAFT, key="d1", name="食品经营许可（新办）", since=DAY),
        Held(holding=Holding.CASE, key=_CASE, name="人力资源服务许可（设立）", since=BEFORE),
        Held(holding=Holding.PIECE, key="KFQ-20261120-A07-P0004", name="营业执照（正本）", since=DAY),
        Held(holding=Holding.PRINT, key=f"{_CASE}-SL1", name="SL", since=DAY),
        Held(holding=Holding.PARCEL, key="KFQ-20261123-A07-K0002", name="1136281300019", since=DAY),
    ),
)  # fmt: skip
DAY_SHEET = PaperFacts(
    kind=PaperKind.DAY_CLOSING, number=CLOSED.paper, issued_at="2026-11-23T17:21:00+08:00",
    issuer=ISSUER, closing=ClosingFacts(names=NAMES, day=CLOSED),
)  # fmt: skip
SHIFT_SHEET = PaperFacts(
    kind=PaperKind.SHIFT, number=OVER.paper, issued_at="2026-11-23T17:25:00+08:00", issuer=ISSUER,
    copies=2, closing=ClosingFacts(names=NAMES, shift=OVER),
)  # fmt: skip


def flat(pdf: bytes) -> str:
    """The text without blanks: where a cell breaks its lines is another matter."""
    return re.sub(r"\s", "", reading.text(pdf))
