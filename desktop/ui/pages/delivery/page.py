"""出件: lists → one case until it is closed; and batches of materials, given and counted."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial

from desktop.domain.cases.moves import Move, possible
from desktop.services.cases.acts import load
from desktop.services.courier.shipments import DECISIONS
from desktop.services.handling import delivery
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.delivery.counting import Counting
from desktop.ui.pages.delivery.lists import GIVING, Lists
from desktop.ui.pages.delivery.panel import Panel
from desktop.ui.pages.delivery.scan import batch_of, case_of
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.CASES, Topic.PAPERS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    CASE = 1
    BATCH = 2


class DeliveryPage(Room):
    """`show_what`: a case's number, a paper's of it, an old one, or a batch's."""

    topics = frozenset({Topic.CASES, Topic.PAPERS, Topic.SHIPMENTS})
    context = Context.DELIVERY

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.panel, self.counting = Lists(desk), Panel(desk), Counting(desk)
        for level in (self.lists, self.panel, self.counting):
            self.stack.addWidget(level)
        self._fresh: tuple[str, ...] = ()
        self._connect()

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        usual: Verbs = {"find": self._find, "print_papers": self._print}
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(4)}
                gives = self.lists.tabs.place == GIVING
                giving: Verbs = {"tick": self.lists.giving.toggle, "finish": self._give}
                return {**usual, **tabs, "ship": self._ship, **(giving if gives else {})}
            case Level.CASE:
                own: Verbs = {"make_again": self.panel.make_again, "finish": self._finish}
                return {**usual, **own, "ship": self._ship, "tick": self._tick}
        return {**usual, "tick": self.counting.toggle, "finish": self._take_over}

    def enter(self) -> None:
        match self.level:
            case Level.LISTS:
                self.lists.take_focus()
            case Level.CASE:
                self.panel.take_focus()
            case Level.BATCH:
                self.counting.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        if self.level is Level.CASE:
            self.desk.perform(self.panel.refresh)

    def show_what(self, what: str) -> None:
        batch = batch_of(self.desk.office, what)
        if batch:
            self._open_batch(batch)
        else:
            self._open(case_of(self.desk.office, what) or what)

    def scanned(self, text: str) -> bool:
        """A number leads to its case or batch; beside an open case, a document or a waybill goes
        into its form, and another case's paper is held back: it would be handed to the wrong one.
        """
        office = self.desk.office
        number, batch = case_of(office, text), batch_of(office, text)
        here = self.panel.case.number if self.panel.case and self.level is Level.CASE else ""
        if number and here and number != here:
            told = _("这是另一件办件 {number} 的。办完或退出这一件，再打开它。")
            self.say(
                Tone.WARN,
                told.format(number=number),
                (f"open:{number}", _("打开 {number}").format(number=number)),
            )
        elif number and not here:
            self._open(number)
        elif number:
            self.banner.put_away()
        elif batch:
            self._open_batch(batch)
        elif here:
            self.panel.take_number(text)
        else:
            self._go(Level.LISTS)
            self.lists.look_for(text)
        return True

    def step_back(self) -> bool:
        if self.level is Level.LISTS:
            return False
        if self.level is Level.CASE and self.panel.leave_making():
            return True
        self._go(Level.LISTS)
        return True

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        said = super().show_refusal(code, sentence, data)
        if self.level is Level.CASE:
            self.panel.point_at(code)
        elif code == "batch_to_nobody":
            self.lists.giving.to.setFocus()
        return said

    def _connect(self) -> None:
        self.lists.case_opened.connect(self._open)
        self.lists.batch_opened.connect(self._open_batch)
        self.lists.searched.connect(self._searched)
        self.lists.giving.button.clicked.connect(self._give)
        self.lists.uncollected.button.clicked.connect(self._ship)
        for level in (self.panel, self.counting):
            level.pressed.connect(self._press)
        self.banner.chosen.connect(self._chosen)

    def _press(self, verb: str) -> None:
        self.verbs()[verb]()

    def _chosen(self, action: str) -> None:
        verb, _colon, what = action.partition(":")
        match verb:
            case "print":
                self._print()
            case "open":
                self._open(what)
            case "case":
                self.wanted.emit("cases", what)

    def _go(self, level: Level) -> None:
        self.stack.setCurrentIndex(level)
        self.enter()

    def _find(self) -> None:
        self.stack.setCurrentIndex(Level.LISTS)
        self.lists.look_for()

    def _searched(self, text: str) -> None:
        """Enter in the search box: a number, or the only one found, is opened at once."""
        number = case_of(self.desk.office, text)
        model = self.lists.ready.model
        if number:
            self._open(number)
        elif text.strip() and model.rowCount() == 1:
            self._open(model.row_at(0).row.case)
        else:
            self.lists.take_focus()

    def _open(self, number: str) -> None:
        """Show what is to be done with the case; one with nothing to hand out says where it is."""
        case = self.desk.perform(lambda: load(self.desk.office, number))
        if case is None:
            return
        self._fresh = ()
        if Move.DELIVER not in possible(case.stage):
            self._go(Level.LISTS)
            told = _("{number} 现在是「{stage}」，没有要出的件。")
            self.say(
                Tone.INFO,
                told.format(number=number, stage=word(case.stage)),
                (f"case:{number}", _("去看这件办件")),
            )
            return
        if self.desk.perform(lambda: self.panel.show_case(number)) is not None:
            self.banner.put_away()
            self._go(Level.CASE)

    def _open_batch(self, number: str) -> None:
        if self.desk.perform(lambda: self.counting.open(number)) is not None:
            self._fresh = ()
            self.banner.put_away()
            self._go(Level.BATCH)

    def _tick(self) -> None:
        if not self.panel.makes:
            self.panel.serving.toggle()

    def _finish(self) -> None:
        if self.panel.makes:
            self._make()
        else:
            self._serve()

    def _make(self) -> None:
        case, office = self.panel.case, self.desk.office
        if case is None:
            return
        told = self.panel.making.told()
        done = self.desk.perform(
            lambda: delivery.produce(office, self.desk.acting, case.number, told), CHANGED
        )
        if done is not None:
            self._open(done.case.number)
            said = _("{name} {number} 已登记，现在送达。")
            self.say(Tone.GOOD, said.format(name=told.name, number=told.number))

    def _serve(self) -> None:
        case, office = self.panel.case, self.desk.office
        if case is None:
            return
        serving = self.panel.serving
        done = self.desk.perform(
            lambda: delivery.deliver(office, self.desk.acting, case.number, serving.told()),
            CHANGED,
        )
        if done is not None:
            self._fresh = done.papers
            self._go(Level.LISTS)
            self.say(
                Tone.GOOD,
                _("{number} 已送达，办结。请领取人在送达回证上签字。").format(number=case.number),
                ("print", _("F2 打印送达回证")),
            )

    def _give(self) -> None:
        batch = self.desk.perform(self.lists.giving.verb(), CHANGED)
        if batch is not None:
            self.lists.giving.given()
            self._fresh = (batch.number,)
            told = _("交接单 {number} 已出，{n} 件办件移送给{to}。")
            self.say(
                Tone.GOOD,
                told.format(number=batch.number, n=len(batch.cases), to=batch.given.to),
                ("print", _("F2 打印交接单，一式两份")),
            )

    def _take_over(self) -> None:
        if self.counting.batch is None or self.counting.batch.taken is not None:
            return
        batch = self.desk.perform(self.counting.verb(), CHANGED)
        if batch is not None:
            self.counting.open(batch.number)
            missing = len(batch.taken.missing) if batch.taken else 0
            told = _("已清点签收。")
            if missing:
                told += _("缺 {n} 件，已退回窗口的待移送清单。").format(n=missing)
            self.say(Tone.WARN if missing else Tone.GOOD, told)

    def _ship(self) -> None:
        """A parcel for the case in front, or the chosen one of the list."""
        case = self.panel.case if self.level is Level.CASE else None
        number = case.number if case else self.lists.chosen
        if number:
            self.wanted.emit("courier", f"new:{number}")

    def _print(self) -> None:
        """What was just issued; else the decision of the case in front, or the batch's sheet."""
        numbers = self._fresh
        case, batch = self.panel.case, self.counting.batch
        if not numbers and self.level is Level.CASE and case is not None:
            rows = self.desk.office.store.views.papers(case.number)
            numbers = tuple(row.number for row in rows if row.kind in DECISIONS)
        elif not numbers and self.level is Level.BATCH and batch is not None:
            numbers = (batch.number,)
        if numbers:
            self.wanted.emit("papers", f"delivery|{','.join(numbers)}")
