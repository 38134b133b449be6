"""日志: range and filters on top, counts, one row per act; the export beneath."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from datetime import date, timedelta
from functools import partial
from itertools import islice

from desktop.domain.savings.totals import Total
from desktop.domain.supervision.rows import LogFilter, LogRow
from desktop.services.advice import consultations
from desktop.services.ports import Progress
from desktop.services.supervision import log
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.log.columns import COLUMNS
from desktop.ui.pages.log.export import ExportPanel
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.acts import ACTS, act_name
from desktop.wording.advice import tally_lines
from desktop.wording.guidance.savings import MEASURES, total_text

TODAY, WEEK, MONTH, CHOSEN = range(4)
MOST_COUNTED = 20
"""Counts above the list; of consultations the command tells all."""


class LogPage(Room):
    """For supervisors and chiefs (`Right.EXPORT_LOG`)."""

    topics = frozenset({Topic.LOG, Topic.CLERKS})
    context = Context.LOG

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        today = desk.office.now().date()
        self.tabs = Tabs([_("今天"), _("本周"), _("本月"), _("自选")])
        self.first, self.last = DayField(_("从"), today), DayField(_("到"), today)
        self.clerk = Pick(_("经办人"), [("", _("全部"))])
        self.kind = Pick(_("行为"), [("", _("全部")), *ACTS.items()])
        self.counts = label("", "quiet", wrap=True)
        self.saved = label("", wrap=True)
        self.pane = RowsPane(
            COLUMNS, self._rows, lambda one: f"{one.device}:{one.seq}", _("日志"),
            (_("这段时间没有记录"), _("换一段日期，或把经办人、行为改回「全部」。")),
        )  # fmt: skip
        self.export = ExportPanel(desk, self.wanted_rows)
        self._build()
        self._connect()

    def wanted_rows(self) -> LogFilter:
        """What the filters say now."""
        kind = str(self.kind.value or "")
        return LogFilter(
            first=self.first.day,
            last=self.last.day,
            clerk=str(self.clerk.value or ""),
            kinds=frozenset({kind}) if kind else frozenset(),
        )

    def verbs(self) -> Verbs:
        tabs = {f"tab_{n + 1}": partial(self.tabs.choose, n) for n in range(4)}
        acts: Verbs = {
            "export": self._open_export,
            "close_day": lambda: self.wanted.emit("closing", ""),
            "save_form": self.export.start,
            "cancel_export": self.export.cancel,
            "month_report": lambda: self.wanted.emit("month", ""),
            "board": lambda: self.wanted.emit("board", ""),
            "review": lambda: self.wanted.emit("review", ""),
            "retention": lambda: self.wanted.emit("retention", ""),
        }
        return {**tabs, **acts}

    def enter(self) -> None:
        self.pane.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        people = self.desk.office.store.views.clerks()
        self.clerk.offer(
            [("", _("全部")), *((one.code, f"{one.name}（{one.code}）") for one in people)]
        )
        self._again()

    def step_back(self) -> bool:
        put_away = self.export.put_away()
        if put_away:
            self.pane.take_focus()
        return put_away

    def _build(self) -> None:
        panel = frame("panel")
        inside = column(panel, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs)
        for widget in (self.first, self.last):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.clerk)
        top.addWidget(self.kind)
        inside.addLayout(top)
        inside.addWidget(self.counts)
        inside.addWidget(self.saved)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.export)
        foot = row()
        foot.addWidget(
            label(_("一行为一次行为，不合并、不删减。姓名和证件号码已掩码。"), "quiet"), 1
        )
        self.day = KeyButton("close_day", _("日结·交班"))
        self.day.clicked.connect(lambda: self.wanted.emit("closing", ""))
        foot.addWidget(self.day)
        for page, words in (("review", _("复核")), ("retention", _("保存期"))):
            button = KeyButton(page, words)
            button.clicked.connect(lambda _checked=False, page=page: self.wanted.emit(page, ""))
            foot.addWidget(button)
        self.button = KeyButton("export", _("导出"), primary=True)
        for page, button in (
            ("month", KeyButton("month_report", _("月报"))),
            ("board", KeyButton("board", _("看板"))),
        ):
            button.clicked.connect(lambda _checked=False, page=page: self.wanted.emit(page, ""))
            foot.addWidget(button)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.stack.addWidget(panel)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._ranged)
        for field in (self.first, self.last):
            field.picked.connect(lambda _day: self._again())
        for pick in (self.clerk, self.kind):
            pick.picked.connect(lambda _value: self._again())
        self.button.clicked.connect(self._open_export)
        self.export.told.connect(self.say)
        self.export.told.connect(lambda *_told: self.pane.take_focus())
        self._ranged(TODAY)

    def _ranged(self, place: int) -> None:
        today = self.desk.office.now().date()
        for field in (self.first, self.last):
            field.setVisible(place == CHOSEN)
        if place == CHOSEN:
            self.first.setFocus()
            return
        self.first.set_day(_start(place, today))
        self.last.set_day(today)
        self._again()

    def _again(self) -> None:
        self.pane.reload()
        self._count()

    def _count(self) -> None:
        """Count by act in a worker, over a reading connection of its own."""
        store, wanted = self.desk.office.store, self.wanted_rows()

        def task(_report: Progress) -> tuple[list[str], list[Total]]:
            with store.reader() as views:
                if wanted.kinds == {consultations.KIND}:
                    told = tally_lines(consultations.count(views, wanted))
                else:
                    told = _counts(Counter(one.kind for one in views.log(wanted)))
                return list(islice(told, MOST_COUNTED)), views.savings(wanted.first, wanted.last)

        self.desk.work(task, self._counted)

    def _counted(self, told: tuple[list[str], list[Total]]) -> None:
        counts, totals = told
        saved = "　".join(f"{MEASURES[one.measure]} {total_text(one)}" for one in totals)
        self.saved.setText(_("减免（按受理日）　{saved}").format(saved=saved) if saved else "")
        self.saved.setVisible(bool(saved))
        self.counts.setText("　".join(" ".join(line.split()) for line in counts))

    def _open_export(self) -> None:
        self.banner.put_away()
        self.export.open()

    def _rows(self, offset: int, limit: int) -> Sequence[LogRow]:
        found = log.rows(self.desk.office.store.views, self.wanted_rows())
        return list(islice(found, offset, offset + limit))


def _start(place: int, today: date) -> date:
    """The first day of the range: today, this week's Monday, or this month's first."""
    if place == WEEK:
        return today - timedelta(days=today.weekday())
    return today.replace(day=1) if place == MONTH else today


def _counts(acts: Counter[str]) -> Iterator[str]:
    if acts:
        yield _("共 {n} 行").format(n=acts.total())
    yield from (f"{act_name(kind)} {number}" for kind, number in acts.most_common())
