"""支持政策: the list, the conditions and figures, and what comes of them at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.policies.assess import assess
from desktop.domain.policies.sheet import PolicySheet
from desktop.ui.desk import Desk
from desktop.ui.pages.policies.conditions import ConditionForm
from desktop.ui.pages.policies.finder import PolicyFinder
from desktop.ui.pages.policies.outcome import Outcome
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.labels import row
from desktop.wording.guidance.policies import sheet_of


class SupportPane(QWidget):
    """`pressed(verb)` of the buttons. Another policy begins with nothing answered."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet: PolicySheet | None = None
        self.finder, self.form, self.outcome = PolicyFinder(desk), ConditionForm(), Outcome()
        across = row(self, gap=2.5)
        across.addWidget(self.finder, 30)
        across.addWidget(self.form, 52)
        across.addWidget(self.outcome, 38)
        self.finder.setMinimumWidth(unit(50))
        self.outcome.setMinimumWidth(unit(70))
        self.finder.looked_at.connect(self._show)
        self.finder.taken.connect(self.form.begin)
        self.form.changed.connect(self._assess)
        self.form.stepped_back.connect(self.finder.take_focus)
        self.outcome.pressed.connect(self.pressed)
        self.reload()

    @property
    def item(self) -> str:
        """The item by which the policy on the screen is applied for; empty where there is none."""
        policy = self.form.policy
        return (policy.apply_item or "") if policy else ""

    def reload(self) -> None:
        self.finder.reload()

    def take_focus(self) -> None:
        self.finder.take_focus()

    def show_policy(self, id: str) -> None:
        """Bring this policy to the front, answers empty."""
        self.finder.choose(id)
        self.form.begin()

    def step_back(self) -> bool:
        """From the form to the search, there from the text to none."""
        if self.form.holds_focus():
            self.finder.take_focus()
            return True
        return self.finder.step_back()

    def _show(self, id: str) -> None:
        policy = self._desk.office.catalogue.policy(id)
        if policy is not None and policy != self.form.policy:
            self.form.show_policy(policy)
            self._assess()

    def _assess(self) -> None:
        policy, catalogue = self.form.policy, self._desk.office.catalogue
        if policy is None:
            return
        found = assess(policy, self.form.answers, self.form.texts)
        self.sheet = sheet_of(found, catalogue.sources, catalogue.items)
        self.form.show_found(found)
        self.outcome.show_sheet(self.sheet, found.eligibility.verdict, bool(self.item))
