"""情形 and 要交什么: the question in work, what was saved, the list, what stands behind a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.cases.sheet import Row
from desktop.domain.cases.tick import Check, Fault
from desktop.services.promises.deferring import last_days
from desktop.ui.pages.intake import promises, words
from desktop.ui.pages.intake.session import Session
from desktop.ui.pages.intake.sheet.questions import QuestionCard
from desktop.ui.pages.intake.sheet.strips import FaultStrip, PagesStrip
from desktop.ui.pages.intake.sheet.ticking import STEPS, day_moved, faulted, pages_told
from desktop.ui.widgets.checklist.view import ChecklistView
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

DAYS = {"fewer_copies": -1, "more_copies": 1}
"""What − and + do to a row that follows later: the day, not the copies."""
ROOMY = 17
"""From this many lines of height on, a row's basis may take two of them."""


class Line(Elided):
    """A line that can be clicked."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class MaterialsPanel(QWidget):
    """`searching` with `/`, `next_step` with Enter, `said(text)` for what a key could not do.

    `crowding` when a question or a strip comes or goes: the list then needs the room.
    """

    searching = Signal()
    next_step = Signal()
    said = Signal(str)
    crowding = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.situation = Line(role="quiet")
        self.edit = label(_("改 Ctrl+E"), "quiet")
        self.situation.clicked.connect(lambda: self.edit_answers())
        self.savings = Elided(role="heading")
        self.why = label(_("为什么：Ctrl+Y"), "quiet")
        self.questions = QuestionCard(session)
        self.list = ChecklistView()
        self.list.setMinimumHeight(1)  # it scrolls; what stands above it does not
        self.basis = Elided(role="quiet", lines=2)
        self.faults, self.pages = FaultStrip(), PagesStrip()
        self._build()
        self._connect()

    def focus(self) -> None:
        """Where work goes on: the question that is open, else the list."""
        if self.questions.asking:
            self.questions.chips.setFocus()
        else:
            self.list.setFocus()

    def begin(self) -> None:
        """A draft came to the counter: put the first open question, else go to the list."""
        self._put_strips_away()
        sheet, draft = self._session.sheet, self._session.draft
        if sheet and sheet.rows and draft and not draft.ticks:
            self.list.go_to(sheet.rows[0].key)  # not where the last applicant's list was left
        self.questions.ask_open()
        self.focus()

    def edit_answers(self, question: str = "") -> None:
        """Ctrl+E: the questions once more."""
        self._put_strips_away()
        self.questions.ask_again(question)
        self.focus()

    def explain(self) -> None:
        """Ctrl+Y: to the materials that are not needed, and back."""
        sheet = self._session.sheet
        apart = sheet.apart if sheet else ()
        if sheet is None or not apart:
            self.said.emit(_("本情形下清单里的材料都要看。"))
            return
        keys = {line.material.key for line in apart}
        first = sheet.rows[0].key if sheet.rows else ""
        self.questions.put_away()
        if self.list.current_key in keys:
            self.list.go_to(first)
        else:
            self.list.go_to(apart[-1].material.key)
            self.list.go_to(apart[0].material.key)
        self.list.setFocus()

    def go_to(self, key: str) -> None:
        """Jump to the row of this material."""
        self.questions.put_away()
        self.list.go_to(key)
        self.list.setFocus()

    @property
    def crowded(self) -> bool:
        """A question or a strip is in front of the list: what else is said can wait."""
        parts = (self.questions, self.faults, self.pages)
        return any(not part.isHidden() for part in parts)

    def back(self) -> bool:
        """Esc: strips, then the question. False when only the list is left."""
        if self._put_strips_away() or self.questions.put_away():
            self.list.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """The draft changed."""
        sheet, draft = self._session.sheet, self._session.draft
        if sheet is None or draft is None:
            return
        told = words.situation(sheet, draft)
        parts = [told, words.questions_left(sheet)]
        shown = "　".join(part for part in parts if part) or _("都已答")
        self.situation.setText(_("情形：{told}").format(told=shown))
        for part in (self.situation, self.edit):
            part.setVisible(bool(sheet.asked))
        self.savings.setText(words.savings(sheet))
        self.why.setVisible(bool(sheet.apart))
        self.list.show_lines(self._session.lines())
        self.questions.refresh()
        self._look(self.list.current_key)

    def _build(self) -> None:
        above = row(gap=4)
        above.addWidget(self.situation, 1)
        above.addWidget(self.edit)
        top = row(gap=4)
        top.addWidget(self.savings, 1)
        top.addWidget(self.why)
        inside = column(self, gap=2)
        inside.addLayout(above)
        inside.addLayout(top)
        inside.addWidget(self.questions)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.faults)
        inside.addWidget(self.pages)
        inside.addWidget(self.basis)

    def _connect(self) -> None:
        for part in (self.questions, self.faults, self.pages):
            part.installEventFilter(self)
        self.questions.answered_all.connect(self.list.setFocus)
        self.questions.stepped_back.connect(self.searching)
        self.list.acted.connect(self._act)
        self.list.looked_at.connect(self._look)
        self.list.waits.connect(self._waits)
        self.faults.chosen.connect(self._fault)
        self.pages.told.connect(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type in a low window: the list comes first."""
        super().resizeEvent(event)
        roomy = event.size().height() > ROOMY * self.fontMetrics().height()
        self.basis.set_lines(2 if roomy else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.basis.setVisible(bool(self.basis.full) and not self.crowded)
            self.crowding.emit()
        return False

    def _row(self, key: str) -> Row | None:
        return self._session.sheet.row(key) if self._session.sheet else None

    def _act(self, verb: str, key: str) -> None:
        session, found = self._session, self._row(key)
        if verb == "search":
            self.searching.emit()
        elif verb == "next":
            self.next_step.emit()
        elif found is None or session.draft is None or session.sheet is None:
            return
        elif verb == "fault":
            self.faults.ask(found.number, found.line.material.name)
        elif verb == "pages":
            self.pages.ask(found.number, found.tick.pages)
        elif verb == "defer" and not found.deferrable:
            self.said.emit(
                _("第 {n} 项不能容缺：目录没有把它列为容缺后补。").format(n=found.number)
            )
        elif self._promised(verb, found):
            return
        elif verb in STEPS:
            session.change(*STEPS[verb](session.draft, session.sheet, found))
            if verb == "tick":
                self.list.step_down()

    def _promised(self, verb: str, found: Row) -> bool:
        """Whether the verb was about what follows later: B, and − and + on its day."""
        pending = found.check is Check.PENDING
        if pending and verb in DAYS:
            self._move_day(found, DAYS[verb])
        elif verb == "defer" and not pending:
            self._defer(found)
        else:
            return False
        return True

    def _defer(self, found: Row) -> None:
        """容缺, if this applicant's promise may be taken; the day it is promised for is said."""
        session, desk = self._session, self._session.desk
        draft, sheet = session.draft, session.sheet
        if draft is None or sheet is None or not promises.may_defer(desk, draft, sheet, found):
            return
        session.change(*STEPS["defer"](draft, sheet, found))
        self._say_day(found.key)

    def _move_day(self, found: Row, days: int) -> None:
        session, office = self._session, self._session.desk.office
        draft, sheet = session.draft, session.sheet
        latest = last_days(office, sheet) if sheet else {}
        if draft is not None and found.key in latest:
            last = latest[found.key]
            session.change(*day_moved(draft, found, days, office.today(), last))
            self._say_day(found.key)

    def _say_day(self, key: str) -> None:
        session, office = self._session, self._session.desk.office
        found, days = self._row(key), promises.days_of(office, session.sheet)
        if found is not None and session.draft is not None and key in days:
            told = promises.deferred_words(office, session.draft, found, days[key])
            self.said.emit(told)

    def _fault(self, digit: str) -> None:
        found, session = self._row(self.list.current_key), self._session
        self.faults.hide()
        self.list.setFocus()
        if found is not None and session.draft is not None and session.sheet is not None:
            session.change(*faulted(session.draft, session.sheet, found, Fault(digit)))
            self.list.step_down()

    def _pages(self, pages: int) -> None:
        found, session = self._row(self.list.current_key), self._session
        self.pages.hide()
        self.list.setFocus()
        if found is not None and session.draft is not None:
            session.change(*pages_told(session.draft, found, pages))

    def _put_strips_away(self) -> bool:
        shown = [strip for strip in (self.faults, self.pages) if not strip.isHidden()]
        for strip in shown:
            strip.hide()
        return bool(shown)

    def _look(self, key: str) -> None:
        found, sheet = self._row(key), self._session.sheet
        text = ""
        if found is not None and sheet is not None:
            text = words.basis(found, sheet, self._session.desk.office.catalogue)
        self.basis.setText(text)
        self.basis.setVisible(bool(text) and not self.crowded)

    def _waits(self, digit: str) -> None:
        if digit:
            self.basis.setText(_("第 {digit}… 项：请按第二位数字").format(digit=digit))
        else:
            self._look(self.list.current_key)
