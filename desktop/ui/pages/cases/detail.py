"""One case: facts on the left; materials, terms, course, papers, parcels, history and what was
saved; moves at the foot.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.courier.rows import ShipmentFilter
from desktop.services.cases.acts import load
from desktop.ui.desk import Desk
from desktop.ui.pages.cases import columns, saved
from desktop.ui.pages.cases.foot import Foot
from desktop.ui.pages.cases.terms import course as steps
from desktop.ui.pages.cases.terms.clock import Terms
from desktop.ui.pages.cases.told import CaseFacts
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.facts import beside
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.forms.whole import Whole
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.acts import act_name, detail

MATERIALS, TERMS, COURSE, PAPERS, PARCELS, HISTORY, SAVED = range(7)
TOLD_IN_FULL = (COURSE, HISTORY, SAVED)
"""Lists whose chosen line is written out beneath: an opinion may be long."""


class Detail(QWidget):
    """`paper_opened(number)`, `parcel_opened(number)`, `withdrawn(reason)`."""

    paper_opened = Signal(str)
    parcel_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.number = ""
        self.case: Case | None = None
        self.facts = CaseFacts(desk)
        self.foot = Foot(desk)
        self.ask = Ask(_("申请人为什么撤回"), _("撤回"))
        self.tabs = Tabs(
            [_("材料"), _("期限"), _("办理"), _("文书"), _("快递"), _("历史"), _("减免")]
        )
        self._item = label("", "title", wrap=True)
        self._stage = label("")
        self._number = label("", "quiet")
        self.whole = Whole()
        self._panes = QStackedWidget()
        self.terms = Terms(desk)
        self.panes = self._lists()
        self._build()

    @property
    def paper(self) -> str:
        """Number of the chosen paper, while the papers are in front."""
        chosen = self.panes[PAPERS].current
        return str(chosen.number) if chosen and self.tabs.place == PAPERS else ""

    def show_case(self, number: str) -> Case:
        """Read everything of the case anew."""
        self.number = number
        case = load(self._desk.office, number)
        self.case = case
        self._item.setText(case.item_name)
        self._stage.setText(columns.stage_text(case.stage))
        wear(self._stage, columns.TONES[case.stage][1])
        due = columns.due_text(case.due.due, case.due.provisional)
        told = _("{number}　到期 {due}") if case.due.due else "{number}"
        self._number.setText(told.format(number=number, due=due))
        self.facts.show_case(case)
        self.tabs.count(TERMS, self.terms.show_case(case))
        for place, pane in self.panes.items():
            shown = pane.reload()
            self.tabs.count(place, 0 if place == SAVED else shown)
        self.foot.show_case(case)
        return case

    def ask_why(self) -> None:
        """Why the applicant withdraws; meanwhile F9 means this and nothing else."""
        self.foot.hide()
        self.ask.ask()

    def take_focus(self) -> None:
        (self.panes.get(self.tabs.place) or self.terms).take_focus()

    def _lists(self) -> dict[int, RowsPane]:
        views, journal = self._desk.office.store.views, self._desk.office.store.journal
        materials = RowsPane(
            columns.materials(lambda: self.case, self._desk.office.today),
            all_of(lambda: self.case.lines if self.case else ()),
            columns.key_of_line, _("材料"), (_("这件办件没有材料"), ""),
        )  # fmt: skip
        course = RowsPane(
            steps.COLUMNS, all_of(lambda: steps.steps(journal.facts(f"case:{self.number}"))),
            steps.key_of_step, _("办理"),
            (_("还没有审查"), _("受理以后的审查、特别程序、决定、送达，都列在这里。")),
        )  # fmt: skip
        papers = RowsPane(
            columns.PAPERS, all_of(lambda: views.papers(self.number)), columns.key_of_number,
            _("文书"), (_("还没有出具文书"), ""),
        )  # fmt: skip
        parcels = RowsPane(
            columns.PARCELS,
            lambda offset, limit: views.shipments(
                ShipmentFilter(case=self.number), offset, limit
            ),
            columns.key_of_number, _("快递"),
            (_("没有快递"), _("按 F5 免费寄递：材料寄进来，文书寄出去。")),
        )  # fmt: skip
        history = RowsPane(
            columns.HISTORY, all_of(lambda: views.case_history(self.number)),
            columns.key_of_fact, _("历史"), (_("没有记录"), ""),
        )  # fmt: skip
        less = RowsPane(
            saved.COLUMNS, all_of(lambda: saved.saved(self.case)), saved.key_of_saved,
            _("减免"), (_("没有减免台账"), _("这件办件收件时，程序还不记减免。")),
        )  # fmt: skip
        papers.opened.connect(lambda one: self.paper_opened.emit(one.number))
        parcels.opened.connect(lambda one: self.parcel_opened.emit(one.number))
        return {
            MATERIALS: materials, COURSE: course, PAPERS: papers, PARCELS: parcels,
            HISTORY: history, SAVED: less,
        }  # fmt: skip

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._item, 1)
        top.addWidget(self._stage)
        inside.addLayout(top)
        inside.addWidget(self._number)
        inside.addWidget(self.tabs)
        for place in range(SAVED + 1):
            self._panes.addWidget(self.panes.get(place) or self.terms)
        for place in TOLD_IN_FULL:
            self.panes[place].looked_at.connect(self._tell)
        inside.addWidget(self._panes, 1)
        self.whole.hide()
        inside.addWidget(self.whole)
        inside.addWidget(self.ask)
        inside.addWidget(self.foot)
        self.tabs.chosen.connect(self._chosen)
        self.ask.let_be.connect(self.foot.show)

    def _chosen(self, place: int) -> None:
        self._panes.setCurrentIndex(place)
        self._tell()
        self.take_focus()

    def _tell(self, _row: object = None) -> None:
        """The chosen line of the list in front, as a whole."""
        place = self.tabs.place
        one = self.panes[place].current if place in TOLD_IN_FULL else None
        self.whole.setVisible(one is not None)
        if isinstance(one, steps.Step | saved.Saved):
            self.whole.setPlainText(one.whole)
        elif one is not None:
            self.whole.setPlainText(f"{act_name(one.entry.kind)}：{detail(one.payload)}")
