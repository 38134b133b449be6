"""看板 as panels: what each mark is called, what number stands on it, what it opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop.domain.supervision.figures.behind import (
    CasesBehind,
    OpenBehind,
    SavedBehind,
    SentBehind,
)
from desktop.domain.supervision.figures.board import TOLD, Board
from desktop.domain.supervision.figures.board import Column as Told
from desktop.domain.supervision.figures.figure import Figure, Waiting
from desktop.domain.supervision.figures.month import Counts, last_of
from desktop.domain.supervision.figures.panels import (
    Bars,
    Grid,
    Line,
    Mark,
    Panel,
    Stack,
    Stacks,
    Tiles,
)
from desktop.domain.supervision.figures.rates import on_time
from desktop.domain.supervision.figures.rows import Saved, Slice
from desktop.wording import _
from desktop.wording.figures import words
from desktop.wording.figures.words import FIGURES, WAITING
from desktop.wording.labels import label

APART = 5
"""Windows that have a series of their own; the others share one."""
TONES = {Waiting.OVERDUE: "bad", Waiting.TODAY: "warn", Waiting.ONE: "warn"}


def panels(board: Board) -> tuple[Panel, ...]:
    """In the order of reading."""
    return (
        figures(board), hours(board), waiting(board), saved(board), sent(board), months(board),
        halls(board),
    )  # fmt: skip


def figures(board: Board) -> Tiles:
    """The range's figures, 按时率, and what is in work today."""
    overdue = board.waiting.get(Waiting.OVERDUE, 0)
    return Tiles(
        title=words.days_text(board.wanted),
        note=words.made_text(board),
        marks=(
            *figure_marks(board.counts, board.wanted),
            _waiting_mark(board, None, words.OPEN, board.open),
            _waiting_mark(board, Waiting.OVERDUE, WAITING[Waiting.OVERDUE], overdue),
        ),
    )


def figure_marks(counts: Counts, wanted: Slice, where: str = "") -> tuple[Mark, ...]:
    """The figures of the board with 按时率, of one slice."""
    return (
        *(figure_mark(one, counts, wanted, where) for one in TOLD),
        rate_mark(counts, wanted, where),
    )


def figure_mark(figure: Figure, counts: Counts, wanted: Slice, where: str = "") -> Mark:
    number, name = counts.get(figure, 0), FIGURES[figure]
    told = _("{where}{name} {n} 件").format(where=_before(where), name=name, n=number)
    behind = CasesBehind(replace(wanted, figure=figure))
    return Mark(name, f"{number:,}", number, behind, told)


def rate_mark(counts: Counts, wanted: Slice, where: str = "") -> Mark:
    """Behind the rate stand those that were late: the others are what 按时 opens."""
    rate = on_time(counts)
    told = _("{where}{name} {rate}，打开看超期的 {n} 件").format(
        where=_before(where), name=words.RATE, rate=words.rate_of(rate), n=rate.of - rate.part
    )
    size = rate.per_mille or 0
    behind = CasesBehind(replace(wanted, figure=Figure.LATE))
    return Mark(words.RATE, words.rate_text(rate), size, behind, told)


def hours(board: Board) -> Stacks:
    """收件 by hour of the day, the busiest windows apart."""
    busy = sorted(
        board.windows,
        key=lambda one: -sum(n for (_hour, window), n in board.hours.items() if window == one),
    )
    own, rest = sorted(busy[:APART], key=board.windows.index), busy[APART:]
    series = [frozenset({one}) for one in own] + ([frozenset(rest)] if rest else [])
    names = [words.window_text(one) for one in own]
    names += [_("其他 {n} 个窗口").format(n=len(rest))] if rest else []
    stacks = tuple(
        Stack(words.hour_text(hour), tuple(_hour_marks(board, hour, series, names)))
        for hour in board.clock
    )
    note = _("收件 {n} 件，按时段、按窗口").format(n=sum(board.hours.values()))
    return Stacks(title=_("时段"), names=tuple(names), stacks=stacks, note=note)


def _hour_marks(
    board: Board, hour: str, series: list[frozenset[str]], names: list[str]
) -> Iterable[Mark]:
    for at, (among, name) in enumerate(zip(series, names, strict=True)):
        number = sum(board.hours.get((hour, window), 0) for window in among)
        if number:
            wanted = replace(board.wanted, figure=Figure.RECEIVED, hour=hour, windows=among)
            told = _("{hour}　{window}　收件 {n} 件").format(
                hour=words.hour_text(hour), window=name, n=number
            )
            yield Mark(name, f"{number:,}", number, CasesBehind(wanted), told, series=at)


def waiting(board: Board) -> Bars:
    """Every case in work stands in one bar."""
    return Bars(
        title=_("到期"),
        note=_("在办 {n} 件，各按本厅最近要办的一天").format(n=board.open),
        marks=tuple(
            _waiting_mark(board, one, WAITING[one], board.waiting.get(one, 0)) for one in Waiting
        ),
    )


def _waiting_mark(board: Board, one: Waiting | None, name: str, number: int) -> Mark:
    told = _("{name} {n} 件").format(name=name, n=number)
    tone = TONES.get(one, "") if one and number else ""
    behind = OpenBehind(board.due, board.wanted.halls, one)
    return Mark(name, f"{number:,}", number, behind, told, tone)


def saved(board: Board) -> Bars:
    """A bar is the share of what was asked before; units do not add up."""
    return Bars(
        title=_("减免"),
        note=_("按受理日；条长是减去的占原来的比例"),
        marks=tuple(_saved_mark(board.wanted, one) for one in board.saved),
        most=1000,
    )


def _saved_mark(wanted: Slice, one: Saved) -> Mark:
    share = max(0, one.saved) * 1000 // one.before if one.before else 0
    name, number = words.saved_name(one), words.saved_text(one)
    told = _("{name}　{number}　{n} 件").format(name=name, number=number, n=one.cases)
    return Mark(name, number, share, SavedBehind(wanted, one.measure, one.unit), told)


def sent(board: Board) -> Bars:
    """Parcels by where they are now, with what they are estimated to cost."""
    number, fen = sum(one.number for one in board.sent), sum(one.fen for one in board.sent)
    marks = []
    for one in board.sent:
        name = label(one.stage)
        text = _("{n} 件　{money}").format(n=one.number, money=words.money(one.fen))
        told = f"{name}　{text}"
        marks.append(Mark(name, text, one.number, SentBehind(board.wanted, one.stage), told))
    total = _("新建快递单（含寄入）{n} 件，预计费用 {money}，由本厅付").format(
        n=number, money=words.money(fen)
    )
    return Bars(title=_("快递"), note=total, marks=tuple(marks))


def months(board: Board) -> Grid:
    """Whole months, whatever the range."""
    starts = [(one, _month_slice(board.wanted, one.key)) for one in board.months]
    return _grid(
        _("逐月"), _("整月的数字"), [(words.month_text(m.key), m, wanted) for m, wanted in starts]
    )


def halls(board: Board) -> Grid:
    """The range's figures, hall by hall."""
    told = [
        (one.name, one, replace(board.wanted, halls=frozenset({one.key}))) for one in board.halls
    ]
    return _grid(_("各厅"), words.days_text(board.wanted), told)


def _grid(title: str, note: str, told: Iterable[tuple[str, Told, Slice]]) -> Grid:
    return Grid(
        title=title,
        note=note,
        heads=(*(FIGURES[one] for one in TOLD), words.RATE),
        lines=tuple(
            Line(name, figure_marks(one.counts, wanted, name)) for name, one, wanted in told
        ),
    )


def _month_slice(wanted: Slice, key: str) -> Slice:
    first = date(int(key[:4]), int(key[5:7]), 1)
    return replace(wanted, first=first, last=last_of(first))


def _before(where: str) -> str:
    return f"{where}　" if where else ""
