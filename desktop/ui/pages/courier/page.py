"""快递: list → parcel → form; and the hand-over sheet of the day."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial

from desktop.domain.courier.carriers import DEFAULT_CARRIER, Direction
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.identity.verdict import Level as VerdictLevel
from desktop.domain.refusal import Refusal
from desktop.services.courier import shipments
from desktop.services.courier.arrivals.registering import look_up
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import hints_of
from desktop.ui.pages.courier.arrivals.levels import Arrivals
from desktop.ui.pages.courier.detail import Detail
from desktop.ui.pages.courier.form import Form
from desktop.ui.pages.courier.handover import Handover
from desktop.ui.pages.courier.lists import Lists
from desktop.ui.pages.papers.sheets import LABEL
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.PAPERS, Topic.LOG})
WARNINGS = {
    "licence_not_by_post": _("证照不走邮政：请确认收件人能本人签收。"),
    "waybill_unchecked": _("这种运单号没有校验位，请再对一遍。"),
}


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1
    FORM = 2
    HANDOVER = 3
    ARRIVALS = 4


class CourierPage(Room):
    """`show_what`: a parcel's number; `new:<case>` outbound, `new-in:<case>` inbound;
    `arrivals` what came in, `arrival:<number>` one of them.
    """

    topics = frozenset({Topic.SHIPMENTS})
    context = Context.COURIER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail = Lists(desk), Detail(desk)
        self.form, self.handover = Form(desk), Handover(desk)
        self.arrivals = Arrivals(desk)
        self._before = Level.LISTS
        for level in (self.lists, self.detail, self.form, self.handover, self.arrivals):
            self.stack.addWidget(level)
        self._connect()

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(2)}
                verbs = ("new_parcel", "handover", "print_label", "move_parcel", "amend_parcel")
                moves = {verb: partial(self._press, verb) for verb in verbs}
                return {"find": self.lists.look_for, "arrivals": self.arrive, **tabs, **moves}
            case Level.DETAIL:
                verbs = ("new_parcel", "handover", "print_label", "move_parcel", "amend_parcel")
                moves = {verb: partial(self._press, verb) for verb in verbs}
                return {**moves, "save_form": self._move}
            case Level.FORM:
                inside = self.form.contents
                return {"tick": inside.toggle, "add_case": inside.ask_case, "save_form": self._save}
            case Level.ARRIVALS:
                return self.arrivals.verbs()
        return {"tick": self.handover.toggle, "save_form": self._hand_over}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.take_focus()

    def hints(self) -> str:
        return hints_of(Context.ARRIVALS if self.level is Level.ARRIVALS else Context.COURIER)

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        if self.level is Level.ARRIVALS:
            self.arrivals.reload()
        shown = self.detail.shipment
        if shown is not None and self.level is Level.DETAIL:
            self.desk.perform(lambda: self.detail.show_shipment(shown.number))

    def show_what(self, what: str) -> None:
        kind, colon, number = what.rpartition(":")
        if what == "arrivals":
            self.arrive()
        elif kind == "arrival":
            self.arrive()
            self.arrivals.open(number)
        elif colon:
            way = Direction.INBOUND if kind == "new-in" else Direction.OUTBOUND
            self.new(number, way)
        else:
            self._open(what)

    def arrive(self, waybill: str = "") -> None:
        """到件: write down what came in, and who waits."""
        self._go(Level.ARRIVALS)
        self.arrivals.start(waybill)

    def new(self, case: str = "", direction: Direction = Direction.OUTBOUND) -> None:
        """A parcel for this case, or a free one."""
        office = self.desk.office
        told = self.desk.perform(
            lambda: shipments.suggest(office, case, direction) if case else self._free(direction)
        )
        if told is not None:
            self._go(Level.FORM)
            self.form.open(told, case)

    def scanned(self, text: str) -> bool:
        match self.level:
            case Level.FORM if not self.form.contents.ask.isHidden():
                self.form.contents.add(text)
            case Level.FORM:
                self.form.take_waybill(text)
            case Level.ARRIVALS:
                self.arrivals.scanned(text)
            case _ if self._to_register(text):
                self.arrive(text)
            case _:
                self._go(Level.LISTS)
                self.lists.look_for(text)
        return True

    def step_back(self) -> bool:
        if self.level is Level.FORM and self.form.contents.ask.put_away():
            return True
        if self.level is Level.DETAIL and not self.detail.step.isHidden():
            self.detail.step.hide()
            self.detail.take_focus()
            return True
        if self.level is Level.LISTS:
            return False
        if self.level is Level.ARRIVALS and self.arrivals.step_back():
            return True
        known = self.detail.shipment
        correcting = self.level is Level.FORM and self._before is Level.DETAIL
        self._go(Level.DETAIL if correcting and known is not None else Level.LISTS)
        return True

    def _connect(self) -> None:
        self.lists.opened.connect(self._open)
        self.lists.pressed.connect(self._press)
        self.detail.pressed.connect(self._press)
        self.detail.case_opened.connect(lambda number: self.wanted.emit("cases", number))
        self.detail.step.button.clicked.connect(self._move)
        self.form.button.clicked.connect(self._save)
        self.handover.button.clicked.connect(self._hand_over)
        self.arrivals.intake.connect(lambda what: self.wanted.emit("intake", what))
        self.arrivals.shipped.connect(self._open)
        self.arrivals.said.connect(lambda tone, words: self.say(Tone(tone), words))

    def _go(self, level: Level) -> None:
        self._before = self.level
        self.stack.setCurrentIndex(level)
        self.hinted.emit(self.hints())
        if level is Level.LISTS:
            self.lists.take_focus()
        elif level is Level.DETAIL:
            self.detail.take_focus()

    def _open(self, number: str) -> Shipment | None:
        shown = self.desk.perform(lambda: self.detail.show_shipment(number))
        if shown is not None:
            self.banner.put_away()
            self._go(Level.DETAIL)
        return shown

    def _press(self, verb: str) -> None:
        if verb == "new_parcel":
            self.new()
            return
        if verb == "arrivals":
            self.arrive()
            return
        if verb == "handover":
            self._go(Level.HANDOVER)
            self.handover.open()
            return
        shipment = self._chosen()
        if shipment is None:
            return
        match verb:
            case "print_label":
                self.wanted.emit("papers", f"courier|{LABEL}{shipment.number}")
            case "amend_parcel":
                self._go(Level.FORM)
                self.form.correct(shipment)
            case "move_parcel":
                self.detail.step.open(shipment, self.desk)

    def _to_register(self, text: str) -> bool:
        """A waybill that nobody knows, or that was announced and is here now; no case's number."""
        verdict = check_waybill(text)
        if verdict.level is VerdictLevel.ERROR or "-" in text:
            return False
        return not isinstance(look_up(self.desk.office, verdict.value), Refusal)

    def _chosen(self) -> Shipment | None:
        """The parcel in front; the chosen one of the list is opened first."""
        if self.level is Level.DETAIL:
            return self.detail.shipment
        row = self.lists.pane.current
        return self._open(row.number) if row is not None else None

    def _free(self, direction: Direction) -> ShipmentCreated:
        station = self.desk.office.station
        hall = Address(name=station.hall_name, phone=station.phone, street=station.address)
        inbound = direction is Direction.INBOUND
        return ShipmentCreated(
            direction=direction, carrier=DEFAULT_CARRIER,
            sender=Address() if inbound else hall, receiver=hall if inbound else Address(),
        )  # fmt: skip

    def _save(self) -> None:
        sent = self.desk.perform(self.form.verb(), CHANGED)
        if sent is None:
            return
        self._open(sent.shipment.number)
        told = _("快递 {number} 已保存，申请人不付费。").format(number=sent.shipment.number)
        warning = WARNINGS.get(sent.warning, "")
        self.say(Tone.WARN if warning else Tone.GOOD, told + warning)

    def _move(self) -> None:
        shipment, step = self.detail.shipment, self.detail.step
        if shipment is None or step.isHidden():
            return
        moved = self.desk.perform(
            lambda: shipments.move(
                self.desk.office, self.desk.acting, shipment.number, step.stage.value,
                note=step.note.text, signed_by=step.signed_by, at=step.at.moment,
            ),
            CHANGED,
        )  # fmt: skip
        if moved is not None:
            self._open(moved.number)

    def _hand_over(self) -> None:
        done = self.desk.perform(self.handover.verb(), CHANGED)
        if done is None:
            return
        self._go(Level.LISTS)
        self.wanted.emit("papers", f"courier|{done.number}")
