"""主题: the lists → one submission, or one theme case."""

from __future__ import annotations

from collections.abc import Callable, Set
from enum import IntEnum
from functools import partial

from desktop.domain.cases.draft import Way
from desktop.domain.themes.progress import State
from desktop.services.themes import papers, stages
from desktop.services.themes.stages import ThemeDone
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.pages.themes.case import ThemeCasePanel
from desktop.ui.pages.themes.intake import ThemeIntake
from desktop.ui.pages.themes.lists import Lists
from desktop.ui.pages.themes.session import ThemeSession
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.THEMES, Topic.CASES, Topic.DRAFTS, Topic.PAPERS, Topic.LOG})
PRINTED = frozenset({Topic.PAPERS, Topic.LOG})
PRINT = "print:"
"""Before the numbers of papers, as the action of a banner's button."""


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    INTAKE = 1
    CASE = 2


class ThemesPage(Room):
    """`show_what`: a theme's id, or the number of a theme case."""

    topics = frozenset({Topic.THEMES, Topic.CASES, Topic.ITEMS, Topic.DRAFTS})
    context = Context.THEMES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.session = ThemeSession(desk, self)
        self.lists = Lists(desk)
        self.intake = ThemeIntake(desk, self.session)
        self.case = ThemeCasePanel(desk)
        for level in (self.lists, self.intake, self.case):
            self.stack.addWidget(level)
        self.lists.begun.connect(self.begin)
        self.lists.resumed.connect(self._resume)
        self.lists.opened.connect(self._open)
        self.case.opened.connect(lambda number: self.wanted.emit("cases", number))
        for part in (self.lists, self.intake, self.case):
            part.pressed.connect(self._press)
        self.banner.chosen.connect(self._banner)
        self.session.changed.connect(self._emptied)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(3)}
                return {**tabs, **self._pressing("begin_theme", "print_papers")}
            case Level.INTAKE:
                steps = ("step_sheet", "step_who", "step_delivery")
                go = {f"tab_{n}": partial(self.intake.go, s) for n, s in enumerate(steps, 1)}
                materials = self.intake.materials
                return {
                    **go,
                    **self._pressing("print_papers", "withdraw", "finish"),
                    "answers": partial(self._sheet, materials.edit_answers),
                    "why": partial(self._sheet, materials.explain),
                    "undo": self._undo,
                }
        return self._pressing("print_papers", "withdraw", "finish", "open_case", "send_together")

    def _pressing(self, *verbs: str) -> dict[str, Callable[[], object]]:
        return {verb: partial(self._press, verb) for verb in verbs}

    def enter(self) -> None:
        if self.level is Level.INTAKE:
            self.session.keep()
            if self.session.draft is None:
                self._go(Level.LISTS)
        if self.level is Level.LISTS:
            self.lists.reload()
            self.lists.take_focus()
        elif self.level is Level.CASE:
            self.case.take_focus()
        else:
            self.intake.focus()

    def leave(self) -> bool:
        self.session.keep()
        return True

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        shown = self.case.shown
        if shown is not None and self.level is Level.CASE and self.case.reason.isHidden():
            self.desk.perform(lambda: self.case.show_case(shown.theme.number))

    def shut(self) -> None:
        self.session.keep()

    def busy(self) -> bool:
        return self.level is Level.INTAKE

    def show_what(self, what: str) -> None:
        if what in self.desk.office.catalogue.themes:
            self._go(Level.LISTS)
            self.lists.show_theme(what)
        else:
            self._open(what)

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        self.banner.say_refusal(sentence, {} if self.level is Level.INTAKE else data)
        return True

    def scanned(self, text: str) -> bool:
        return self.level is Level.INTAKE and self.intake.take_scan(text)

    def begin(self, theme: str) -> None:
        """一次受理 of this theme begins."""
        self.banner.put_away()
        if self.session.begin(theme):
            self._go(Level.INTAKE)
            self.intake.begin()

    def step_back(self) -> bool:
        match self.level:
            case Level.LISTS:
                return False
            case Level.INTAKE:
                if not self.intake.back():
                    self._put_aside()
            case Level.CASE:
                if not self.case.reason.isHidden():
                    self.case.reason.hide()
                    self.case.take_focus()
                else:
                    self._go(Level.LISTS)
        return True

    def _go(self, level: Level) -> None:
        self.stack.setCurrentIndex(level)
        self.enter()

    def _emptied(self) -> None:
        """Nobody is served any more, perhaps because another clerk signed in."""
        if self.session.draft is None and self.level is Level.INTAKE:
            self.stack.setCurrentIndex(Level.LISTS)

    def _put_aside(self) -> None:
        """Back to the lists; what was filled in is kept and offered there."""
        self.session.hold()
        self.session.finish_visit("left")
        self._go(Level.LISTS)

    def _resume(self, id: str) -> None:
        self.banner.put_away()
        if self.session.resume(id):
            self._go(Level.INTAKE)
            self.intake.begin()

    def _open(self, number: str) -> None:
        if self.desk.perform(lambda: self.case.show_case(number)) is not None:
            self.banner.put_away()
            self._go(Level.CASE)

    def _press(self, verb: str) -> None:
        acts = {
            (Level.LISTS, "begin_theme"): self._begin_chosen,
            (Level.LISTS, "print_papers"): self._print_theme,
            (Level.INTAKE, "print_papers"): self._print_draft,
            (Level.INTAKE, "withdraw"): self._drop,
            (Level.INTAKE, "finish"): self._finish,
            (Level.CASE, "print_papers"): self._print_case,
            (Level.CASE, "withdraw"): self._withdraw,
            (Level.CASE, "finish"): self._next_stage,
            (Level.CASE, "open_case"): self._open_member,
            (Level.CASE, "send_together"): self._send,
        }
        act = acts.get((self.level, verb))
        if act is not None:
            act()

    def _sheet(self, act: Callable[[], None]) -> None:
        self.intake.go("step_sheet")
        act()

    def _undo(self) -> None:
        done = self.session.undo()
        self.intake.say(_("撤销：{words}").format(words=done) if done else _("没有可以撤销的。"))

    def _begin_chosen(self) -> None:
        if self.lists.theme:
            self.begin(self.lists.theme)

    def _drop(self) -> None:
        self.session.drop()
        self._go(Level.LISTS)
        self.say(Tone.INFO, _("没有收件，草稿已删去。"))

    def _finish(self) -> None:
        if self.session.closed:
            return
        lacking = self.session.lacking()
        draft, office = self.session.draft, self.desk.office
        if lacking:
            self.intake.jump(lacking[0])
            return
        if draft is None:
            return
        done = self.desk.perform(lambda: stages.finish(office, self.desk.acting, draft), CHANGED)
        if done is not None:
            for case in done.cases:
                self.session.done(case.number)
            self.session.finish_visit("served")
            self._told(done, _("一件事已受理，{n} 个事项开始办理。"))

    def _next_stage(self) -> None:
        found, office = self.case.shown, self.desk.office
        if found is None or found.state is not State.READY:
            return
        number = found.theme.number
        begin = partial(stages.begin_next, office, self.desk.acting, number)
        done = self.desk.perform(begin, CHANGED)
        if done is not None:
            self._told(done, _("下一阶段已开始，{n} 个事项受理。"))

    def _withdraw(self) -> None:
        found, office = self.case.shown, self.desk.office
        if found is None or not self.case.offered("withdraw") or not self.case.ask_reason():
            return
        number, reason = found.theme.number, self.case.reason.text
        done = self.desk.perform(
            lambda: stages.withdraw(office, self.desk.acting, number, reason), CHANGED
        )
        if done is not None:
            self._told(done, _("一件事已撤回，{n} 个办件随之撤回。"))

    def _told(self, done: ThemeDone, words: str) -> None:
        self._open(done.progress.theme.number)
        told = words.format(n=len(done.cases))
        if done.papers:
            self.say(Tone.GOOD, told, (PRINT + ",".join(done.papers), _("打印文书")))
        else:
            self.say(Tone.GOOD, told)

    def _open_member(self) -> None:
        member = self.case.member
        if member is not None and member.case is not None:
            self.wanted.emit("cases", member.case.number)

    def _send(self) -> None:
        """一次送达: a parcel for all, to which each result is added; else handed out at once."""
        case = self.case.to_send
        if case is None:
            self.say(Tone.INFO, _("还没有可以送达的结果。"))
        elif case.delivery.way is Way.COURIER:
            self.wanted.emit("courier", f"new:{case.number}")
        else:
            self.wanted.emit("delivery", case.number)

    def _print_theme(self) -> None:
        """The plan with the defaults, for whoever only asks."""
        theme, office = self.lists.theme, self.desk.office
        if theme:
            issue = partial(papers.issue_for, office, self.desk.acting, theme)
            self._show_paper(self.desk.perform(issue, PRINTED))

    def _print_draft(self) -> None:
        draft, office = self.session.draft, self.desk.office
        if draft is not None:
            issue = partial(papers.issue_plan, office, self.desk.acting, draft)
            self._show_paper(self.desk.perform(issue, PRINTED))

    def _print_case(self) -> None:
        found, office = self.case.shown, self.desk.office
        if found is not None:
            issue = partial(papers.issue, office, self.desk.acting, found)
            self._show_paper(self.desk.perform(issue, PRINTED))

    def _show_paper(self, number: str | None) -> None:
        if number:
            self.wanted.emit("papers", f"themes|{number}")

    def _banner(self, action: str) -> None:
        if action.startswith(PRINT):
            self.wanted.emit("papers", f"themes|{action.removeprefix(PRINT)}")
