"""One case on its way out: its facts on the left; 制证, then 送达, on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.services.cases.acts import load
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import due_text
from desktop.ui.pages.cases.told import CaseFacts
from desktop.ui.pages.delivery.making import Making
from desktop.ui.pages.delivery.serving import Serving
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.facts import beside
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.handling.acts import produced


class Panel(QWidget):
    """`making` tells which form is in front. `pressed(verb)` from the buttons."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.case: Case | None = None
        self.facts = CaseFacts(desk)
        self.making, self.serving = Making(desk), Serving(desk)
        self._item = label("", "title", wrap=True)
        self._state = label("")
        self._number = label("", "quiet", wrap=True)
        self._result = label("", wrap=True)
        self._forms = QStackedWidget()
        self.print = KeyButton("print_papers", _("打印决定书"))
        self.again = KeyButton("make_again", _("更正证照信息"))
        self.button = KeyButton("finish", "", primary=True)
        self._build()

    @property
    def makes(self) -> bool:
        """Whether 制证 is in front, not 送达."""
        return self._forms.currentIndex() == 0

    def show_case(self, number: str) -> Case:
        """Read the case anew and begin with what is to be done next."""
        case = load(self._desk.office, number)
        decided = case.course.decided
        granted = decided is not None and decided.granted
        self._show(case)
        self._turn(making=granted and case.stage is Stage.DECIDED)
        return case

    def refresh(self) -> None:
        """The case or its parcels changed: what was typed stays where the next step is the same."""
        before = self.case
        if before is None:
            return
        case = load(self._desk.office, before.number)
        if (case.stage, case.course.produced) != (before.stage, before.course.produced):
            self.show_case(case.number)
            return
        self._tell(case)
        self.serving.look_for_parcel()

    def make_again(self) -> bool:
        """Back to 制证, to put right what was made; False where there is nothing to put right."""
        if self.case is None or self.case.stage is not Stage.PRODUCED or self.makes:
            return False
        self._turn(making=True)
        self.take_focus()
        return True

    def leave_making(self) -> bool:
        """Esc: from putting it right back to 送达. False where 制证 is what is due."""
        if not self.makes or self.case is None or self.case.stage is not Stage.PRODUCED:
            return False
        self._turn(making=False)
        self.take_focus()
        return True

    def take_focus(self) -> None:
        self._go(self.making.start() if self.makes else self.serving.start())

    def take_number(self, text: str) -> None:
        """What a scanner read: of the result while it is made, else of who collects."""
        if self.makes:
            self.making.number.set_text(text)
        else:
            self.serving.take_number(text)

    def point_at(self, code: str) -> None:
        """The focus goes to the field that was refused."""
        field = (self.making if self.makes else self.serving).field_of(code)
        if field is not None:
            self._go(field)

    def _go(self, field: QWidget) -> None:
        field.setFocus()
        area = self._forms.currentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(field)

    def _show(self, case: Case) -> None:
        self.making.open(case)
        self.serving.open(case)
        self._tell(case)

    def _tell(self, case: Case) -> None:
        self.case = case
        self.facts.show_case(case)
        self._item.setText(case.item_name)
        due = case.course.delivery
        told = _("{number}　送达到期 {due}") if due.due else "{number}"
        self._number.setText(
            told.format(number=case.number, due=due_text(due.due, due.provisional))
        )
        decided, made = case.course.decided, case.course.produced
        if decided is not None and not decided.granted:
            words, role = _("● 不予待送达"), "accent"
            result = _("不予决定：{reasons}").format(reasons=decided.reasons)
        elif made is not None and case.stage is Stage.PRODUCED:
            words, role, result = _("● 待送达"), "good", produced(made)
        else:
            words, role, result = _("○ 待制证"), "warn", ""
        self._state.setText(words)
        wear(self._state, role)
        self._result.setText(result)
        self._result.setVisible(bool(result))

    def _turn(self, making: bool) -> None:
        self._forms.setCurrentIndex(0 if making else 1)
        self.button.set_words(_("制证") if making else _("送达，出送达回证"))
        made = self.case is not None and self.case.stage is Stage.PRODUCED
        self.again.setVisible(made and not making)

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._item, 1)
        top.addWidget(self._state)
        inside.addLayout(top)
        inside.addWidget(self._number)
        inside.addWidget(self._result)
        for form in (self.making, self.serving):
            self._forms.addWidget(scroll_over(form))
        inside.addWidget(self._forms, 1)
        back = label(_("Esc 返回"), "quiet")
        inside.addLayout(foot((self.print, self.again, self.button), self.pressed, back))
        self.serving.post.button.clicked.connect(lambda: self.pressed.emit("ship"))
