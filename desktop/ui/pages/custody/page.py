"""保管: lists → one piece, registering a case's originals, one misdelivery."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial

from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.custody.rows import AloneRow
from desktop.domain.halls.roles import Right
from desktop.domain.refusal import Refusal
from desktop.services.custody.rule import review_alone
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.custody.astray import Astray
from desktop.ui.pages.custody.lists import ALL, ASTRAY, Lists
from desktop.ui.pages.custody.piece import Detail
from desktop.ui.pages.custody.registering import Registering
from desktop.ui.pages.papers.sheets import PIECES
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CASE, PARCEL = "case:", "astray:"


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    PIECE = 1
    REGISTERING = 2
    ASTRAY = 3


class CustodyPage(Room):
    """`show_what`: a piece's number; `case:<case>` to register, `astray:<shipment>` 错寄."""

    topics = frozenset({Topic.SHIPMENTS, Topic.CASES})
    context = Context.CUSTODY

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail = Lists(desk), Detail(desk)
        self.registering, self.astray = Registering(desk), Astray(desk)
        self._asks = ""
        self._entry: AloneRow | None = None
        for level in (self.lists, self.detail, self.registering, self.astray):
            self.stack.addWidget(level)
        self.lists.opened.connect(self._open)
        self.lists.followed.connect(self._stray)
        self.lists.looked.connect(self._look)
        self.lists.pressed.connect(self._press)
        self.lists.ask.answered.connect(self._answer)
        self.lists.ask.let_be.connect(self.lists.take_focus)
        self.detail.pressed.connect(self._press)
        self.registering.registered.connect(self._labels)
        self.astray.recorded.connect(self._recorded)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        always = ("register_pieces", "misdelivered", "print_papers", "open_case", "move_piece")
        press: Verbs = {verb: partial(self._press, verb) for verb in always}
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(4)}
                answer: Verbs = {}
                if not self.lists.ask.isHidden():
                    answer = {"save_form": self.lists.ask.button.click}
                return {"find": self.lists.look_for, **tabs, **press, **answer}
            case Level.PIECE:
                return {**press, "save_form": self.detail.finish}
            case Level.REGISTERING:
                return {"tick": self.registering.tick, "save_form": self.registering.finish}
        return {"save_form": self.astray.finish, "open_case": partial(self._press, "open_case")}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.reload()
            self.lists.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        shown = self.detail.piece
        if shown is not None and self.level is Level.PIECE:
            self.desk.perform(lambda: self.detail.show_piece(shown.number))

    def show_what(self, what: str) -> None:
        if what.startswith(CASE):
            self._register(what.removeprefix(CASE))
        elif what.startswith(PARCEL):
            self._stray(what.removeprefix(PARCEL))
        elif what:
            self._open(what)
        else:
            self._go(Level.LISTS)

    def scanned(self, text: str) -> bool:
        """A piece's label opens it; a case's number lists what of it is here."""
        number = next(iter(text.upper().split()), "")
        if self.desk.office.store.views.piece(number) is not None:
            self._open(number)
        else:
            self._go(Level.LISTS)
            self.lists.look_for(number)
        return True

    def step_back(self) -> bool:
        if self.level is Level.LISTS:
            return self.lists.ask.put_away()
        if self.level is Level.PIECE and self.detail.put_away():
            return True
        self._go(Level.LISTS)
        return True

    def _open(self, number: str) -> None:
        if self.desk.perform(lambda: self.detail.show_piece(number)) is not None:
            self._go(Level.PIECE)

    def _register(self, case: str) -> None:
        if self.desk.perform(lambda: self.registering.open(case)) is not None:
            self._go(Level.REGISTERING)

    def _stray(self, number: str) -> None:
        if self.desk.perform(lambda: self.astray.open(number)):
            self._go(Level.ASTRAY)

    def _press(self, verb: str) -> None:
        piece = self.detail.piece if self.level is Level.PIECE else None
        number = piece.number if piece else self.lists.chosen
        match verb:
            case "register_pieces":
                self._ask(verb, _("办件编号（可扫码）"))
            case "misdelivered":
                self._ask(verb, _("寄错的快件：快件编号或运单号（可扫码）"))
            case "print_papers" if number:
                self._labels(number)
            case "open_case" if self.level is Level.ASTRAY:
                self.wanted.emit("courier", self.astray.number)
            case "open_case" if number:
                told = self.desk.office.store.views.piece(number)
                if told is not None and told.case:
                    self.wanted.emit("cases", told.case)
            case "move_piece" if number:
                self._open(number)
                self.detail.ask()
            case "move_piece" if self.lists.tabs.place == ASTRAY and self.lists.pane.current:
                self._stray(self.lists.pane.current.shipment)

    def _ask(self, what: str, words: str) -> None:
        self._go(Level.LISTS)
        self._asks = what
        self.lists.ask.ask(words)

    def _look(self, row: AloneRow) -> None:
        """复核: what the supervisor found, in a word."""
        if not self.desk.may(Right.OVERSEE):
            self.say(Tone.INFO, _("单人封拆由主管复核。"))
            return
        self._asks, self._entry = "alone", row
        self.lists.ask.ask(_("复核意见"))

    def _answer(self, text: str) -> None:
        told = text.strip()
        if self._asks == "alone":
            self._reviewed(told)
        elif self._asks == "register_pieces":
            self.lists.ask.hide()
            self._register("-".join(told.upper().split("-")[:4]))
        else:
            number = self.desk.perform(lambda: self._parcel(told.upper()))
            if number is not None:
                self.lists.ask.hide()
                self._stray(number)

    def _parcel(self, text: str) -> str:
        views = self.desk.office.store.views
        if views.shipment(text) is not None:
            return text
        rows = views.shipments(ShipmentFilter(text=text), limit=20) if text else []
        known = [row.number for row in rows if row.waybill == text]
        if not known:
            raise Refusal("unknown_shipment", shipment=text or "—")
        return known[0]

    def _reviewed(self, note: str) -> None:
        office, clerk, row = self.desk.office, self.desk.acting, self._entry
        if row is None:
            return

        def verb() -> bool:
            review_alone(office, clerk, row.shipment, row.entry, note)
            return True

        if self.desk.perform(verb, frozenset({Topic.SHIPMENTS, Topic.LOG})):
            self.lists.ask.put_away()
            self.say(Tone.GOOD, _("已复核，记入日志。"))

    def _labels(self, numbers: str) -> None:
        if self.level is Level.REGISTERING:
            self._go(Level.LISTS)
            self.lists.tabs.choose(ALL)
        self.wanted.emit("papers", f"custody|{PIECES}{numbers}")

    def _recorded(self, number: str, papers: str) -> None:
        self._stray(number)
        if papers:
            self.wanted.emit("papers", f"custody|{papers}")
        else:
            self.say(Tone.GOOD, _("已登记，记入日志。"))

    def _go(self, level: Level) -> None:
        self.banner.put_away()
        self.stack.setCurrentIndex(level)
        if level is Level.LISTS:
            self.lists.reload()
        (self.lists, self.detail, self.registering, self.astray)[level].take_focus()
