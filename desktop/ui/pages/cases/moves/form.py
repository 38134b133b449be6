"""MoveForm: a form as its spec asks, rebuilt for each move; F9 performs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.verdict import Level
from desktop.services.cases.acts import Done
from desktop.ui.pages.cases.moves.spec import FIELD_OF, Ask, Form, Kind, Values
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.long import LongField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import clear, column, frame, label, row
from desktop.wording import _

WIDE = (Kind.LONG, Kind.SWITCH)


class MoveForm(QFrame):
    """`open(form)`; `perform(clerk)` is the verb with what stands on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._form: Form | None = None
        self.fields: dict[str, QWidget] = {}
        self._title = label("", "title", wrap=True)
        self._told = label("", "quiet", wrap=True)
        self.button = KeyButton("finish", "", primary=True)
        inside = column(self, margin=3, gap=2)
        inside.addWidget(self._title)
        inside.addWidget(self._told)
        self._inside = column()
        inside.addLayout(self._inside, 1)
        foot = row()
        foot.addWidget(label(_("Esc 不办了"), "quiet"))
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addLayout(foot)

    def open(self, form: Form, item_name: str) -> None:
        """Fresh fields for this move, the first one in focus."""
        self._form = form
        self._title.setText(f"{form.title} · {item_name}")
        self._told.setText(form.told)
        self.button.set_words(form.button)
        self.fields = {ask.name: self._field(ask) for ask in form.asks}
        self._lay_out(form.asks)
        self._show()
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()

    @property
    def values(self) -> Values:
        """What stands on the screen, by name; what is not asked just now is empty."""
        return {name: _value(field) for name, field in self.fields.items()}

    def perform(self) -> Callable[[Clerk], Done]:
        """The verb; call it within `desk.perform`."""
        form, values = self._form, self.values
        assert form is not None
        return lambda clerk: form.perform(clerk, values)

    def go_back_to(self, code: str) -> None:
        """The field that the refusal is about."""
        field = self.fields.get(FIELD_OF.get(code, ""))
        if field is not None and not field.isHidden():
            field.setFocus()

    def _lay_out(self, asks: tuple[Ask, ...]) -> None:
        """Two beside one another, long ones across."""
        sheet = frame("plain")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, unit(2), 0)
        grid.setHorizontalSpacing(unit(4))
        grid.setVerticalSpacing(unit(3))
        down = across = 0
        for ask in asks:
            wide = ask.kind in WIDE
            if wide and across:
                down, across = down + 1, 0
            grid.addWidget(self.fields[ask.name], down, across, 1, 2 if wide else 1)
            down, across = (down, 1) if not wide and not across else (down + 1, 0)
        grid.setRowStretch(down + 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        clear(self._inside)
        scroll = scroll_over(sheet)
        self._inside.addWidget(scroll)
        scroll.show()

    def _field(self, ask: Ask) -> QWidget:
        match ask.kind:
            case Kind.LONG:
                area = LongField(ask.words, ask.hint)
                area.set_text(ask.first)
                return area
            case Kind.PICK:
                chosen = Pick(ask.words, ask.values)
                chosen.set_value(ask.first)
                chosen.picked.connect(lambda _value: self._show())
                return chosen
            case Kind.DAY:
                return DayField(ask.words, ask.first)
            case Kind.SWITCH:
                turned = Switch(ask.words)
                turned.setChecked(ask.first)
                turned.toggled.connect(lambda _on: self._show())
                return turned
        line = Field(ask.words, ask.hint)
        line.set_text(str(ask.first))
        line.finished.connect(line.focusNextChild)
        if ask.kind is Kind.NUMBER:
            line.line.setInputMask("")
            line.line.setMaxLength(4)
        if ask.judge is not None:
            judge = ask.judge
            line.edited.connect(lambda text: line.warn(Level.OK, judge(text)))
        return line

    def _show(self) -> None:
        """What is asked only in some cases comes and goes with the answers before it."""
        if self._form is None:
            return
        values = self.values
        for ask in self._form.asks:
            if ask.when is not None:
                self.fields[ask.name].setVisible(ask.when(values))


def _value(field: QWidget) -> Any:
    match field:
        case Pick():
            return field.value
        case DayField():
            return field.day
        case Switch():
            return field.isChecked()
        case Field() | LongField():
            return field.text
    return None


def whole(text: object) -> int:
    """A number as it was typed; anything else is none, which the rule then refuses."""
    typed = str(text).strip()
    return int(typed) if typed.isdecimal() else 0
