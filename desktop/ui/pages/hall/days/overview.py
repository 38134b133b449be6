"""The years, the days of the chosen one, and the rule of counting beneath."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.days.years import MarkedDay, marked_days, without_notice
from desktop.ui.desk import Desk
from desktop.ui.pages.exchange.dated import Dated
from desktop.ui.pages.hall.days.columns import MARKED, YEARS, YearRow, year_rows
from desktop.ui.pages.hall.days.rule import RuleForm
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.paths import FileAsk
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.days import basis_text, unpublished_text


class Overview(QWidget):
    """`edit_asked(year)`; `file_chosen(path)` of a year to be imported."""

    edit_asked = Signal(int)
    file_chosen = Signal(Path)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.missing = Banner(lasting=True)
        nothing = (_("没有日历"), _("按 F5 导入一年。"))
        self.years = RowsPane(
            YEARS, all_of(self._years), lambda one: str(one.year), _("年份"), nothing
        )
        self.days = RowsPane(
            MARKED, all_of(self._days), lambda one: str(one.date), _("放假和补班"), nothing
        )
        self._title = label("", "heading")
        self._basis = Elided(role="quiet", lines=2)
        self.file = FileAsk(_("日历文件（JSON）"), _("读入"))
        self.rule = RuleForm(desk)
        self.add = KeyButton("add_new", _("导入一年"))
        self.edit = KeyButton("edit_year", _("修改这一年"))
        self._build()

    @property
    def chosen(self) -> int:
        """The chosen year; 0 where there is none."""
        found: YearRow | None = self.years.current
        return found.year if found is not None else 0

    @property
    def asking(self) -> bool:
        """Whether the question for a file stands there."""
        return not self.file.isHidden()

    def reload(self) -> None:
        office = self._desk.office
        self.years.reload()
        self._show_year()
        self.rule.follow(office.rule)
        missing = without_notice(office.calendar, office.now().date())
        if missing:
            self.missing.say(Tone.WARN, unpublished_text(missing))
        else:
            self.missing.hide()

    def take_focus(self) -> None:
        self.years.take_focus()

    def ask_file(self) -> None:
        """Which file; the rule makes room for the question."""
        self.rule.hide()
        self.file.ask()

    def put_file_away(self) -> bool:
        """True when the question stood there."""
        self.rule.show()
        return self.file.put_away()

    def ask_edit(self) -> None:
        if self.chosen:
            self.edit_asked.emit(self.chosen)

    def _years(self) -> Sequence[YearRow]:
        office = self._desk.office
        return year_rows(office.calendar, office.now().date())

    def _days(self) -> Sequence[MarkedDay]:
        return marked_days(self._desk.office.calendar, self.chosen) if self.chosen else ()

    def _show_year(self) -> None:
        known = self._desk.office.calendar.year(self.chosen)
        self._title.setText(_("{year} 年").format(year=self.chosen))
        addresses = "　".join(known.papers) if known is not None and known.notice else ""
        self._basis.setText(addresses or basis_text(known))
        self.days.reload()

    def _build(self) -> None:
        left, right = frame("panel"), frame("panel")
        inside = column(left, margin=3)
        inside.addWidget(self.years, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.add)
        foot.addWidget(self.edit)
        inside.addLayout(foot)
        inside.addWidget(Dated(self._desk, self))
        beside = column(right, margin=3, gap=1.5)
        beside.addWidget(self._title)
        beside.addWidget(self._basis)
        beside.addWidget(self.days, 1)
        across = row(gap=2.5)
        across.addWidget(left, 1)
        across.addWidget(right, 1)
        down = column(self)
        for widget in (self.missing, self.file):
            down.addWidget(widget)
        down.addLayout(across, 1)
        down.addWidget(self.rule)
        self.years.looked_at.connect(lambda _row: self._show_year())
        self.years.opened.connect(lambda _row: self.ask_edit())
        self.edit.clicked.connect(self.ask_edit)
        self.add.clicked.connect(self.ask_file)
        self.file.chosen.connect(self.file_chosen)
