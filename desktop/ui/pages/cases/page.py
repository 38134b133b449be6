"""办件: lists → one case → a panel for a move; Esc goes back a level and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Set
from enum import IntEnum
from functools import partial

from desktop.domain.cases.acts import complete
from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Move, possible
from desktop.services.cases import acts, later
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.cases.detail import PAPERS, Detail
from desktop.ui.pages.cases.foot import VERBS
from desktop.ui.pages.cases.lists import Lists
from desktop.ui.pages.cases.more import More
from desktop.ui.pages.cases.moves.form import MoveForm
from desktop.ui.pages.cases.moves.table import BY_VERB
from desktop.ui.pages.cases.notice import Notice
from desktop.ui.pages.cases.refusal import RefusalPanel
from desktop.ui.pages.cases.ticking import Ticking
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.CASES, Topic.PAPERS, Topic.DRAFTS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1
    TICKING = 2
    NOTICE = 3
    REFUSAL = 4
    MORE = 5
    FORM = 6


ELSEWHERE = (Move.PRODUCE, Move.DELIVER)
"""Moves that are made on the page 出件."""


class CasesPage(Room):
    """`show_what`: a case's number opens it; `notify:` and `refuse:` before it open the panel."""

    topics = frozenset({Topic.CASES, Topic.DRAFTS, Topic.PAPERS, Topic.SHIPMENTS})
    context = Context.CASES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail = Lists(desk), Detail(desk)
        self.ticking, self.notice, self.refusal = Ticking(desk), Notice(desk), RefusalPanel(desk)
        self.more, self.form = More(), MoveForm()
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.detail)
        for level in (self.ticking, self.notice, self.refusal, self.more, self.form):
            self.stack.addWidget(level)
        self._fresh: tuple[str, ...] = ()
        self._connect()

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                return {"find": self.lists.look_for, **self._tabs(self.lists.tabs.choose)}
            case Level.DETAIL:
                moves = {verb: self._move_of(verb) for verb in VERBS}
                if not self.detail.ask.isHidden():
                    return {"finish": lambda: self.detail.ask.button.click()}
                return {**moves, "find": self._find, **self._tabs(self.detail.tabs.choose)}
            case Level.TICKING:
                told = self.ticking
                keys: Verbs = {"tick": told.tick, "exempt": told.exempt, "fault": told.fault}
                return {**keys, "kept": told.kept, "finish": self._supplement}
            case Level.NOTICE:
                return {"finish": self._notify, "fault": self.notice.fault}
            case Level.MORE:
                return {**self.more.verbs(), "finish": self.more.take, "open": self.more.take}
            case Level.FORM:
                return {"finish": self._move}
        return {"finish": self._refuse}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.take_focus()
        elif self.level is Level.DETAIL:
            self.detail.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        if self.detail.number and self.level is not Level.LISTS:
            self.desk.perform(lambda: self.detail.show_case(self.detail.number))

    def show_what(self, what: str) -> None:
        panel, colon, number = what.rpartition(":")
        self._open(number)
        if colon and self.level is Level.DETAIL:
            self._press(panel)

    def scanned(self, text: str) -> bool:
        """A case's or a paper's number leads to the case; anything else is searched for."""
        number = text.strip().upper()
        case = "-".join(number.split("-")[:4])
        if self.desk.office.store.views.case(case) is not None:
            self._open(case)
        else:
            self.stack.setCurrentIndex(Level.LISTS)
            self.lists.look_for(number)
        return True

    def step_back(self) -> bool:
        if self.detail.ask.put_away():
            self.detail.take_focus()
            return True
        match self.level:
            case Level.LISTS:
                return False
            case Level.DETAIL:
                self.stack.setCurrentIndex(Level.LISTS)
                self.lists.take_focus()
            case _:
                self.stack.setCurrentIndex(Level.DETAIL)
                self.detail.take_focus()
        return True

    def _connect(self) -> None:
        self.lists.case_opened.connect(self._open)
        self.lists.draft_opened.connect(lambda id: self.wanted.emit("intake", f"draft:{id}"))
        self.detail.foot.pressed.connect(self._press)
        self.detail.paper_opened.connect(self._look_at_paper)
        self.detail.parcel_opened.connect(lambda number: self.wanted.emit("courier", number))
        self.detail.ask.answered.connect(self._withdraw)
        self.ticking.button.clicked.connect(self._supplement)
        self.notice.button.clicked.connect(self._notify)
        self.refusal.button.clicked.connect(self._refuse)
        self.more.taken.connect(self._fill_in)
        self.form.button.clicked.connect(self._move)
        self.banner.jump.connect(self._tick_at)
        self.banner.chosen.connect(lambda _action: self._print())

    @staticmethod
    def _tabs(choose: Callable[[int], None]) -> Verbs:
        return {f"tab_{n + 1}": partial(choose, n) for n in range(4)}

    def _move_of(self, verb: str) -> Callable[[], object]:
        return lambda: self._press(verb)

    def _find(self) -> None:
        self.stack.setCurrentIndex(Level.LISTS)
        self.lists.look_for()

    def _open(self, number: str) -> None:
        self._fresh = ()
        shown = self.desk.perform(lambda: self.detail.show_case(number))
        if shown is not None:
            self.banner.put_away()
            self.stack.setCurrentIndex(Level.DETAIL)
            self.detail.take_focus()

    def _press(self, verb: str) -> None:
        case = self.detail.case
        if case is None or not self.detail.foot.offered(verb):
            return
        match verb:
            case "print_papers":
                self._print()
            case "ship":
                self.wanted.emit("courier", f"new:{case.number}")
            case "withdraw":
                self.detail.ask_why()
            case "supplement":
                self._tick_at("")
            case "notify":
                self.stack.setCurrentIndex(Level.NOTICE)
                self.notice.open(case)
            case "refuse":
                self.stack.setCurrentIndex(Level.REFUSAL)
                self.refusal.open(case)
            case "more":
                self.stack.setCurrentIndex(Level.MORE)
                self.more.open(self.desk, case)
            case "finish":
                self._next(case)

    def _next(self, case: Case) -> None:
        """F9: concluded at once, or filled in first, or on the page 出件."""
        move = self.detail.foot.wanted(case)
        if move in ELSEWHERE:
            self.wanted.emit("delivery", case.number)
        elif move is not None and move.value in BY_VERB:
            self._fill_in(move.value)
        else:
            number = case.number
            self._done(lambda: acts.conclude(self.desk.office, self.desk.acting, number))

    def _fill_in(self, verb: str) -> None:
        case = self.detail.case
        if case is None:
            return
        form = self.desk.perform(lambda: BY_VERB[verb].make(self.desk.office, case))
        if form is not None:
            self.banner.put_away()
            self.stack.setCurrentIndex(Level.FORM)
            self.form.open(form, case.item_name)

    def _move(self) -> None:
        verb = self.form.perform()
        self._done(lambda: verb(self.desk.acting))

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        if self.level is Level.FORM:
            self.form.go_back_to(code)
        return super().show_refusal(code, sentence, data)

    def _tick_at(self, line: str) -> None:
        case = self.detail.case
        if case is None:
            return
        draft = self.desk.perform(
            lambda: later.open_again(self.desk.office, self.desk.acting, case)
        )
        if draft is not None:
            self.banner.put_away()
            self.stack.setCurrentIndex(Level.TICKING)
            self.ticking.open(draft, case.item_name, line)

    def _supplement(self) -> None:
        """What came in is kept; a case that lacks nothing any more must be accepted (32(5))."""
        draft = self.ticking.draft
        done = self._done(lambda: acts.supplement(self.desk.office, self.desk.acting, draft))
        case = self.detail.case
        if done and case is not None and Move.ACCEPT in possible(case.stage) and complete(case):
            self.say(Tone.WARN, _("材料已经齐全，应当受理，请按 F9。"))

    def _notify(self) -> None:
        self._done(self.notice.perform())

    def _refuse(self) -> None:
        self._done(self.refusal.perform())

    def _withdraw(self, reason: str) -> None:
        number = self.detail.number
        done = self._done(lambda: acts.withdraw(self.desk.office, self.desk.acting, number, reason))
        if done:
            self.detail.ask.put_away()

    def _done(self, verb: Callable[[], acts.Done]) -> bool:
        """Perform a move; then show the case as it stands, and offer its new papers."""
        done = self.desk.perform(verb, CHANGED)
        if done is None:
            return False
        self._fresh = done.papers
        self.detail.show_case(done.case.number)
        self.stack.setCurrentIndex(Level.DETAIL)
        self.detail.take_focus()
        told = _("{number} 现在是「{stage}」。").format(
            number=done.case.number, stage=word(done.case.stage)
        )
        actions = [("print", _("F2 打印 {n} 份文书").format(n=len(done.papers)))]
        self.say(Tone.GOOD, told, *(actions if done.papers else []))
        return True

    def _print(self) -> None:
        """What was just issued, else the chosen paper, else the list of papers to choose from."""
        numbers = self._fresh or ((self.detail.paper,) if self.detail.paper else ())
        if numbers:
            self._look_at_paper(",".join(numbers))
        else:
            self.detail.tabs.choose(PAPERS)

    def _look_at_paper(self, numbers: str) -> None:
        self.wanted.emit("papers", f"cases|{numbers}")
