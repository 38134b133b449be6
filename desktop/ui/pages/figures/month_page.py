"""月报: a month by organ and item; the chosen line's figures beneath; as a file with F9."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from desktop.domain.days.deadline import same_day
from desktop.domain.supervision.figures.month import MonthReport
from desktop.domain.supervision.figures.panels import Mark, Tiles
from desktop.services.ports import Progress
from desktop.services.supervision.figures import month
from desktop.services.supervision.places import make_room, safe
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.figures.charts.shapes import TilesChart
from desktop.ui.pages.figures.month_lines import COLUMNS, MonthLine, month_lines, month_tiles
from desktop.ui.pages.figures.paced import FRONT, ROWS, Paced
from desktop.ui.pages.papers.store import usual_folder
from desktop.ui.pages.room import Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.paths import FolderField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, row
from desktop.wording import _
from desktop.wording.figures.words import report_title

OFFERED = 36
"""Months to choose from: three years back; F6 and F7 go on from there."""
BOTTOM = Qt.AlignmentFlag.AlignBottom
FORMATS = {"xlsx": _("表格 XLSX"), "csv": _("文本 CSV"), "pdf": _("打印稿 PDF")}


class MonthPage(Paced):
    """For supervisors and chiefs; read in a worker."""

    topics = frozenset({Topic.CASES, Topic.ITEMS})
    context = Context.MONTH

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.first = desk.office.today().replace(day=1)
        self.months = Pick(_("月份"), self._offered())
        self.title = Elided(role="title")
        self.pane = RowsPane(
            COLUMNS, all_of(lambda: self._lines), lambda line: str(line.key), _("月报"),
            (_("这个月没有办件"), _("按 F6 看上一个月，按 F7 看下一个月。")),
        )  # fmt: skip
        self.tiles = TilesChart()
        self.chosen = Elided(role="heading")
        self.format = Pick(_("格式"), list(FORMATS.items()))
        self.place = FolderField(_("存到"), usual_folder())
        self.button = KeyButton("save_form", _("存为文件"), primary=True)
        self.report: MonthReport | None = None
        self._lines: list[MonthLine] = []
        self._build()
        self._connect()

    def verbs(self) -> Verbs:
        if self.stack.currentIndex() == ROWS:
            return {"open": self.behind.open_row}
        return {
            "open": self._open,
            "board": lambda: self.wanted.emit("board", ""),
            "month_before": partial(self.step, -1),
            "month_after": partial(self.step, 1),
            "save_form": self.save,
        }

    def enter(self) -> None:
        if self.stack.currentIndex() == ROWS:
            self.behind.take_focus()
        else:
            self.pane.take_focus()

    def step_back(self) -> bool:
        """Rows, then figures, then lines, then 日志."""
        if self.stack.currentIndex() == ROWS:
            self.stack.setCurrentIndex(FRONT)
            self.hinted.emit(self.hints())
            self.tiles.setFocus()
        elif self.tiles.hasFocus():
            self.pane.take_focus()
        else:
            self.wanted.emit("log", "")
        return True

    def step(self, months: int) -> None:
        """The month before, or after."""
        self._show_month(same_day(self.first, months))

    def save(self) -> None:
        """Written in a worker; where it went and its sha256 are told."""
        report = self.report
        if report is None:
            return
        office, format = self.desk.office, str(self.format.value)
        to = self.place.folder / f"{safe(report_title(report))}.{format}"

        def task(_report: Progress) -> str:
            make_room(to)
            return month.write(office, report, format, to)

        self.desk.work(task, partial(self._saved, to))

    def _saved(self, to: Path, digest: str) -> None:
        told = _("月报已存到 {path}，校验值 sha256 {sha}…。").format(path=to, sha=digest[:16])
        self.say(Tone.GOOD, told)

    def _build(self) -> None:
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = column(panel, margin=3)
        top = row(gap=2)
        top.addWidget(self.title, 1)
        self.others = [
            KeyButton("board", _("看板")),
            KeyButton("month_before", _("上月")),
            KeyButton("month_after", _("下月")),
        ]
        for widget in (*self.others, self.months, self.hall):
            top.addWidget(widget, 0, BOTTOM)
        inside.addLayout(top)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.chosen)
        inside.addWidget(self.tiles)
        inside.addLayout(self._foot())
        self.stack.addWidget(panel)
        self.stack.addWidget(self.behind)

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=2)
        foot.addWidget(self.format)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.button, 0, BOTTOM)
        inside = self.place.layout()
        if inside is not None:
            inside.setAlignment(self.place.change, BOTTOM)
        return foot

    def _connect(self) -> None:
        self.months.picked.connect(self._show_month)
        self.pane.looked_at.connect(self._looked)
        self.pane.opened.connect(lambda _line: self._open())
        self.tiles.opened.connect(self._open_mark)
        self.tiles.left.connect(lambda step: self.pane.take_focus() if step < 0 else None)
        self.button.clicked.connect(self.save)
        for button in self.others:
            button.clicked.connect(lambda _checked=False, verb=button.verb: self.verbs()[verb]())

    def _offered(self) -> list[tuple[date, str]]:
        now = self.desk.office.today().replace(day=1)
        months = {same_day(now, -n) for n in range(OFFERED)} | {self.first}
        return [
            (one, _("{y} 年 {m} 月").format(y=one.year, m=one.month))
            for one in sorted(months, reverse=True)
        ]

    def _show_month(self, first: date) -> None:
        self.first = first
        self.months.offer(self._offered())
        self.months.set_value(first)
        self._read()

    def _read(self) -> None:
        office, clerk, first = self.desk.office, self.desk.acting, self.first
        halls = self.halls
        asked = self._ask()

        def task(_report: Progress) -> MonthReport:
            with office.store.reader() as views:
                return month.month(office, clerk, views, first, halls)

        self.desk.work(task, lambda told: self._show(asked, halls, told))

    def _show(self, asked: int, halls: frozenset[str], told: MonthReport) -> None:
        if asked != self._asked:
            return
        at = QApplication.focusWidget()
        focused = self.report is None or (at is not None and self.pane.isAncestorOf(at))
        self.report, self._halls = told, halls
        self.title.setText(report_title(told))
        self._lines = list(month_lines(told))
        self.pane.reload()
        self._looked(self.pane.current)
        if focused and self.isVisible() and self.stack.currentIndex() == FRONT:
            self.pane.take_focus()

    _halls: frozenset[str] = frozenset()

    def _looked(self, line: MonthLine | None) -> None:
        """The line's figures, each of which opens its rows."""
        self.chosen.setText(line.told if line else "")
        if line is None or self.report is None:
            self.tiles.show_panel(Tiles(title="", marks=()))
            return
        wanted = month.slice_of(self.report.first, self._halls)
        self.tiles.show_panel(month_tiles(line, wanted))

    def _open(self) -> None:
        """From the line to its figures, from a figure to its rows."""
        mark = self.tiles.current
        if not self.tiles.hasFocus():
            self.tiles.setFocus()
        elif mark is not None:
            self._open_mark(mark)

    def _open_mark(self, mark: Mark) -> None:
        self.banner.put_away()
        self.behind.show_behind(mark)
        self.stack.setCurrentIndex(ROWS)
        self.hinted.emit(self.hints())
        self.enter()
