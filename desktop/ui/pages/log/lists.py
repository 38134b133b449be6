"""The log's first level: what is asked on top, figures at the left, rows at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.log.columns import FIGURES, ROWS, Line
from desktop.ui.pages.log.export import ExportPanel
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.ui.widgets.rows import Fetch
from desktop.wording import _
from desktop.wording.log import VIEWS

DOORS = (
    ("month_report", "month", _("月报")),
    ("board", "board", _("看板")),
    ("close_day", "closing", _("日结·交班")),
    ("review", "review", _("复核")),
    ("retention", "retention", _("保存期")),
)
"""Verb, page and words of what a supervisor goes to from here."""


class Lists(QWidget):
    """`pressed(verb)` for the buttons at the foot; the page does what the verb says."""

    pressed = Signal(str)

    def __init__(
        self,
        today: date,
        figures: Callable[[], Sequence[Line]],
        rows: Fetch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tabs = Tabs([_("今天"), _("本周"), _("本月"), _("自选")])
        self.first, self.last = DayField(_("从"), today), DayField(_("到"), today)
        self.view = Pick(_("看什么"), list(VIEWS.items()))
        self.profile = Pick(_("方案"), [("", "—")])
        self.narrowed = label("", wrap=True)
        self.counts = label("", "quiet", wrap=True)
        self.figures = RowsPane(
            FIGURES, all_of(figures),
            lambda line: f"{line.figure.by}:{line.figure.key}:{line.figure.unit}", _("统计"),
            (_("还没有统计"), _("换一段日期。")),
        )  # fmt: skip
        self.pane = RowsPane(
            ROWS, rows, lambda one: f"{one.device}:{one.seq}", _("日志"),
            (_("这段时间没有记录"), _("换一段日期，或去掉筛选。")),
        )  # fmt: skip
        self.none = KeyButton("clear_filter", _("不筛选"))
        panel = frame("panel")
        column(self).addWidget(panel)
        self._inside = column(panel, margin=3)
        self._build()

    def show_beneath(self, panel: ExportPanel) -> None:
        """A panel in the place of the foot, which gives it room while it is open."""
        self._inside.addWidget(panel)
        panel.shown.connect(lambda shown: self._foot.setVisible(not shown))

    def _build(self) -> None:
        top = row(gap=3)
        top.addWidget(self.tabs, 1)
        for widget in (self.first, self.last, self.view, self.profile):
            top.addWidget(widget)
        self._inside.addLayout(top)
        for told in (self.narrowed, self.counts):
            self._inside.addWidget(told)
        across = row(gap=2.5)
        across.addWidget(self.figures, 1)
        across.addWidget(self.pane, 2)
        self._inside.addLayout(across, 1)
        self._foot = frame("plain")
        beneath = column(self._foot)
        quiet = label(
            _("一行为一次行为，不合并、不删减。姓名和证件号码已掩码。"), "quiet", wrap=True
        )
        beneath.addWidget(quiet)
        foot = Flow(gap=unit(1.5))
        self.button = KeyButton("save_form", _("导出"), primary=True)
        doors = [KeyButton(verb, words) for verb, _page, words in DOORS]
        for button in (KeyButton("narrow", _("筛选")), self.none, *doors, self.button):
            button.clicked.connect(lambda _checked=False, verb=button.verb: self.pressed.emit(verb))
            foot.add(button)
        beneath.addWidget(foot)
        self._inside.addWidget(self._foot)
