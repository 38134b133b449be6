"""Ctrl+J 咨询: what was asked and what was shown for it, logged with one Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged, Shown
from desktop.services.advice.consultations import LONGEST_QUESTION, log_question
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.table import pressed_key
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.labels import label as word

NOTHING = Shown.NOTHING.value


class AdvicePanel(QWidget):
    """`logged(words)` when it stands in the log, `closed` when it was put away."""

    logged = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = ""
        self.asked = Field(_("问了什么"), _("不写姓名、证件号码"))
        self.asked.line.setMaxLength(LONGEST_QUESTION)
        self.shown, self.by, self.answered = Chips(), Chips(), Chips()
        self.button = QPushButton(_("Enter  记下"))
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.save)
        self.asked.finished.connect(self.save)
        self._build()

    def open_for(self, asked: str, item: str, visit: str) -> None:
        """A new consultation: about this item, or about nothing that the catalogue holds."""
        self._visit = visit
        self.asked.line.setText(asked)
        known = self._desk.office.catalogue.items.get(item)
        subjects = [(item, known.name)] if known else []
        self.shown.offer([*subjects, (NOTHING, word(Shown.NOTHING))], (item if known else NOTHING,))
        self.by.offer(_choices(AskedBy), (AskedBy.COUNTER.value,))
        ended = Answered.TOLD if known else Answered.OPEN
        self.answered.offer(_choices(Answered), (ended.value,))
        self.asked.setFocus()
        self.asked.line.selectAll()

    def save(self) -> None:
        """Log it as it stands; where it is refused, the sentence says why and nothing is lost."""
        office = self._desk.office
        (shown,) = self.shown.chosen
        told = ConsultationLogged(
            by=AskedBy(self.by.chosen[0]),
            answered=Answered(self.answered.chosen[0]),
            shown=Shown.NOTHING if shown == NOTHING else Shown.ITEM,
            id="" if shown == NOTHING else shown,
            visit=self._visit,
            asked=self.asked.text,
        )
        topics = frozenset({Topic.LOG})
        if self._desk.perform(lambda: log_question(office, self._desk.acting, told), topics):
            name = office.item(told.id).name if told.id else word(Shown.NOTHING)
            self.logged.emit(_("咨询已记入日志：{name}").format(name=name))
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves from wherever the focus is; digits choose; what has the focus is seen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched)
        enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and pressed_key(event) == "Return"
        )
        if enter:
            self.save()
        return enter

    def _build(self) -> None:
        choices = QWidget()
        below = column(choices, gap=2)
        for words, chips in (
            (_("给对方看的"), self.shown),
            (_("怎么来问的"), self.by),
            (_("结果"), self.answered),
        ):
            chips.setAccessibleName(words)
            chips.installEventFilter(self)
            below.addWidget(label(words, "quiet"))
            below.addWidget(chips)
        below.addStretch(1)
        self._scroll = scroll_over(choices)
        inside = column(self, gap=2)
        inside.addWidget(label(_("记一次咨询"), "heading"))
        inside.addWidget(self.asked)
        inside.addWidget(self._scroll, 1)
        hint = Elided(role="quiet")
        hint.setText(_("Tab 换栏，数字选，Esc 不记"))
        inside.addWidget(hint)
        inside.addWidget(self.button)


def _choices(kind: type[AskedBy] | type[Answered]) -> list[tuple[str, str]]:
    return [(one.value, word(one)) for one in kind]
