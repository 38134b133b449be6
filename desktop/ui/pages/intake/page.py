"""接待: three columns, one way through, nothing said twice."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.missing import Missing, Place
from desktop.domain.halls.roles import Right
from desktop.services.cases import scans
from desktop.services.cases.acts import Done
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.counter import INTAKE
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import hints_of
from desktop.ui.pages.intake import deeds, parcels, words
from desktop.ui.pages.intake.bar import WORDS, FunctionBar
from desktop.ui.pages.intake.find import FindPanel
from desktop.ui.pages.intake.functions import FunctionKeys
from desktop.ui.pages.intake.middle import Middle
from desktop.ui.pages.intake.review import ReviewPanel
from desktop.ui.pages.intake.session import Session
from desktop.ui.pages.page import Page
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.labels import column, row
from desktop.wording import _


class IntakePage(Page):
    """`show_what`: an item's id, `draft:<id>`, or `case:<number>` for 补收;
    `parcel:<number>` for what came by courier, with `:case:<number>` or `:draft:<id>` where known.
    """

    topics = frozenset({Topic.ITEMS, Topic.DRAFTS})
    context = Context.INTAKE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.session = Session(desk, self)
        self.banner = Banner()
        self.finder = FindPanel(desk, self.session)
        self.middle = Middle(desk, self.session)
        self.review = ReviewPanel(self.session)
        self.bar = FunctionBar()
        self.functions = FunctionKeys(desk, self.session, self.middle, self)
        self.done: Done | None = None
        self._offered_back = False
        self._build()
        self._connect()
        self._refresh()

    def enter(self) -> None:
        self.session.keep()
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
        inside = self.middle.context if self.middle.hasFocusInside() else Context.SEARCH
        return "　".join((hints_of(inside), hints_of(Context.INTAKE)))

    def show_what(self, what: str) -> None:
        if what.startswith(("case:", "parcel:")):
            self._next_person()
            self._choose_item(parcels.take(self.session, self.middle, what))
        elif what.startswith("draft:"):
            self._resume(what.removeprefix("draft:"))
        elif what in self.desk.office.catalogue.items:
            self.take_item(what)

    def take_item(self, id: str) -> None:
        """Begin with this item. After an act that is the next applicant's."""
        if self.done is not None:
            self._next_person()
        if self.session.parcel:
            self.banner.put_away()
        if self.session.take_item(id, self.finder.ticket.text):
            self.finder.ticket.line.clear()
            self.middle.begin()

    def scanned(self, text: str) -> bool:
        if self.middle.take_scan(text) or self.finder.take_scan(text):
            return True
        if scans.read(self.desk.office, text) is not None:
            self.wanted.emit("cases", f"scan:{text}")
            return True
        return False

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        self.banner.say_refusal(sentence, data)
        return True

    def back(self) -> bool:
        """Strips and panels, then the steps backwards, then the search, then its text."""
        if not self.banner.isHidden():
            self.banner.put_away()
        elif self.finder.put_advice_away():
            pass
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
        self.functions.act(verb)
        self._refresh_bar()

    def shut(self) -> None:
        """The window closes: the visit of a finished case ends with it."""
        self.session.keep()
        if self.done is not None:
            self._next_person()

    def _build(self) -> None:
        columns = row(gap=2.5)
        columns.addWidget(self.finder, 30)
        columns.addWidget(self.middle, 63)
        columns.addWidget(self.review, 27)
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
        self.finder.theme_taken.connect(lambda id: self.wanted.emit("themes", id))
        self.middle.searching.connect(self.finder.focus)
        self.middle.said.connect(lambda text: self._say(Tone.INFO, text))
        self.middle.chosen.connect(self._after)
        self.middle.turned.connect(self._refresh_bar)
        self.banner.jump.connect(self._jump_to_row)
        self.banner.chosen.connect(self._resume)
        self.bar.asked.connect(self.act)
        keys = self.functions
        keys.done.connect(self._show)
        keys.lacking.connect(self._jump)
        keys.said.connect(lambda tone, text: self._say(Tone(tone), text))
        keys.wanted.connect(self.wanted)
        keys.idle.connect(self._idle)
        keys.holding.connect(self._hold)
        keys.advising.connect(self.finder.open_advice)
        self.finder.advice.logged.connect(lambda told: self._say(Tone.GOOD, told))
        keys.shipping.connect(lambda: self._after("ship_result"))
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
        for verb in ("print_list", "notify", "read_licence", "ship", "receive", "refuse"):
            self.bar.set_ready(verb, begun, _("先选事项"))
        self.bar.set_words("finish", final or _("只提供咨询"))
        self.bar.set_ready("finish", begun and (bool(panel) or not lacking), self.middle.hint)
        in_form = self.middle.front == "step_form"
        self.bar.set_words("print_list", _("打印申请表") if in_form else WORDS["print_list"])
        case = self.session.draft.case if self.session.draft else ""
        self.bar.set_words("receive", _("补收材料") if case else WORDS["receive"])
        self.bar.set_words("hold", _("挂起") if begun else _("取回"))
        self.bar.offer("refuse", self.desk.may(Right.REFUSE))

    def _hold(self) -> None:
        if self.session.draft is not None and self.done is None:
            if self.session.hold():
                self.banner.say(Tone.GOOD, _("已挂起，F8 取回。"))
                self.finder.line.clear()
                self.finder.refresh()
                self.finder.focus()
            elif self.session.draft is not None:
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

    def _resume(self, id: str) -> None:
        self.banner.put_away()
        if self.done is not None:
            self._next_person()
        if self.session.resume(id):
            self.middle.begin()

    def _offer_back(self) -> None:
        """After a crash, or a closing in mid-case: the draft that was in hand, once."""
        if self._offered_back or self.session.draft is not None:
            return
        self._offered_back = True
        left = next((found for found in self.finder.drafts() if not found.held), None)
        if left is not None and left.item in self.desk.office.catalogue.items:
            told = words.left_words(left, self.desk.office.item(left.item).name)
            self.banner.say(Tone.INFO, told, (left.id, _("继续")))

    def _idle(self) -> None:
        self._choose_item(_("先在左边选事项：输首字母，按 Enter。"))

    def _choose_item(self, told: str) -> None:
        if told:
            self.banner.say(Tone.INFO, told)
            self.finder.focus()

    def _show(self, done: Done) -> None:
        self.done = done
        self.banner.put_away()
        self.middle.show_done(done, deeds.paper_names(done))
        self.review.refresh()
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
                self._next_person()
                self.finder.focus()

    def _next_person(self) -> None:
        """下一位: the visit ends, the counter is clear."""
        if self.done is not None:
            self.done = None
            self.session.finish_visit("served")
        self.finder.line.clear()
        self.finder.refresh()
        self._refresh()

    def _say(self, tone: Tone, text: str) -> None:
        """At the foot of the middle column while a draft is there, else in the banner."""
        if self.session.draft is not None and self.done is None:
            self.middle.say(tone, text)
        else:
            self.banner.say(tone, text)

    def _jump(self, found: Missing) -> None:
        """F9 says what is missing and goes there."""
        sheet = self.session.sheet
        if sheet is not None:
            self.middle.jump(found)
            self._say(Tone.WARN, words.missing_words(found, sheet))

    def _jump_to_row(self, key: str) -> None:
        self.banner.put_away()
        self.middle.jump(Missing(Place.MATERIAL, key))

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            self.hinted.emit(self.hints())
