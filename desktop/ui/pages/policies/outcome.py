"""What comes of it: the verdict, the ceiling with its formula, source, doubts, and the next keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.policies.eligible import Answer
from desktop.domain.policies.sheet import PolicySheet
from desktop.ui.pages.policies.conditions import TONES
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.facts import Facts
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class Outcome(QFrame):
    """`pressed(verb)` of the buttons. No amount stands here without its caution."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.amount_label, self.amount = label(role="quiet"), label(role="title", wrap=True)
        self.caution = label(role="warn", wrap=True)
        self.facts = Facts()
        self.print = KeyButton("print_papers", _("打印测算单"))
        self.apply = KeyButton("apply_item", _("去办申报事项"), primary=True)
        inside = column(self, margin=3, gap=2)
        inside.addWidget(label(_("测算"), "heading"))
        for told in (self.amount_label, self.amount, self.caution):
            inside.addWidget(told)
        inside.addWidget(self.facts, 1)
        for button in (self.print, self.apply):
            button.clicked.connect(lambda _on=False, verb=button.verb: self.pressed.emit(verb))
            inside.addWidget(button)

    def show_sheet(self, sheet: PolicySheet, verdict: Answer, applies: bool) -> None:
        """What stands on the sheet, word for word."""
        self.amount_label.setText(sheet.amount_label)
        self.amount.setText(sheet.amount)
        for told in (self.amount_label, self.amount):
            told.setVisible(bool(sheet.amount))
        self.caution.setText(sheet.caution)
        self.facts.show_facts(
            [
                (_("算式"), sheet.working),
                (_("条件"), label(sheet.verdict, TONES[verdict], wrap=True)),
                (_("上限"), sheet.cap_scope),
                (_("来源"), sheet.sources),
                (_("疑点"), sheet.doubts),
                (_("要问清"), sheet.ask),
                (_("申报事项"), sheet.apply),
            ]
        )
        self.apply.setVisible(applies)
