"""The lists: my drafts, today's cases, all cases, what is due, what is to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from desktop.domain.cases.rows import CaseFilter, CaseRow, DraftRow
from desktop.domain.halls.roles import Right
from desktop.domain.handling.rows import DutyFilter, OversightRow
from desktop.services.cases import intake
from desktop.services.exchange import syncing
from desktop.services.exchange.crossing.ownership import others
from desktop.services.handling.duties import Watched, watched
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.cases import columns
from desktop.ui.pages.cases.terms import worklist
from desktop.ui.pages.cases.terms.review import ReviewPanel
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

DRAFTS, TODAY, ALL_CASES, DUTIES, OVERSIGHT = range(5)
SEARCHED = (TODAY, ALL_CASES, DUTIES)
REVIEWED = frozenset({Topic.CASES, Topic.LOG})


class Lists(QFrame):
    """`draft_opened(id)`, `case_opened(number)`, `terms_opened(number)` from 待办; `reviewed()`
    once an act was looked at.
    """

    draft_opened = Signal(str)
    case_opened = Signal(str)
    terms_opened = Signal(str)
    reviewed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._waiting: set[str] = set()
        self.tabs = Tabs([_("我的草稿"), _("今日办件"), _("全部办件"), _("待办"), _("待复核")])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("编号、姓名、事项，两个字也行  Ctrl+F"))
        self.search.setAccessibleName(_("搜索办件"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self._make_panes()
        self.review = ReviewPanel(desk)
        self._panes = QStackedWidget()
        for pane in (self.drafts, self.cases, self.duties, self.oversight, self.review):
            self._panes.addWidget(pane)
        self._count = label("", "quiet")
        self._build()
        self.tabs.choose(TODAY)

    @property
    def pane(self) -> RowsPane:
        """The list behind the chosen tab."""
        kinds = {DRAFTS: self.drafts, DUTIES: self.duties, OVERSIGHT: self.oversight}
        return kinds.get(self.tabs.place, self.cases)

    @property
    def reviewing(self) -> bool:
        """Whether the panel of one act covers its list."""
        return self._panes.currentWidget() is self.review

    def reload(self) -> None:
        """Read what is in front anew, and say how much there is; what is no longer the signed-in
        clerk's is not offered.
        """
        self._offer()
        views = self._desk.office.store.views
        counts = {
            DRAFTS: self.drafts.reload() if self._desk.clerk else 0,
            DUTIES: views.count_duties(DutyFilter(others=others(self._desk.office))),
            OVERSIGHT: self.oversight.reload(),
        }
        for place, number in counts.items():
            self.tabs.count(place, number)
        if self.pane in (self.cases, self.duties):
            self._waiting.clear()
            self._waiting |= syncing.waiting_cases(self._desk.office)
            self.pane.reload()
        self._count.setText(self._total())
        self._count.setVisible(bool(self._count.text()))
        self._say_empty()

    def take_focus(self) -> None:
        if self.reviewing:
            self.review.finding.setFocus()
        else:
            self.pane.take_focus()

    def look_for(self, text: str = "") -> None:
        """To the search box; with a text, search for it among all cases."""
        if text:
            self.search.setText(text)
        if text or self.tabs.place not in SEARCHED:
            self.tabs.choose(ALL_CASES)
        self.search.setFocus()
        self.search.selectAll()

    def finish(self) -> None:
        """F9: journal the review that is in front."""
        if self.reviewing and self._desk.perform(self.review.perform(), REVIEWED):
            self.step_back()
            self.reviewed.emit()

    def step_back(self) -> bool:
        """From the panel to its list; False where no panel is open."""
        if not self.reviewing:
            return False
        self._panes.setCurrentWidget(self.oversight)
        self.take_focus()
        return True

    def _make_panes(self) -> None:
        desk, views = self._desk, self._desk.office.store.views
        self.drafts = RowsPane(
            columns.drafts(desk.office), all_of(self._drafts), lambda one: str(one.id),
            _("我的草稿"), (_("没有未办完的草稿"), _("在「接待」按 F8 挂起的、没办完的，都在这里。")),
        )  # fmt: skip
        self.cases = RowsPane(
            columns.cases(desk.office, self._waiting), self._cases, columns.key_of_number, _("办件"),
            (_("今天还没有办件"), _("在「接待」收件后会列在这里。")),
        )  # fmt: skip
        self.duties = RowsPane(
            worklist.duties(desk.office), self._duties, worklist.key_of_duty, _("待办"),
            (_("没有要办的"), _("有期限的办件，先到期的列在最上面。")),
        )  # fmt: skip
        self.oversight = RowsPane(
            worklist.oversight(desk.office),
            lambda offset, limit: views.oversight(offset=offset, limit=limit),
            worklist.key_of_act, _("待复核"),
            (_("没有要复核的"), _("再次告知又添内容的、超过期限才告知的，会列在这里。")),
        )  # fmt: skip

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self.tabs)
        line = row(gap=3)
        line.addWidget(self.search, 1)
        line.addStretch(1)
        line.addWidget(self._count)
        inside.addLayout(line)
        inside.addWidget(self._panes, 1)
        self.tabs.chosen.connect(self._chosen)
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        self.drafts.opened.connect(lambda one: self.draft_opened.emit(one.id))
        self.cases.opened.connect(lambda one: self.case_opened.emit(one.number))
        self.duties.opened.connect(lambda one: self.terms_opened.emit(one.row.case))
        self.oversight.opened.connect(self._review)
        self.review.case_asked.connect(self.case_opened)
        self.review.button.clicked.connect(self.finish)

    def _offer(self) -> None:
        """A role's own lists; whoever signs in after another does not stay on one of theirs."""
        rights = {DRAFTS: Right.SERVE, OVERSIGHT: Right.OVERSEE}
        for place, right in rights.items():
            self.tabs.offer(place, self._desk.may(right))
            if self.tabs.place == place and not self._desk.may(right):
                self.tabs.choose(TODAY)

    def _chosen(self, place: int) -> None:
        self._panes.setCurrentWidget(self.pane)
        self.search.setVisible(place in SEARCHED)
        self.reload()
        self.take_focus()

    def _review(self, asked: OversightRow) -> None:
        def verb() -> bool:
            self.review.open(asked)
            return True

        if self._desk.perform(verb):
            self._panes.setCurrentWidget(self.review)
            self.take_focus()

    def _drafts(self) -> Sequence[DraftRow]:
        return intake.drafts(self._desk.office, self._desk.acting)

    def _cases(self, offset: int, limit: int) -> Sequence[CaseRow]:
        return self._desk.office.store.views.cases(self._wanted(), offset, limit)

    def _duties(self, offset: int, limit: int) -> Sequence[Watched]:
        return watched(self._desk.office, self._due(), offset, limit)

    def _wanted(self) -> CaseFilter:
        today = self._desk.office.today() if self.tabs.place == TODAY else None
        return CaseFilter(text=self._text, first=today, last=today)

    def _due(self) -> DutyFilter:
        return DutyFilter(text=self._text)

    @property
    def _text(self) -> str:
        return self.search.text().strip()

    def _total(self) -> str:
        views = self._desk.office.store.views
        if self.tabs.place == DUTIES:
            return _("共 {n} 项").format(n=views.count_duties(self._due()))
        if self.pane is self.cases:
            return _("共 {n} 件").format(n=views.count_cases(self._wanted()))
        return ""

    def _say_empty(self) -> None:
        if self._text:
            hint = _("换个词，或按 Ctrl+3 在全部办件里找。")
            told = _("没有找到「{text}」").format(text=self._text)
            self.cases.empty.say(told, hint)
            self.duties.empty.say(told, hint)
        else:
            today = self.tabs.place == TODAY
            first = _("今天还没有办件") if today else _("还没有办件")
            self.cases.empty.say(first, _("在「接待」收件后会列在这里。"))
            self.duties.empty.say(_("没有要办的"), _("有期限的办件，先到期的列在最上面。"))
