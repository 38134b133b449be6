"""The middle column: the item's head, the steps, and whichever panel is in work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from desktop.domain.cases.missing import Missing, Place
from desktop.domain.forms.filling import gaps
from desktop.services.cases.acts import Done
from desktop.ui.desk import Desk
from desktop.ui.keys.key import Context
from desktop.ui.pages.intake import deeds, words
from desktop.ui.pages.intake.forms.panel import FormPanel
from desktop.ui.pages.intake.panels.correction import CorrectionPanel
from desktop.ui.pages.intake.panels.delivery import DeliveryPanel
from desktop.ui.pages.intake.panels.licences import LicencesPanel
from desktop.ui.pages.intake.panels.refusal import RefusalPanel
from desktop.ui.pages.intake.panels.result import ResultPanel
from desktop.ui.pages.intake.panels.who import WhoPanel
from desktop.ui.pages.intake.session import Session
from desktop.ui.pages.intake.sheet.materials import MaterialsPanel
from desktop.ui.pages.intake.steps import StepStrip
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _


class Middle(QFrame):
    """`searching`, `said(text)`, `chosen(verb)` of the result panel, `turned` to another panel."""

    searching = Signal()
    turned = Signal()
    said = Signal(str)
    chosen = Signal(str)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.desk, self._session = desk, session
        self.lacking: tuple[Missing, ...] = ()
        self.hint = ""
        self.empty = EmptyState(
            _("接待下一位"), _("左边输入事项的首字母，例如 spjy，按 Enter 开始")
        )
        self.materials = MaterialsPanel(session)
        self.who, self.delivery = WhoPanel(desk, session), DeliveryPanel(session)
        self.correction, self.refusal = CorrectionPanel(session), RefusalPanel(desk, session)
        self.licences, self.result = LicencesPanel(desk, session), ResultPanel()
        self.form = FormPanel(session)
        self._title, self._state = label(role="title", wrap=True), label(role="quiet")
        self._steps, self._hint = StepStrip(), Elided(role="quiet", lines=2)
        self._stack = QStackedWidget()
        self._panels: dict[str, QWidget] = {
            "empty": self.empty,
            "step_sheet": self.materials,
            "step_who": self.who,
            "step_delivery": self.delivery,
            "step_form": self.form,
            "notify": self.correction,
            "refuse": self.refusal,
            "licences": self.licences,
            "result": self.result,
        }
        self._build()
        self._connect()

    @property
    def front(self) -> str:
        """Name of the panel in front."""
        now = self._stack.currentWidget()
        return next(name for name, panel in self._panels.items() if panel is now)

    @property
    def panel(self) -> str:
        """`notify` or `refuse` while that panel is in front: F9 then issues its paper."""
        return self.front if self.front in ("notify", "refuse") else ""

    @property
    def panel_words(self) -> str:
        """What F9 does while a panel is in front."""
        words = {"notify": _("出具补正告知书"), "refuse": _("出具决定书")}
        return words.get(self.panel, "")

    @property
    def context(self) -> Context:
        if self.front == "result":
            return Context.RESULT
        if self.front == "step_form":
            return Context.FORM
        asking = self.materials.questions.asking or self.front != "step_sheet"
        return Context.QUESTION if asking else Context.CHECKLIST

    def hasFocusInside(self) -> bool:
        """Whether the keyboard is in this column."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def begin(self) -> None:
        """A draft came to the counter."""
        self._bring("step_sheet")
        self.materials.begin()

    def focus(self) -> None:
        """Where work goes on in the panel in front."""
        {
            "empty": self.searching.emit,
            "step_sheet": self.materials.focus,
            "step_who": self.who.focus,
            "step_delivery": self.delivery.focus,
            "step_form": self.form.focus,
            "notify": self.correction.focus,
            "refuse": self.refusal.focus,
            "licences": self.licences.focus,
            "result": self.result.setFocus,
        }[self.front]()

    def go(self, step: str) -> None:
        """To one of the steps."""
        if step == "step_form" and not self._session.entries:
            self.said.emit(_("本情形不用填申请表。"))
            return
        self._bring(step)
        self.focus()

    def open_panel(self, panel: str) -> None:
        """F3 or F7. A correction notice without a defect is not lawful; so it says."""
        if panel == "notify":
            self.correction.open_panel()
            if not self.correction.count:
                self.said.emit(_("材料齐全，没有要补正的：应当受理，不能出补正告知。"))
                return
        else:
            self.refusal.open_panel()
        self.go(panel)

    def issue(self) -> Done | None:
        """F9 in a panel: the notice or the refusal; None while something is missing."""
        people = self._session.lacking(materials=False)
        if people:
            sheet = self._session.sheet
            if sheet is not None:
                self.said.emit(words.missing_words(people[0], sheet))
            self.jump(people[0])
            return None
        if self.panel == "notify":
            return deeds.notify(self.desk, self._session, self.correction.told())
        told = self.refusal.told()
        if told is None:
            self.said.emit(_("先选不予受理的情形：按 1、2 或 3。"))
            return None
        return deeds.refuse(self.desk, self._session, told)

    def say(self, tone: Tone, text: str) -> None:
        """Say it at the foot of the column, where nothing moves, until the next change."""
        wear(
            self._hint, {Tone.WARN: "warn", Tone.BAD: "bad", Tone.GOOD: "good"}.get(tone, "accent")
        )
        self._hint.setText(text)

    @property
    def said_now(self) -> str:
        """What stands at the foot of the column."""
        return self._hint.full

    def show_done(self, done: Done, papers: tuple[str, ...]) -> None:
        self.result.show_done(done, papers)
        self.go("result")

    def choose_courier(self) -> None:
        """F5: the result is to be sent."""
        self.go("step_delivery")
        self.delivery.choose_courier()

    def edit_answers(self) -> None:
        self._bring("step_sheet")
        self.materials.edit_answers()

    def explain(self) -> None:
        self._bring("step_sheet")
        self.materials.explain()

    def jump(self, found: Missing) -> None:
        """To the place where this is missing."""
        match found.place:
            case Place.MATERIAL:
                self._bring("step_sheet")
                self.materials.go_to(found.target)
            case Place.QUESTION:
                self._bring("step_sheet")
                self.materials.edit_answers(found.target)
            case Place.DELIVERY:
                self._bring("step_delivery")
                self.delivery.focus(f"delivery.{found.target}")
            case Place.PRESENCE:
                self._bring("step_who")
                self.who.focus("presence")
            case _:
                self._bring("step_who")
                self.who.focus(f"{found.place}.{found.target}")

    def back(self) -> bool:
        """Esc: one level back; False when the search is next."""
        front = self.front
        if front == "step_sheet":
            return self.materials.back()
        if front in ("empty", "result"):
            return False
        self.go("step_who" if front == "step_delivery" else "step_sheet")
        return True

    def take_scan(self, text: str) -> bool:
        inside = self.front == "step_who" and self.hasFocusInside()
        return self.licences.take_scan(text) or (inside and self.who.take_scan(text))

    def refresh(self) -> None:
        """The draft changed."""
        draft, sheet = self._session.draft, self._session.sheet
        if draft is None or sheet is None:
            self.lacking, self.hint = (), ""
            self._bring("empty")
        else:
            self.lacking = self._session.lacking()
            self.hint = words.missing_words(self.lacking[0], sheet) if self.lacking else ""
            self.materials.refresh()
            self.who.refresh()
            self.delivery.refresh()
            if self.front == "step_form":
                self.form.refresh()
            gone = self.front == "step_form" and not self._session.entries
            if self.front == "empty" or gone:
                self._bring("step_sheet")
        self._refresh_head()

    def _refresh_head(self) -> None:
        draft, sheet = self._session.draft, self._session.sheet
        begun = draft is not None and sheet is not None
        for part in (self._title, self._state, self._steps, self._hint):
            part.setVisible(begun and self.front != "result")
        self._make_room()
        if draft is None or sheet is None:
            return
        self._title.setText(sheet.item.name)
        at = draft.started_at
        since = _("接待 {at} 起").format(at=f"{at:%H:%M}") if at else ""
        state = _("补收 {case}").format(case=draft.case) if draft.case else _("草稿")
        self._state.setText(" · ".join(part for part in (state, since) if part))
        entries = self._session.entries
        left = len(gaps(entries)) if entries else None
        self._steps.show_state(self.front, self.lacking, left)
        wear(self._hint, "quiet")
        form = _("Enter 到下一处空缺；F2 打印申请表，缺的可以打印后手写。")
        ready = self.hint or _("材料和信息齐了，按 F9。")
        self._hint.setText(form if self.front == "step_form" else ready)

    def _make_room(self) -> None:
        """While something is asked in front of the list, the foot says nothing."""
        asked = self.front == "step_sheet" and self.materials.crowded
        begun = self._session.sheet is not None and self.front != "result"
        self._hint.setVisible(begun and not asked)

    def _build(self) -> None:
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        top = row(gap=3)
        top.addWidget(self._title, 1)
        top.addWidget(self._state)
        inside = column(self, margin=3, gap=2)
        inside.addLayout(top)
        inside.addWidget(self._steps)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._hint)

    def _connect(self) -> None:
        self._steps.asked.connect(self.go)
        self.materials.searching.connect(self.searching)
        self.materials.said.connect(self.said)
        self.materials.crowding.connect(self._make_room)
        self.materials.next_step.connect(lambda: self.go("step_who"))
        self.who.finished.connect(lambda: self.go("step_delivery"))
        self.delivery.finished.connect(self._decided)
        self.form.finished.connect(self._filled)
        self.result.chosen.connect(self.chosen)
        self.licences.said.connect(self.said)

    def _decided(self) -> None:
        """Nothing left to fill in: back to the list, from where F9 is one press."""
        self.go("step_sheet")

    def _filled(self) -> None:
        self.said.emit(_("申请表填齐了：按 F2 打印，请申请人核对、签字。"))

    def _bring(self, name: str) -> None:
        self._stack.setCurrentWidget(self._panels[name])
        if name == "step_form":
            self.form.refresh()
        self._refresh_head()
        self.turned.emit()
