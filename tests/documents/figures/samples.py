"""An invented board and an invented month, as full as a page may have to hold."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.figures.board import Board, Column, month_starts
from desktop.domain.supervision.figures.figure import Figure, Waiting
from desktop.domain.supervision.figures.month import MonthReport, MonthRow
from desktop.domain.supervision.figures.rows import DueDays, Saved, Sent, Slice

DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 17, 2, tzinfo=BEIJING)


def counts(n: int) -> dict[Figure, int]:
    return {
        Figure.RECEIVED: n,
        Figure.ACCEPTED: n * 9 // 10,
        Figure.SETTLED: n // 5,
        Figure.CLOSED: n * 7 // 10,
        Figure.RETURNED: n // 12,
        Figure.CORRECTED: n // 8,
        Figure.ON_TIME: n * 6 // 10,
        Figure.LATE: n // 50,
    }


def board(windows: int = 9, halls: int = 30, hall: str = "经开区政务服务中心") -> Board:
    return Board(
        wanted=Slice(first=DAY, last=DAY),
        hall_name=hall,
        narrowed="",
        made_at=AT,
        due=DueDays(DAY, *(DAY + timedelta(days=n) for n in (1, 3, 7))),
        counts=counts(240),
        hours={
            (f"{hour:02}", str(window)): (hour * window) % 7 + 1
            for hour in range(9, 17)
            for window in range(1, windows + 1)
        },
        waiting={one: n * 7 for n, one in enumerate(Waiting, 1)},
        saved=(
            Saved(Measure.MATERIALS, "", 80, 800, 512),
            Saved(Measure.VISITS, "", 80, 160, 91),
            Saved(Measure.DAYS, "工作日", 44, 880, 402),
        ),
        sent=tuple(Sent(one, n * 3, n * 1234) for n, one in enumerate(ShipmentStage, 1)),
        months=tuple(
            Column(key=f"{one:%Y-%m}", name="", counts=counts(200 * n))
            for n, one in enumerate(month_starts(DAY))
        ),
        halls=tuple(
            Column(key=f"H{n}", name=f"第 {n} 分厅", counts=counts(n * 11)) for n in range(halls)
        ),
    )


def report(
    items: int = 12,
    name: str = "食品经营许可（新办，餐饮服务和食品销售同时经营的）",
    several: bool = False,
) -> MonthReport:
    organs = ("北京经济技术开发区市场监督管理局", "行政审批局")
    return MonthReport(
        first=date(2026, 11, 1),
        hall="经开区政务服务中心",
        halls=(),
        made_at=AT,
        made_by="赵一鸣（0700）",
        rows=tuple(
            MonthRow(organ=organ, item=f"SP{n:02}", name=name, counts=counts(n * 7))
            for organ in organs
            for n in range(items)
        ),
        several=several,
    )
