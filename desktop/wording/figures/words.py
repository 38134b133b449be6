"""What the figures are called, how they are counted, and how numbers are written."""

from __future__ import annotations

from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.figures.board import Board
from desktop.domain.supervision.figures.figure import MONTHLY, Figure, Waiting
from desktop.domain.supervision.figures.month import MonthReport
from desktop.domain.supervision.figures.rates import Rate
from desktop.domain.supervision.figures.rows import Saved, Slice
from desktop.wording import _
from desktop.wording.guidance.savings import MEASURES, UNITS
from desktop.wording.papers import day_text, moment_text

FIGURES: dict[Figure, str] = {
    Figure.RECEIVED: _("收件"),
    Figure.ACCEPTED: _("受理"),
    Figure.SETTLED: _("当场办结"),
    Figure.CORRECTED: _("补正"),
    Figure.DECIDED: _("决定"),
    Figure.ON_TIME: _("按时"),
    Figure.LATE: _("超期"),
    Figure.CLOSED: _("办结"),
    Figure.RETURNED: _("退件"),
}
WAITING: dict[Waiting, str] = {
    Waiting.OVERDUE: _("已超期"),
    Waiting.TODAY: _("今天到期"),
    Waiting.ONE: _("1 个工作日内"),
    Waiting.THREE: _("2–3 个工作日"),
    Waiting.FIVE: _("4–5 个工作日"),
    Waiting.LATER: _("5 个工作日后"),
    Waiting.PAUSED: _("暂停计时"),
    Waiting.NONE: _("没有期限"),
}
OPEN = _("在办")
RATE = _("按时率")
NOTHING = "—"
"""Where there is nothing to divide."""

RULES: tuple[str, ...] = (
    _("按发生时刻归日（北京时间），补录的也归发生那一天；同一办件在一项里只计一次。"),
    _(
        "受理含当场办结；撤销受理后不再计入，转办为新办件的计在新办件上。办结为首次送达或当场办结。补正只计首次告知。"
    ),
    _(
        "退件＝不予受理＋申请人撤回＋终止。转办生成的新办件不再计收件；转交其他机关的既不计办结，也不计退件。"
    ),
    _("按时率＝按时÷（按时＋超期），只看已作决定、有期限的：有核定承诺的按承诺，否则按法定期限。"),
    _("大厅以行为发生时办件所属的为准，窗口以收件窗口为准；事后更正、撤销的，各月数字随之更新。"),
)
ALL_HALLS = _("全部大厅")
ORGAN, ITEM, NAME = _("机关"), _("事项编号"), _("事项")
SUBTOTAL, TOTAL = _("小计"), _("合计")
NO_ORGAN = _("（目录中已没有这个事项）")
MONTH_HEADS: tuple[str, ...] = (
    ORGAN, ITEM, NAME, *(FIGURES[one] for one in MONTHLY), RATE,
)  # fmt: skip


def rate_text(rate: Rate) -> str:
    """`98.5%`; a dash where nothing was decided."""
    per_mille = rate.per_mille
    if per_mille is None:
        return NOTHING
    return "100%" if per_mille == 1000 else f"{per_mille / 10:.1f}%"


def rate_of(rate: Rate) -> str:
    """`98.5%（197 / 200）`: a rate says what it divides by."""
    return f"{rate_text(rate)}（{rate.part} / {rate.of}）" if rate.of else NOTHING


def money(fen: int) -> str:
    """`1,234.50 元`."""
    return _("{yuan} 元").format(yuan=f"{fen // 100:,}.{fen % 100:02}")


def window_text(window: str) -> str:
    """`7 号窗口`; a window that nobody named is said to be none."""
    return _("{n} 号窗口").format(n=window) if window else _("未记窗口")


def hour_text(hour: str) -> str:
    """`9 时`."""
    return _("{n} 时").format(n=int(hour))


def month_text(key: str) -> str:
    """`2026-11` as `11 月`; the year stands in the head."""
    return _("{n} 月").format(n=int(key[5:7]))


def days_text(wanted: Slice) -> str:
    """`2026年11月1日 至 2026年11月24日`; one day is said once."""
    if wanted.first == wanted.last:
        return day_text(wanted.first)
    return day_text(wanted.first) + _(" 至 ") + day_text(wanted.last)


def saved_name(one: Saved) -> str:
    """`时限（工作日）`: days are added up by their unit alone."""
    name = MEASURES[one.measure]
    return f"{name}（{one.unit}）" if one.measure is Measure.DAYS else name


def saved_text(one: Saved) -> str:
    """`减 150 项　400 → 250`."""
    unit = one.unit if one.measure is Measure.DAYS else UNITS[one.measure]
    told = _("减 {saved} {unit}　{before} → {after}")
    return told.format(saved=one.saved, unit=unit, before=one.before, after=one.after)


def board_title(board: Board) -> str:
    """`经开区政务服务中心 看板　2026年11月24日`; one that counts several halls says so."""
    hall = board.narrowed or (ALL_HALLS if len(board.halls) > 1 else board.hall_name)
    return _("{hall} 看板　{days}").format(hall=hall, days=days_text(board.wanted))


def made_text(board: Board) -> str:
    """When it was made, and of which day what waits is."""
    return _("{at} 的数字；在办和到期以当天为准").format(at=moment_text(board.made_at))


def report_title(report: MonthReport) -> str:
    """`经开区政务服务中心 月报　2026年11月`; narrowed to halls it says which."""
    halls = "、".join(report.halls) or (ALL_HALLS if report.several else report.hall)
    return _("{hall} 月报　{year}年{month}月").format(
        hall=halls, year=report.first.year, month=report.first.month
    )


def report_made(report: MonthReport) -> str:
    """Who made it, when."""
    return _("{who}　{at} 生成").format(who=report.made_by, at=moment_text(report.made_at))
