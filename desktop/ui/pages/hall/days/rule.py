"""How the hall counts: whether 补班 is a working day, where what comes in after closing belongs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.days.counting import CountingRule
from desktop.services.days.publish import set_rule
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, row
from desktop.wording import _


class RuleForm(QFrame):
    """`asked()` when it is to be saved; the reason is asked for once something differs."""

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self._shown: CountingRule | None = None
        self.adjusted = Switch(_("补班计为工作日"))
        self.next_day = Switch(_("闭门后收件算次日"))
        self.closes = Field(_("闭门时间"), _("如 17:00"))
        self.reason = Field(_("为什么改"), _("如：本厅规定第几条"))
        self.button = KeyButton("save_form", _("保存规则"), primary=True)
        inside = row(self, margin=3, gap=3)
        switches = column(gap=1.5)
        switches.addWidget(self.adjusted)
        switches.addWidget(self.next_day)
        inside.addLayout(switches)
        inside.addWidget(self.closes, 1)
        inside.addWidget(self.reason, 3)
        inside.addStretch(1)
        inside.addWidget(self.button)
        for switch in (self.adjusted, self.next_day):
            switch.toggled.connect(lambda _on: self._look())
        self.closes.edited.connect(lambda _text: self._look())
        self.reason.finished.connect(self.asked)
        self.button.clicked.connect(self.asked)

    @property
    def rule(self) -> CountingRule:
        """What the form says now. Closing time goes with the switch that needs it."""
        late = self.next_day.isChecked()
        return CountingRule(self.adjusted.isChecked(), self.closes.text if late else "", late)

    def follow(self, rule: CountingRule) -> None:
        """Show the rule in force when it is another; what is being filled in stays."""
        if rule == self._shown:
            return
        self._shown = rule
        self.adjusted.setChecked(rule.adjusted_count)
        self.next_day.setChecked(rule.next_day)
        self.closes.set_text(rule.closes_at)
        self.reason.set_text("")
        self._look()

    def verb(self) -> Callable[[], int]:
        office, clerk = self._desk.office, self._desk.acting
        rule, reason = self.rule, self.reason.text
        return lambda: set_rule(office, clerk, rule, reason)

    def _look(self) -> None:
        """Only what is of use now is asked."""
        changed = self.rule != self._desk.office.rule
        self.closes.setVisible(self.next_day.isChecked())
        self.reason.setVisible(changed)
        self.button.set_ready(changed, _("规则没有改动"))
