"""A year before it is published: what it would change, day by day, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from desktop.domain.days.check_year import check_days
from desktop.domain.days.difference import DayChange, difference
from desktop.domain.days.edit_year import edited
from desktop.domain.days.working_days import DayWhy, YearDays
from desktop.services.days.publish import Published, publish_year
from desktop.ui.desk import Desk
from desktop.ui.pages.hall.days.columns import CHANGES
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.guidance.items import DAYS

KINDS = (DayWhy.SWAPPED_HOLIDAY, DayWhy.ADJUSTED_WORKDAY, DayWhy.LEGAL_HOLIDAY)


class Proposal(QWidget):
    """`published_asked()` and `dropped()` when its buttons are pressed."""

    published_asked = Signal()
    dropped = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year = YearDays(0, notice=False, off_days=())
        self._title = label("", "heading", wrap=True)
        self.pane = RowsPane(
            CHANGES, all_of(self._changes), lambda one: str(one.date), _("变更的日子"),
            (_("与现行安排相同"), _("在下面记下要改的日子。")),
        )  # fmt: skip
        self.notice = Switch(_("通知已公布（没公布的暂按推算）"))
        self.doc_no = Field(_("文号"), _("国办发明电〔　　〕　号"))
        self.papers = Field(_("通知网址（几个用空格隔开）"), "https://www.gov.cn/…")
        self.reason = Field(_("为什么改"), _("如：通知已公布"))
        self.day = DayField(_("日期"), desk.office.now().date())
        kinds = [(why, DAYS[why]) for why in KINDS]
        self.kind = Pick(_("改为"), [*kinds, ("", _("删去，按周几算"))])
        self.name = Field(_("节日"), _("如：春节"))
        self.add = KeyButton("edit_day", _("记下这一天"))
        self.drop = KeyButton("drop_year", _("不要这些改动"))
        self.button = KeyButton("save_form", _("发布"), primary=True)
        self._build()

    @property
    def year(self) -> YearDays:
        """The year as the form has it now."""
        return replace(
            self._year,
            notice=self.notice.isChecked(),
            doc_no=self.doc_no.text or None,
            papers=tuple(self.papers.text.split()),
        )

    def open(self, year: YearDays, reason: str = "") -> None:
        """Show what this year would change against the one in force."""
        self._year = year
        self.notice.setChecked(year.notice)
        self.doc_no.set_text(year.doc_no or "")
        self.papers.set_text(" ".join(year.papers))
        self.reason.set_text(reason)
        self.day.set_day(self._first_day())
        self.name.set_text("")
        self.reload()

    def reload(self) -> None:
        number = self.pane.reload()
        told = _("{year} 年：发布后有 {number} 天与现在不同")
        self._title.setText(told.format(year=self._year.year, number=number))

    def enter(self) -> None:
        """Where the next day is typed; the year mostly stays."""
        self.day.setFocus()
        self.day.edit.setSelectedSection(QDateEdit.Section.MonthSection)

    def edit_day(self) -> None:
        """Take the day of the form into the year; refused where no notice could say so."""
        day, why = self.day.day, self.kind.value or None
        new = edited(self._year, day, why, self.name.text)

        def verb() -> bool:
            check_days(new)
            return True

        if self._desk.perform(verb):
            self._year = new
            self.reload()
            self.pane.seek(str(day))
            self.enter()

    def verb(self) -> Callable[[], Published]:
        office, clerk = self._desk.office, self._desk.acting
        year, reason = self.year, self.reason.text
        return lambda: publish_year(office, clerk, year, reason)

    def _changes(self) -> Sequence[DayChange]:
        return difference(self._desk.office.calendar, self._year) if self._year.year else ()

    def _first_day(self) -> date:
        today = self._desk.office.now().date()
        return today if today.year == self._year.year else date(self._year.year, 1, 1)

    def _build(self) -> None:
        left, right = frame("panel"), frame("panel")
        inside = column(left, margin=3)
        inside.addWidget(self._title)
        inside.addWidget(self.pane, 1)
        for pair in ((self.day, self.kind), (self.name, self.add)):
            across = row(gap=2)
            across.addWidget(pair[0], 1)
            across.addWidget(pair[1], 1, Qt.AlignmentFlag.AlignBottom)
            inside.addLayout(across)
        fields = QWidget()
        down = column(fields, gap=2)
        for field in (self.notice, self.doc_no, self.papers, self.reason):
            down.addWidget(field)
        down.addStretch(1)
        form = column(right, margin=3)
        form.addWidget(scroll_over(fields), 1)
        form.addWidget(self.button)
        form.addWidget(self.drop)
        form.addWidget(label(_("Esc 返回，改动先留着"), "quiet"))
        right.setFixedWidth(unit(90))
        across = row(self, gap=2.5)
        across.addWidget(left, 1)
        across.addWidget(right)
        self.name.finished.connect(self.edit_day)
        self.add.clicked.connect(self.edit_day)
        self.drop.clicked.connect(self.dropped)
        self.button.clicked.connect(self.published_asked)
