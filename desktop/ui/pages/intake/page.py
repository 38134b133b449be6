"""接待: three columns, one way through, nothing said twice."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.missing import Missing, Place
from desktop.domain.halls.roles import Right
from desktop.services.cases.acts import Done
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.counter import INTAKE
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import hints_of
from desktop.ui.pages.intake import deeds, words
from desktop.ui.pages.intake.bar import WORDS, FunctionBar
from desktop.ui.pages.intake.find import FindPanel
from desktop.ui.pages.intake.middle import Middle
from desktop.ui.pages.intake.review import ReviewPanel
from desktop.ui.pages.intake.session import Session
from desktop.ui.pages.page import Page
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.labels import column, row
from desktop.wording import _


class IntakePage(Page):
    """`show_what`: an item's id, `draft:<id>`, or `case:<number>` for 补收."""

    topics = frozenset({Topic.ITEMS, Topic.DRAFTS})
    context = Context.INTAKE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.session = Session(desk, self)
        self.banner = Banner()
        self.finder = FindPanel(desk)
        self.middle = Middle(desk, self.session)
        self.review = ReviewPanel(self.session)
        self.bar = FunctionBar()
        self.done: Done | None = None
        self._offered_back = False
        self._build()
        self._connect()
        self._refresh()

    def enter(self) -> None:
        self.finder.refresh()
        self._offer_back()
        if self.session.draft is None:
            self.finder.focus()
        else:
            self.middle.focus()

    def leave(self) -> bool:
        self.session.keep()
        return True

    def reload(self, topics: Set[Topic]) -> None:
        if self.session.draft is None:
            self.finder.refresh()

    def busy(self) -> bool:
        return self.session.draft is not None

    def hints(self) -> str:
        return (
            hints_of(self.middle.context)
            if self.middle.hasFocusInside()
            else hints_of(Context.SEARCH)
        )

    def show_what(self, what: str) -> None:
        if what.startswith("case:"):
            self._next_person("served")
            if self.session.open_case(what.removeprefix("case:")):
                self.middle.go("step_sheet")
        elif what.startswith("draft:"):
            self._resume(what.removeprefix("draft:"))
        elif what in self.desk.office.catalogue.items:
            self.take_item(what)

    def take_item(self, id: str) -> None:
        """Begin with this item. After an act that is the next applicant's."""
        if self.done is not None:
            self._next_person("served")
        if self.session.take_item(id):
            self.middle.begin()

    def scanned(self, text: str) -> bool:
        if self.middle.take_scan(text) or self.finder.take_scan(text):
            return True
        if self.desk.office.store.views.case(text.strip()) is not None:
            self.wanted.emit("cases", text.strip())
            return True
        return False

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        self.banner.say_refusal(sentence, data)
        return True

    def back(self) -> bool:
        """Strips and panels, then the steps backwards, then the search, then its text."""
        if not self.banner.isHidden():
            self.banner.put_away()
        elif self.finder.line.hasFocus():
            if self.finder.line.text():
                self.finder.line.clear()
            elif self.session.draft is not None:
                self.middle.focus()
        elif not self.middle.back():
            self.finder.focus()
        return True

    def act(self, verb: str) -> None:
        """What a function key or its button does."""
        {
            "print_list": self._print_list,
            "notify": lambda: self._open("notify", Right.SERVE),
            "ship": self._ship,
            "receive": self._receive,
            "refuse": lambda: self._open("refuse", Right.REFUSE),
            "hold": self._hold,
            "finish": self._finish,
            "answers": lambda: self._with_item(self.middle.edit_answers),
            "why": lambda: self._with_item(self.middle.explain),
            "undo": self._undo,
            "step_sheet": lambda: self._with_item(lambda: self.middle.go("step_sheet")),
            "step_who": lambda: self._with_item(lambda: self.middle.go("step_who")),
            "step_delivery": lambda: self._with_item(lambda: self.middle.go("step_delivery")),
        }[verb]()

    def _build(self) -> None:
        columns = row(gap=2.5)
        columns.addWidget(self.finder, 26)
        columns.addWidget(self.middle, 64)
        columns.addWidget(self.review, 30)
        self.finder.setMinimumWidth(unit(50))
        self.review.setMinimumWidth(unit(54))
        inside = column(self, gap=2.5)
        inside.addWidget(self.banner)
        inside.addLayout(columns, 1)
        inside.addWidget(self.bar)

    def _connect(self) -> None:
        self.session.changed.connect(self._refresh)
        self.session.kept.connect(self.review.say_saved)
        self.finder.item_taken.connect(self.take_item)
        self.finder.draft_taken.connect(self._resume)
        self.middle.searching.connect(self.finder.focus)
        self.middle.said.connect(lambda text: self.banner.say(Tone.INFO, text))
        self.middle.chosen.connect(self._after)
        self.banner.jump.connect(self._jump_to_row)
        self.banner.chosen.connect(self._resume)
        self.bar.asked.connect(self.act)
        for key in INTAKE:
            shortcut = QShortcut(QKeySequence(key.keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda verb=key.verb: self.act(verb))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _refresh(self) -> None:
        self.middle.refresh()
        self.review.refresh()
        self._refresh_bar()

    def _refresh_bar(self) -> None:
        """The words and the readiness of the keys, as the draft stands."""
        begun, panel = self.session.draft is not None and self.done is None, self.middle.panel
        final = self.middle.panel_words or deeds.final_words(self.desk, self.session)
        lacking = self.middle.lacking
        for verb in ("print_list", "notify", "ship", "receive", "refuse"):
            self.bar.set_ready(verb, begun, _("先选事项"))
        self.bar.set_words("finish", final or _("只提供咨询"))
        self.bar.set_ready("finish", begun and (bool(panel) or not lacking), self.middle.hint)
        case = self.session.draft.case if self.session.draft else ""
        self.bar.set_words("receive", _("补收材料") if case else WORDS["receive"])
        self.bar.set_words("hold", _("挂起") if begun else _("取回"))
        self.bar.offer("refuse", self.desk.may(Right.REFUSE))

    def _with_item(self, then: object) -> None:
        """Run what needs an item in hand; without one the search is where to begin."""
        if self.session.draft is None or self.done is not None:
            self.banner.say(Tone.INFO, _("先在左边选事项：输首字母，按 Enter。"))
            self.finder.focus()
        elif callable(then):
            then()
            self._refresh_bar()

    def _open(self, panel: str, right: Right) -> None:
        if self.desk.may(right):
            self._with_item(lambda: self.middle.open_panel(panel))

    def _print_list(self) -> None:
        def go() -> None:
            number = deeds.print_list(self.desk, self.session)
            if number:
                self.wanted.emit("papers", f"intake|{number}")

        self._with_item(go)

    def _ship(self) -> None:
        if self.done is not None:
            self._after("ship_result")
        else:
            self._with_item(self.middle.choose_courier)

    def _receive(self) -> None:
        def go() -> None:
            lacking = self.session.lacking(materials=False)
            if lacking:
                self._jump(lacking[0])
            else:
                self._show(deeds.receive(self.desk, self.session))

        self._with_item(go)

    def _finish(self) -> None:
        def go() -> None:
            if self.middle.panel:
                self._show(self.middle.issue())
                return
            lacking = self.session.lacking()
            if lacking and deeds.final_words(self.desk, self.session):
                self._jump(lacking[0])
            else:
                self._show(deeds.finish(self.desk, self.session))

        self._with_item(go)

    def _hold(self) -> None:
        if self.session.draft is not None and self.done is None:
            if self.session.hold():
                self.banner.say(Tone.GOOD, _("已挂起，F8 取回。"))
                self.finder.line.clear()
                self.finder.refresh()
                self.finder.focus()
            else:
                self.banner.say(Tone.INFO, _("还没有内容，不用挂起。"))
            return
        drafts = self.finder.drafts()
        if len(drafts) == 1:
            self._resume(drafts[0].id)
        else:
            told = _("左边选一份取回：↑↓，Enter。") if drafts else _("没有挂起的办件。")
            self.finder.line.clear()
            self.finder.focus()
            self.banner.say(Tone.INFO, told)

    def _undo(self) -> None:
        done = self.session.undo() if self.done is None else ""
        told = _("撤销：{words}").format(words=done) if done else _("没有可以撤销的。")
        self.banner.say(Tone.INFO, told)

    def _resume(self, id: str) -> None:
        self.banner.put_away()
        if self.done is not None:
            self._next_person("served")
        if self.session.resume(id):
            self.middle.begin()

    def _offer_back(self) -> None:
        """After a crash, or a closing in mid-case: the draft that was in hand, once."""
        if self._offered_back or self.session.draft is not None:
            return
        self._offered_back = True
        left = next((found for found in self.finder.drafts() if not found.held), None)
        if left is not None and left.item in self.desk.office.catalogue.items:
            told = _("上次没办完：{name}，已核 {n} 项，{at} 保存，一样不少。").format(
                name=self.desk.office.item(left.item).name,
                n=left.ticked,
                at=f"{left.saved_at:%m-%d %H:%M}",
            )
            self.banner.say(Tone.INFO, told, (left.id, _("继续")))

    def _show(self, done: Done | None) -> None:
        if done is None:
            return
        self.done = done
        self.banner.put_away()
        self.middle.show_done(done, deeds.paper_names(done))
        self._refresh_bar()

    def _after(self, verb: str) -> None:
        done = self.done
        if done is None:
            return
        match verb:
            case "print_result":
                self.wanted.emit("papers", "intake|" + ",".join(done.papers))
            case "ship_result":
                self.wanted.emit("courier", f"new:{done.case.number}")
            case "another":
                self.done = None
                self.session.another()
                self.finder.line.clear()
                self.finder.refresh()
                self.finder.focus()
            case "next_person":
                self._next_person("served")
                self.finder.focus()

    def _next_person(self, outcome: str) -> None:
        if self.done is not None:
            self.done = None
            self.session.finish_visit(outcome)
        self.finder.line.clear()
        self.finder.refresh()
        self._refresh()

    def _jump(self, found: Missing) -> None:
        """F9 says what is missing and goes there."""
        sheet = self.session.sheet
        if sheet is not None:
            self.banner.say(Tone.WARN, words.missing_words(found, sheet))
            self.middle.jump(found)

    def _jump_to_row(self, key: str) -> None:
        self.banner.put_away()
        self.middle.jump(Missing(Place.MATERIAL, key))

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            self.hinted.emit(self.hints())
