"""The policy's words, its conditions as questions for digits, and the fields of its figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.identity.verdict import Level
from desktop.domain.policies.assess import Assessment, Entered
from desktop.domain.policies.eligible import Answer
from desktop.domain.policies.policy import Policy, PolicyCondition
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import clear, column, frame, label, wear
from desktop.wording import _
from desktop.wording.guidance.policies import figure_text, inputs_hint
from desktop.wording.refusals import sentence

OPTIONS = tuple((one.value, one.value) for one in Answer)
TONES = {Answer.YES: "good", Answer.NO: "bad", Answer.UNSURE: "quiet"}


class ConditionRow(QFrame):
    """One condition; one that the figures decide shows what they say instead of the digits."""

    def __init__(self, condition: PolicyCondition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.condition = condition
        self.chips = Chips()
        self.chips.setAccessibleName(condition.text)
        self.decided = label()
        inside = column(self, margin=2.5, gap=1.5)
        inside.addWidget(label(condition.text, wrap=True))
        inside.addWidget(self.chips)
        inside.addWidget(self.decided)
        self.setFocusProxy(self.chips)

    def show_standing(self, answer: Answer, given: Answer | None, by_figures: bool) -> None:
        """The chips as they were answered, or the figures' word."""
        self.chips.offer(OPTIONS, [given.value] if given else [])
        self.chips.setVisible(not by_figures)
        self.decided.setVisible(by_figures)
        self.decided.setText(_("由填写的数判定：{answer}").format(answer=answer))
        wear(self.decided, TONES[answer])


class ConditionForm(QFrame):
    """`changed` at each answer and each key in a field; `stepped_back` before the first."""

    changed = Signal()
    stepped_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.policy: Policy | None = None
        self.answers: dict[str, Answer] = {}
        self.rows: list[ConditionRow] = []
        self.fields: list[Field] = []
        self._title = label(role="title", wrap=True)
        self._text = label(wrap=True)
        body = frame("plain")
        self._inside = column(body, gap=2.5)
        self._asked, self._figures = column(gap=2), column(gap=2)
        self._inside.addWidget(self._text)
        self._inside.addWidget(label(_("条件　1 是　2 否　3 不确定"), "quiet"))
        self._inside.addLayout(self._asked)
        self._inside.addLayout(self._figures)
        self._inside.addStretch(1)
        self.area = scroll_over(body)
        outside = column(self, margin=3, gap=2)
        outside.addWidget(self._title)
        outside.addWidget(self.area, 1)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.text for field in self.fields)

    def show_policy(self, policy: Policy) -> None:
        """Another policy, nothing answered, nothing filled in."""
        self.policy, self.answers = policy, {}
        self._title.setText(policy.name)
        self._text.setText(policy.seed_text)
        clear(self._asked)
        clear(self._figures)
        self.rows = [ConditionRow(one) for one in policy.conditions]
        for place, row in enumerate(self.rows):
            row.chips.answered.connect(partial(self._answered, place))
            row.chips.previous.connect(partial(self._back_from, place))
            self._asked.addWidget(row)
            row.show()
        hint = inputs_hint(policy)
        self.fields = [Field(name, hint) for name in policy.inputs]
        for place, field in enumerate(self.fields):
            field.edited.connect(lambda _text: self.changed.emit())
            field.finished.connect(partial(self._finished, place))
            self._figures.addWidget(field)
            field.show()

    def show_found(self, found: Assessment) -> None:
        """How the conditions stand, and beside each field what was read in it."""
        told = found.eligibility
        for row in self.rows:
            id = row.condition.id
            row.show_standing(told.standing[id], self.answers.get(id), id in told.decided)
        for field, entered in zip(self.fields, found.entered, strict=True):
            _say(field, entered)

    def begin(self) -> None:
        """To the first condition that is open, else to the first empty field."""
        self._next(0)

    def holds_focus(self) -> bool:
        """Whether a condition or a field has it."""
        return any(widget.hasFocus() for widget in self.findChildren(QWidget))

    def _answered(self, place: int, chosen: tuple[str, ...]) -> None:
        self.answers[self.rows[place].condition.id] = Answer(chosen[0])
        self.changed.emit()
        self._next(place + 1)

    def _next(self, place: int) -> None:
        """On to what is asked next; what figures will decide is passed over."""
        asked = [row for row in self.rows[place:] if row.condition.test is None]
        empty = [field for field in self.fields if not field.text]
        for widget in [*asked, *empty, *self.fields][:1]:
            self._to(widget)

    def _back_from(self, place: int) -> None:
        before = [row for row in self.rows[:place] if not row.chips.isHidden()]
        if before:
            self._to(before[-1])
        else:
            self.stepped_back.emit()

    def _finished(self, place: int) -> None:
        for field in self.fields[place + 1 :][:1]:
            self._to(field)

    def _to(self, widget: QWidget) -> None:
        """Focus, and the whole of it in sight."""
        widget.setFocus()
        self.area.ensureWidgetVisible(widget)


def _say(field: Field, entered: Entered) -> None:
    if entered.wrong is not None:
        field.warn(Level.ERROR, sentence(entered.wrong))
    elif entered.figure is not None:
        field.warn(Level.OK, _("＝ {figure}").format(figure=figure_text(entered.figure)))
    else:
        field.warn(None)
