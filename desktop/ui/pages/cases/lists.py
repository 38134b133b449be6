"""Three lists: my drafts, today's cases, all cases; one search over the cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from desktop.domain.cases.rows import CaseFilter, CaseRow, DraftRow
from desktop.domain.days import BEIJING
from desktop.services.cases import intake
from desktop.ui.desk import Desk
from desktop.ui.pages.cases import columns
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

DRAFTS, TODAY, ALL_CASES = range(3)


class Lists(QFrame):
    """`draft_opened(id)`, `case_opened(number)`."""

    draft_opened = Signal(str)
    case_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.tabs = Tabs([_("我的草稿"), _("今日办件"), _("全部办件")])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("编号、姓名、事项，两个字也行  Ctrl+F"))
        self.search.setAccessibleName(_("搜索办件"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.drafts = RowsPane(
            columns.drafts(desk.office), all_of(self._drafts), lambda one: str(one.id),
            _("我的草稿"), (_("没有未办完的草稿"), _("在「接待」按 F8 挂起的、没办完的，都在这里。")),
        )  # fmt: skip
        self.cases = RowsPane(
            columns.CASES, self._cases, columns.key_of_number, _("办件"),
            (_("今天还没有办件"), _("在「接待」收件后会列在这里。")),
        )  # fmt: skip
        self._panes = QStackedWidget()
        self._panes.addWidget(self.drafts)
        self._panes.addWidget(self.cases)
        self._count = label("", "quiet")
        self._build()
        self.tabs.choose(TODAY)

    def reload(self) -> None:
        """Read what is in front anew, and say how much there is."""
        views = self._desk.office.store.views
        self.tabs.count(DRAFTS, self.drafts.reload() if self._desk.clerk else 0)
        self.cases.reload()
        total = views.count_cases(self._wanted())
        self._count.setText(_("共 {n} 件").format(n=total) if self.tabs.place else "")
        self._say_empty()

    def take_focus(self) -> None:
        (self.drafts if self.tabs.place == DRAFTS else self.cases).take_focus()

    def look_for(self, text: str = "") -> None:
        """To the search box; with a text, search for it among all cases."""
        if text:
            self.search.setText(text)
        if text or self.tabs.place == DRAFTS:
            self.tabs.choose(ALL_CASES)
        self.search.setFocus()
        self.search.selectAll()

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self._count)
        top.addWidget(self.search)
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("宽") * 22)
        inside.addLayout(top)
        inside.addWidget(self._panes, 1)
        self.tabs.chosen.connect(self._chosen)
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        self.drafts.opened.connect(lambda one: self.draft_opened.emit(one.id))
        self.cases.opened.connect(lambda one: self.case_opened.emit(one.number))

    def _chosen(self, place: int) -> None:
        self._panes.setCurrentWidget(self.drafts if place == DRAFTS else self.cases)
        self.search.setVisible(place != DRAFTS)
        self.reload()
        self.take_focus()

    def _drafts(self) -> Sequence[DraftRow]:
        return intake.drafts(self._desk.office, self._desk.acting)

    def _cases(self, offset: int, limit: int) -> Sequence[CaseRow]:
        return self._desk.office.store.views.cases(self._wanted(), offset, limit)

    def _wanted(self) -> CaseFilter:
        today = self._today() if self.tabs.place == TODAY else None
        return CaseFilter(text=self.search.text().strip(), first=today, last=today)

    def _today(self) -> date:
        return self._desk.office.now().astimezone(BEIJING).date()

    def _say_empty(self) -> None:
        text = self.search.text().strip()
        if text:
            hint = _("换个词，或按 Ctrl+3 在全部办件里找。")
            self.cases.empty.say(_("没有找到「{text}」").format(text=text), hint)
        elif self.tabs.place == TODAY:
            self.cases.empty.say(_("今天还没有办件"), _("在「接待」收件后会列在这里。"))
        else:
            self.cases.empty.say(_("还没有办件"), _("在「接待」收件后会列在这里。"))
