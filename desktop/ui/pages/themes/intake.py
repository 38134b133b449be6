"""一次受理: the intake's own panels over the joint checklist, with the plan beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from desktop.domain.cases.missing import Missing, Place
from desktop.domain.themes.gantt import gantt
from desktop.domain.themes.ledger import savings
from desktop.domain.themes.received import members
from desktop.ui.desk import Desk
from desktop.ui.pages.intake import words
from desktop.ui.pages.intake.panels.delivery import DeliveryPanel
from desktop.ui.pages.intake.panels.who import WhoPanel
from desktop.ui.pages.intake.sheet.materials import MaterialsPanel
from desktop.ui.pages.intake.steps import PLACES, StepStrip
from desktop.ui.pages.themes.overview import Overview
from desktop.ui.pages.themes.session import ThemeSession
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _


class ThemeIntake(QFrame):
    """`pressed(verb)` of the buttons."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, session: ThemeSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk, self._session = desk, session
        self.lacking: tuple[Missing, ...] = ()
        self.materials = MaterialsPanel(session)
        self.who, self.delivery = WhoPanel(desk, session), DeliveryPanel(session)
        self.overview = Overview()
        self._title, self._saved = label("", "title", wrap=True), label("", "quiet")
        self._steps, self._hint = StepStrip(), Elided(role="quiet", lines=2)
        self._stack = QStackedWidget()
        self._panels: dict[str, QWidget] = {
            "step_sheet": self.materials,
            "step_who": self.who,
            "step_delivery": self.delivery,
        }
        self.buttons = {
            "withdraw": KeyButton("withdraw", _("不办了")),
            "print_papers": KeyButton("print_papers", _("打印方案")),
            "finish": KeyButton("finish", _("一次受理"), primary=True),
        }
        self._build()
        self._connect()

    @property
    def front(self) -> str:
        """The step in front."""
        now = self._stack.currentWidget()
        return next(step for step, panel in self._panels.items() if panel is now)

    def begin(self) -> None:
        """A draft came to the counter."""
        self._stack.setCurrentWidget(self.materials)
        self.refresh()
        self.materials.begin()

    def focus(self) -> None:
        {
            "step_sheet": self.materials.focus,
            "step_who": self.who.focus,
            "step_delivery": self.delivery.focus,
        }[self.front]()

    def go(self, step: str) -> None:
        self._stack.setCurrentWidget(self._panels[step])
        self.refresh()
        self.focus()

    def jump(self, found: Missing) -> None:
        """To the place where this is missing, saying what."""
        self._stack.setCurrentWidget(self._panels[PLACES[found.place]])
        self.refresh()
        match found.place:
            case Place.MATERIAL:
                self.materials.go_to(found.target)
            case Place.QUESTION:
                self.materials.edit_answers(found.target)
            case Place.DELIVERY:
                self.delivery.focus(f"delivery.{found.target}")
            case Place.PRESENCE:
                self.who.focus("presence")
            case _:
                self.who.focus(f"{found.place}.{found.target}")
        if self._session.sheet is not None:
            self.say(words.missing_words(found, self._session.sheet), "warn")

    def back(self) -> bool:
        """Esc: strips and questions, then the steps backwards; False when the list is next."""
        if self.front == "step_sheet":
            return self.materials.back()
        self.go("step_who" if self.front == "step_delivery" else "step_sheet")
        return True

    def take_scan(self, text: str) -> bool:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.who.isAncestorOf(focused)
        return self.front == "step_who" and inside and self.who.take_scan(text)

    def say(self, text: str, role: str = "accent") -> None:
        """At the foot, until the next change."""
        wear(self._hint, role)
        self._hint.setText(text)

    def refresh(self) -> None:
        """The draft changed."""
        draft, sheet, plan = self._session.draft, self._session.sheet, self._session.plan
        if draft is None or sheet is None or plan is None:
            return
        self.lacking = self._session.lacking()
        for panel in (self.materials, self.who, self.delivery):
            panel.refresh()
        self._title.setText(sheet.item.name)
        since = draft.started_at
        self._saved.setText(_("草稿 · 接待 {at} 起").format(at=f"{since:%H:%M}") if since else "")
        self._steps.show_state(self.front, self.lacking, None)
        hint = words.missing_words(self.lacking[0], sheet) if self.lacking else ""
        self.say(hint or _("材料和信息齐了，按 F9 一次受理。"), "quiet")
        self.buttons["finish"].set_ready(not self.lacking, hint)
        catalogue = self._desk.office.catalogue
        names = "、".join(member.part.item.name for member in plan.stage(plan.orders[0])) if (
            plan.orders) else ""  # fmt: skip
        told = _("F9 先受理第一阶段：{names}").format(names=names) if names else ""
        self.overview.show_theme(
            _("办理方案"),
            told,
            gantt(members(plan)),
            savings(plan, catalogue.sources),
            ((_("未收录"), "、".join(plan.unknown)),),
        )

    def _build(self) -> None:
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        top = row(gap=3)
        top.addWidget(self._title, 1)
        top.addWidget(self._saved)
        left = column(gap=2)
        left.addLayout(top)
        left.addWidget(self._steps)
        left.addWidget(self._stack, 1)
        left.addWidget(self._hint)
        across = row(gap=4)
        across.addLayout(left, 62)
        across.addWidget(self.overview, 38)
        inside = column(self, margin=3)
        inside.addLayout(across, 1)
        inside.addLayout(foot(self.buttons.values(), self.pressed))

    def _connect(self) -> None:
        self._session.changed.connect(self.refresh)
        self._steps.asked.connect(self.go)
        self.materials.said.connect(self.say)
        self.materials.searching.connect(self.materials.focus)
        self.materials.crowding.connect(self._make_room)
        self.materials.next_step.connect(lambda: self.go("step_who"))
        self.who.finished.connect(lambda: self.go("step_delivery"))
        self.delivery.finished.connect(lambda: self.go("step_sheet"))

    def _make_room(self) -> None:
        """While something is asked in front of the list, the foot says nothing."""
        self._hint.setVisible(not (self.front == "step_sheet" and self.materials.crowded))
