"""办件: lists → one case → a panel for a move; Esc goes back a level and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Set
from enum import IntEnum
from functools import partial

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import complete
from desktop.domain.cases.moves import Move, possible
from desktop.services.cases import acts, later, scans
from desktop.services.forms.papers import print_case_form
from desktop.services.handling.ledger import print_ledger
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.cases import columns
from desktop.ui.pages.cases.detail import PAPERS, TERMS, Detail
from desktop.ui.pages.cases.foot import VERBS
from desktop.ui.pages.cases.lists import DUTIES, Lists
from desktop.ui.pages.cases.moves.panel import MovePanel
from desktop.ui.pages.cases.moves.table import BY_VERB
from desktop.ui.pages.cases.notice import Notice
from desktop.ui.pages.cases.refusal import RefusalPanel
from desktop.ui.pages.cases.terms.facts import GO, moved_on
from desktop.ui.pages.cases.ticking import Ticking
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.CASES, Topic.PAPERS, Topic.DRAFTS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1
    TICKING = 2
    NOTICE = 3
    REFUSAL = 4
    MOVES = 5


ELSEWHERE = (Move.PRODUCE, Move.DELIVER)  # on the page 出件


class CasesPage(Room):
    """`show_what`: a case's number opens it; `notify:` and `refuse:` before it open the panel;
    `scan:` is what was scanned on another page, `duties` the worklist.
    """

    topics = frozenset({Topic.CASES, Topic.DRAFTS, Topic.PAPERS, Topic.SHIPMENTS})
    context = Context.CASES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail = Lists(desk), Detail(desk)
        self.ticking, self.notice, self.refusal = Ticking(desk), Notice(desk), RefusalPanel(desk)
        self.moves = MovePanel(desk)
        for level in (self.lists, self.detail, self.ticking, self.notice, self.refusal, self.moves):
            self.stack.addWidget(level)
        self._fresh: tuple[str, ...] = ()
        self._connect()

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                lists: Verbs = {"find": self.lists.look_for, "finish": self.lists.finish}
                return {**lists, **self._tabs(self.lists.tabs.choose)}
            case Level.DETAIL:
                if not self.detail.ask.isHidden():
                    return {"finish": self.detail.ask.button.click}
                moves: Verbs = {verb: partial(self._press, verb) for verb in VERBS}
                keep = partial(self.wanted.emit, "custody", f"case:{self.detail.number}")
                own: Verbs = {"print_terms": self._print_terms, "custody": keep}
                return {**moves, **own, "find": self._find, **self._tabs(self.detail.tabs.choose)}
            case Level.TICKING:
                told = self.ticking
                keys: Verbs = {"tick": told.tick, "exempt": told.exempt, "fault": told.fault}
                return {**keys, "kept": told.kept, "finish": self._supplement}
            case Level.NOTICE:
                return {"finish": self.notice.button.click, "fault": self.notice.fault}
            case Level.MOVES:
                return self.moves.verbs()
        return {"finish": self.refusal.button.click}

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
        if what == "duties":
            self._to(Level.LISTS)
            self.lists.tabs.choose(DUTIES)
        elif what.startswith("scan:"):
            self.scanned(what.removeprefix("scan:"))
        else:
            panel, colon, number = what.rpartition(":")
            self._open(number)
            if colon and self.level is Level.DETAIL:
                self._press(panel)

    def scanned(self, text: str) -> bool:
        """A case's or a paper's number leads to the case, a correction notice's to the first line
        it asks for; anything else is searched for.
        """
        found = scans.read(self.desk.office, text)
        if found is None:
            self._find(text.strip().upper())
            return True
        self._open(found.case)
        if found.case != found.scanned:
            told = _("{old} 已转为 {new}，这里是新的办件。")
            self.say(Tone.INFO, told.format(old=found.scanned, new=found.case))
        if found.row and self.detail.foot.offered("supplement"):
            self._tick_at(found.row)
        return True

    def step_back(self) -> bool:
        if self.detail.ask.put_away():
            self.detail.take_focus()
            return True
        if self.level is Level.LISTS:
            return self.lists.step_back()
        self._to(Level.LISTS if self.level is Level.DETAIL else Level.DETAIL)
        self.enter()
        return True

    def _connect(self) -> None:
        self.lists.case_opened.connect(self._open)
        self.lists.terms_opened.connect(self._open_terms)
        self.lists.reviewed.connect(lambda: self.say(Tone.GOOD, _("已复核，结论记入日志。")))
        self.lists.draft_opened.connect(lambda id: self.wanted.emit("intake", f"draft:{id}"))
        self.detail.foot.pressed.connect(self._press)
        self.detail.paper_opened.connect(self._look_at_paper)
        self.detail.parcel_opened.connect(lambda number: self.wanted.emit("courier", number))
        self.detail.ask.answered.connect(self._withdraw)
        self.detail.terms.button.clicked.connect(self._print_terms)
        self.detail.facts.case_asked.connect(self._open)
        self.detail.facts.theme_asked.connect(lambda number: self.wanted.emit("themes", number))
        self.ticking.button.clicked.connect(self._supplement)
        self.notice.button.clicked.connect(lambda: self._done(self.notice.perform()))
        self.refusal.button.clicked.connect(lambda: self._done(self.refusal.perform()))
        self.moves.filled.connect(lambda: self._to(Level.MOVES))
        self.moves.asked.connect(self._move)
        self.banner.jump.connect(self._tick_at)
        self.banner.chosen.connect(self._answer)

    @staticmethod
    def _tabs(choose: Callable[[int], None]) -> Verbs:
        return {f"tab_{n + 1}": partial(choose, n) for n in range(7)}

    def _find(self, text: str = "") -> None:
        self._to(Level.LISTS)
        self.lists.look_for(text)

    def _open(self, number: str) -> None:
        self._fresh = ()
        shown = self.desk.perform(lambda: self.detail.show_case(number))
        if shown is not None:
            self._to(Level.DETAIL)
            self.detail.take_focus()
            moved = moved_on(shown)
            if moved is not None:
                self.say(Tone.INFO, *moved)

    def _open_terms(self, number: str) -> None:
        self._open(number)
        if self.level is Level.DETAIL:
            self.detail.tabs.choose(TERMS)

    def _answer(self, action: str) -> None:
        """A button of the banner: the case that took the matter over, or the papers just issued."""
        if action.startswith(GO):
            self._open(action.removeprefix(GO))
        else:
            self._print()

    def _print_terms(self) -> None:
        """期限计算表, as of today; a paper like any other."""
        if self.detail.tabs.place == TERMS and self.detail.terms.printable:
            self._issue(print_ledger)

    def _issue(self, verb: Callable[..., str]) -> None:
        desk, number = self.desk, self.detail.number
        paper = desk.perform(lambda: verb(desk.office, desk.acting, number), CHANGED)
        if paper is not None:
            self._look_at_paper(paper)

    def _press(self, verb: str) -> None:
        case = self.detail.case
        if case is None or not self.detail.foot.offered(verb):
            return
        match verb:
            case "print_papers" | "print_form":
                self._print(verb == "print_form")
            case "ship":
                self.wanted.emit("courier", f"new:{case.number}")
            case "withdraw":
                self.detail.ask_why()
            case "supplement":
                self._tick_at("")
            case "notify":
                self._to(Level.NOTICE)
                self.notice.open(case)
            case "refuse":
                self._to(Level.REFUSAL)
                self.refusal.open(case)
            case "more":
                self._to(Level.MOVES)
                self.moves.choose(case)
            case "finish":
                self._next(case)

    def _next(self, case: Case) -> None:
        """F9: concluded at once, or filled in first, or on the page 出件."""
        move = self.detail.foot.wanted(case)
        if move in ELSEWHERE:
            self.wanted.emit("delivery", case.number)
        elif move is not None and move.value in BY_VERB:
            self.moves.fill_in(case, move.value)
        else:
            number = case.number
            self._done(lambda: acts.conclude(self.desk.office, self.desk.acting, number))

    def _to(self, level: Level) -> None:
        self.banner.put_away()
        self.stack.setCurrentIndex(level)

    def _move(self) -> None:
        verb = self.moves.form.perform()
        self._done(lambda: verb(self.desk.acting))

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        if self.level is Level.MOVES:
            self.moves.form.go_back_to(code)
        return super().show_refusal(code, sentence, data)

    def _tick_at(self, line: str) -> None:
        case = self.detail.case
        if case is None:
            return
        draft = self.desk.perform(
            lambda: later.open_again(self.desk.office, self.desk.acting, case)
        )
        if draft is not None:
            self._to(Level.TICKING)
            self.ticking.open(draft, case.item_name, line)

    def _supplement(self) -> None:
        """What came in is kept; a case that lacks nothing any more must be accepted (32(5))."""
        draft = self.ticking.draft
        done = self._done(lambda: acts.supplement(self.desk.office, self.desk.acting, draft))
        case = self.detail.case
        if done and case is not None and Move.ACCEPT in possible(case.stage) and complete(case):
            self.say(Tone.WARN, _("材料已经齐全，应当受理，请按 F9。"))

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
        self._to(Level.DETAIL)
        self.detail.take_focus()
        self.say(Tone.GOOD, *columns.told(done))
        return True

    def _print(self, form: bool = False) -> None:
        """What was just issued, else the chosen paper, else the list of papers to choose from."""
        numbers = self._fresh or ((self.detail.paper,) if self.detail.paper else ())
        if form:
            self._issue(print_case_form)
        elif numbers:
            self._look_at_paper(",".join(numbers))
        else:
            self.detail.tabs.choose(PAPERS)

    def _look_at_paper(self, numbers: str) -> None:
        self.wanted.emit("papers", f"cases|{numbers}")
