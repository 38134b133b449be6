"""政策: one tab for the support policies, one for the business scope."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged, Shown
from desktop.domain.halls.roles import Right
from desktop.services.advice.consultations import log_question
from desktop.services.policies.sheet import issue_sheet
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.policies.scope import ScopePane
from desktop.ui.pages.policies.support import SupportPane
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column
from desktop.wording import _
from desktop.wording.guidance.policies import NO_ITEM

SUPPORT, SCOPE = range(2)
SCOPE_OF = "scope:"
FIRM = "QY01"
"""内资公司设立登记, where a scope is first written down."""


class PoliciesPage(Room):
    """`show_what`: a policy's id, or `scope:` with the text of a 经营范围."""

    topics = frozenset({Topic.ITEMS})
    context = Context.POLICIES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = Tabs([_("支持政策"), _("经营范围")])
        self.support, self.scope = SupportPane(desk), ScopePane(desk)
        self.panes = QStackedWidget()
        for pane in (self.support, self.scope):
            self.panes.addWidget(pane)
            pane.pressed.connect(lambda verb: self.verbs()[verb]())
        inside = QWidget()
        down = column(inside)
        down.addWidget(self.tabs)
        down.addWidget(self.panes, 1)
        self.stack.addWidget(inside)
        self.tabs.chosen.connect(self._chosen)

    def verbs(self) -> Verbs:
        go: dict[str, Callable[[], object]] = {
            "tab_1": partial(self.tabs.choose, SUPPORT),
            "tab_2": partial(self.tabs.choose, SCOPE),
            "apply_item": self.apply,
            "find": self.enter,
        }
        if self.tabs.place == SUPPORT:
            return {**go, "print_papers": self.print_sheet, "consult": self.consult}
        return {**go, "register_firm": partial(self._serve, FIRM)}

    def enter(self) -> None:
        (self.support if self.tabs.place == SUPPORT else self.scope).take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.support.reload()
        self.scope.reload()

    def show_what(self, what: str) -> None:
        if what.startswith(SCOPE_OF):
            self.tabs.choose(SCOPE)
            self.scope.show_text(what.removeprefix(SCOPE_OF))
        else:
            self.tabs.choose(SUPPORT)
            self.support.show_policy(what)

    def step_back(self) -> bool:
        return self.tabs.place == SUPPORT and self.support.step_back()

    def print_sheet(self) -> None:
        """F2: journal what stands on the screen and show its paper."""
        sheet = self.support.sheet
        if sheet is None:
            return
        number = self.desk.perform(
            lambda: issue_sheet(self.desk.office, self.desk.acting, sheet), {Topic.PAPERS}
        )
        if number is not None:
            self.wanted.emit("papers", f"policies|{number}")

    def consult(self) -> None:
        """Ctrl+J: somebody asked about this policy, and was shown it."""
        policy = self.support.form.policy
        if policy is None or policy.id not in self.desk.office.catalogue.policies:
            self.say(Tone.INFO, _("先选一项政策。"))
            return
        told = ConsultationLogged(
            by=AskedBy.COUNTER, answered=Answered.TOLD, shown=Shown.POLICY, id=policy.id
        )
        logged = self.desk.perform(
            lambda: log_question(self.desk.office, self.desk.acting, told), {Topic.LOG}
        )
        if logged is not None:
            self.say(Tone.GOOD, _("已记咨询：{name}").format(name=policy.name))

    def apply(self) -> None:
        """F6: the intake begins with the item; the 办事清单 is one more key there."""
        item = (self.support if self.tabs.place == SUPPORT else self.scope).item
        if item:
            self._serve(item)
        elif self.tabs.place == SUPPORT:
            self.say(Tone.INFO, NO_ITEM)
        else:
            self.say(Tone.INFO, _("先选一项许可或备案。"))

    def _serve(self, item: str) -> None:
        if item not in self.desk.office.catalogue.items:
            self.say(Tone.INFO, NO_ITEM)
        elif self.desk.may(Right.SERVE):
            self.wanted.emit("intake", item)
        else:
            self.say(Tone.INFO, _("收件在窗口办理，您的角色不能接待。"))

    def _chosen(self, place: int) -> None:
        self.panes.setCurrentIndex(place)
        self.enter()
