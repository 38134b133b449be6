"""快递: list → parcel → form; and the hand-over sheet of the day."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial

from desktop.domain.courier.carriers import DEFAULT_CARRIER, Direction
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.shipment import Shipment
from desktop.services.courier import shipments
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.courier.detail import Detail
from desktop.ui.pages.courier.form import Form
from desktop.ui.pages.courier.handover import Handover
from desktop.ui.pages.courier.lists import Lists
from desktop.ui.pages.courier.polling import PollLine
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


class CourierPage(Room):
    """`show_what`: a parcel's number; `new:<case>` outbound, `new-in:<case>` inbound."""

    topics = frozenset({Topic.SHIPMENTS})
    context = Context.COURIER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail = Lists(desk), Detail(desk)
        self.form, self.handover = Form(desk), Handover(desk)
        self._before = Level.LISTS
        for level in (self.lists, self.detail, self.form, self.handover):
            self.stack.addWidget(level)
        self.polling = PollLine(desk)
        self.foot(self.polling)
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
                return {"find": self.lists.look_for, **tabs, **moves}
            case Level.DETAIL:
                verbs = ("new_parcel", "handover", "print_label", "move_parcel", "amend_parcel")
                moves = {verb: partial(self._press, verb) for verb in verbs}
                moves["pickup_parcel"] = partial(self._press, "pickup_parcel")
                return {**moves, "save_form": self._finish}
            case Level.FORM:
                inside = self.form.contents
                return {"tick": inside.toggle, "add_case": inside.ask_case, "save_form": self._save}
        return {"tick": self.handover.toggle, "save_form": self._hand_over}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        self.polling.refresh()
        self._show_again()

    def show_what(self, what: str) -> None:
        kind, colon, number = what.rpartition(":")
        if colon:
            way = Direction.INBOUND if kind == "new-in" else Direction.OUTBOUND
            self.new(number, way)
        else:
            self._open(what)

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
            case _:
                self._go(Level.LISTS)
                self.lists.look_for(text)
        return True

    def step_back(self) -> bool:
        if self.level is Level.FORM and self.form.contents.ask.put_away():
            return True
        if self.level is Level.DETAIL and self.detail.at_work:
            self.detail.put_away()
            return True
        if self.level is Level.LISTS:
            return False
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
        self.detail.pickup.button.clicked.connect(self._finish)
        self.detail.pickup.told.connect(self._picked)
        self.desk.polled.connect(self._show_again)
        self.form.button.clicked.connect(self._save)
        self.handover.button.clicked.connect(self._hand_over)

    def _go(self, level: Level) -> None:
        self._before = self.level
        self.stack.setCurrentIndex(level)
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
                self.detail.put_away()
                self.detail.step.open(shipment, self.desk)
            case "pickup_parcel":
                self.detail.put_away()
                self.detail.pickup.open(shipment)

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

    def _show_again(self) -> None:
        """The parcel in front as it stands now, unless something is being filled in."""
        shown = self.detail.shipment
        if shown is not None and self.level is Level.DETAIL and not self.detail.at_work:
            self.desk.perform(lambda: self.detail.show_shipment(shown.number))

    def _finish(self) -> None:
        if self.detail.pickup.isHidden():
            self._move()
        else:
            self.detail.pickup.go()

    def _picked(self, number: str, tone: Tone, words: str) -> None:
        """Seconds may have gone by: the clerk stays wherever work is by now."""
        shown = self.detail.shipment
        if self.level is Level.DETAIL and shown is not None and shown.number == number:
            self._open(number)
        self.say(tone, words)

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
