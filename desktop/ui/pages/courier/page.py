"""快递: what has to be dealt with → parcel → what is done with it; what arrives; the hand-over."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.courier.troubles.kinds import Remedy
from desktop.domain.halls.roles import Right
from desktop.services.courier import progress, resending, shipments
from desktop.services.courier.arrivals.registering import may_register
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.courier.levels import Level, Levels
from desktop.ui.pages.courier.lists import Tab
from desktop.ui.pages.courier.troubles.panels import NEXT
from desktop.ui.pages.papers.sheets import LABEL, PIECES
from desktop.ui.pages.room import Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.PAPERS, Topic.LOG})
VERBS = (
    "new_parcel", "handover", "print_label", "move_parcel", "amend_parcel", "seal_parcel",
    "show_applicant", "next_step", "custody",
)  # fmt: skip
WARNINGS = {
    "licence_not_by_post": _("证照不走邮政：请确认收件人能本人签收。"),
    "waybill_unchecked": _("这种运单号没有校验位，请再对一遍。"),
}


class CourierPage(Levels):
    """`show_what`: a parcel's number; `new:<case>` outbound, `new-in:<case>` inbound; `arrivals`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists.opened.connect(self.open_parcel)
        self.lists.pressed.connect(self._press)
        self.detail.pressed.connect(self._press)
        self.detail.case_opened.connect(lambda number: self.wanted.emit("cases", number))
        self.detail.saved.connect(self._save_panel)
        self.detail.pickup.told.connect(self._picked)
        self.form.button.clicked.connect(self._save)
        self.form.person.kept.connect(partial(self.say, Tone.GOOD))
        self.handover.button.clicked.connect(self._hand_over)
        self.sealing.sealed.connect(self._sealed)
        self.sealing.unsealed.connect(self.open_parcel)
        self.opening.counted.connect(self._counted)
        self.arrivals.intake.connect(lambda what: self.wanted.emit("intake", what))
        self.arrivals.shipped.connect(self.open_parcel)
        self.arrivals.said.connect(lambda tone, words: self.say(Tone(tone), words))

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in Tab}
                verbs = self._pressing(*VERBS, "arrivals", "reconcile")
                return {"find": self.lists.look_for, **tabs, **verbs}
            case Level.DETAIL:
                verbs = self._pressing(*VERBS, "resend_parcel", *self.detail.panels)
                return {**verbs, "save_form": self._save_panel}
            case Level.FORM:
                inside, person = self.form.contents, self.form.person
                return {
                    "tick": inside.toggle, "add_case": inside.ask_case, "save_form": self._save,
                    "find_address": person.finder.take_focus,
                    "keep_address": person.keep_address,
                    "drop_address": person.finder.drop_chosen,
                }  # fmt: skip
            case Level.HANDOVER:
                return {"tick": self.handover.toggle, "save_form": self._hand_over}
            case Level.SEALING:
                return {"save_form": self.sealing.finish, **self._pressing("custody")}
            case Level.OPENING:
                return self.opening.verbs()
            case Level.ARRIVALS:
                return self.arrivals.verbs()
        return {}

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        self.polling.refresh()
        if self.level is Level.ARRIVALS:
            self.arrivals.reload()
        shown = self.detail.shipment
        if shown is not None and self.level is Level.DETAIL and self.detail.front is None:
            self.desk.perform(lambda: self.detail.show_shipment(shown.number))

    def show_what(self, what: str) -> None:
        kind, colon, number = what.rpartition(":")
        if what == "arrivals":
            self.arrive()
        elif colon:
            self.new(number, Direction.INBOUND if kind == "new-in" else Direction.OUTBOUND)
        else:
            self.open_parcel(what)

    def arrive(self, waybill: str = "") -> None:
        """到件: write down what came in, and who waits."""
        self.go(Level.ARRIVALS)
        self.arrivals.start(waybill)

    def new(self, case: str = "", direction: Direction = Direction.OUTBOUND) -> None:
        """A parcel for this case, or a free one."""
        office = self.desk.office
        told = self.desk.perform(
            lambda: (
                shipments.suggest(office, case, direction)
                if case
                else shipments.blank(office, direction)
            )
        )
        if told is not None:
            self.go(Level.FORM)
            self.form.open(told, case)

    def scanned(self, text: str) -> bool:
        match self.level:
            case Level.FORM if not self.form.contents.ask.isHidden():
                self.form.contents.add(text)
            case Level.FORM:
                self.form.take_waybill(text)
            case Level.SEALING:
                self.sealing.take(text)
            case Level.OPENING:
                self.opening.bag.set_text(text.strip())
            case Level.ARRIVALS:
                self.arrivals.scanned(text)
            case _ if may_register(self.desk.office, text):
                self.arrive(text)
            case _:
                self.go(Level.LISTS)
                self.lists.look_for(text)
        return True

    def _pressing(self, *verbs: str) -> Verbs:
        return {verb: partial(self._press, verb) for verb in verbs}

    def _press(self, verb: str) -> None:
        match verb:
            case "new_parcel":
                self.new()
            case "arrivals":
                self.arrive()
            case "custody":
                self.wanted.emit("custody", "")
            case "reconcile":
                if self.desk.may(Right.RECONCILE):
                    self.wanted.emit("billing", "")
            case "handover":
                self.go(Level.HANDOVER)
                self.handover.open()
            case _:
                shipment = self._chosen()
                if shipment is not None:
                    self._press_of(shipment, verb)

    def _press_of(self, shipment: Shipment, verb: str) -> None:
        match verb:
            case "print_label":
                self.wanted.emit("papers", f"courier|{LABEL}{shipment.number}")
            case "show_applicant":
                self.banner.put_away()
                self.applicant.show_told(progress.of_parcel(self.desk.office, shipment))
                self.go(Level.APPLICANT)
            case "amend_parcel":
                self.go(Level.FORM)
                self.form.correct(shipment)
            case "next_step":
                self._next_step(shipment)
            case "resend_parcel":
                self._resend(shipment)
            case "seal_parcel":
                self._seal(shipment)
            case _:
                self.detail.ask(verb)

    def _next_step(self, shipment: Shipment) -> None:
        """What the foremost trouble of the parcel asks for."""
        first = self.detail.first
        if first is None or first.waiting:
            return
        if first.step is Remedy.RESEND:
            self._resend(shipment)
        elif first.step is Remedy.DELIVER:
            self.wanted.emit("delivery", first.result)
        else:
            self.detail.ask(NEXT[first.step])

    def _resend(self, shipment: Shipment) -> None:
        office, clerk = self.desk.office, self.desk.acting
        sent = self.desk.perform(lambda: resending.resend(office, clerk, shipment.number), CHANGED)
        if sent is not None:
            self.open_parcel(sent.shipment.number)
            told = _("已补寄 {old}：核对地址，F8 填新运单号。").format(old=shipment.number)
            self.say(Tone.GOOD, told)

    def _seal(self, shipment: Shipment) -> None:
        """封袋 of what goes out; 开拆清点 of what came in or came back."""
        back = shipment.stage is ShipmentStage.RETURNED
        opens = back or shipment.direction is Direction.INBOUND
        panel = self.opening if opens else self.sealing
        if self.desk.perform(lambda: panel.open(shipment.number)) is not None:
            self.go(Level.OPENING if opens else Level.SEALING)
            panel.take_focus()

    def _sealed(self, number: str) -> None:
        self.open_parcel(number)
        self.say(Tone.GOOD, _("已封袋，内件不能再改；按 F6 交承运人。"))

    def _counted(self, number: str, paper: str, pieces: str) -> None:
        """The differences' paper and the labels of new pieces are printed next, if there are any."""
        self.open_parcel(number)
        names = [name for name in (paper, pieces and PIECES + pieces) if name]
        if names:
            self.wanted.emit("papers", "courier|" + ",".join(names))
        else:
            self.say(Tone.GOOD, _("已清点，与清单相符。"))

    def _chosen(self) -> Shipment | None:
        """The parcel in front; the chosen one of the list is opened first."""
        if self.level is Level.DETAIL:
            return self.detail.shipment
        row = self.lists.pane.current
        return self.open_parcel(row.number) if row is not None else None

    def _save(self) -> None:
        sent = self.desk.perform(self.form.verb(), CHANGED)
        if sent is None:
            return
        self.open_parcel(sent.shipment.number)
        told = _("快递 {number} 已保存，申请人不付费。").format(number=sent.shipment.number)
        warning = WARNINGS.get(sent.warning, "")
        self.say(Tone.WARN if warning else Tone.GOOD, told + warning)

    def _save_panel(self) -> None:
        shipment, front = self.detail.shipment, self.detail.front
        if shipment is None or front is None:
            return
        done = self.desk.perform(front.act(shipment, self.desk), CHANGED)
        if done is None:
            return
        self.open_parcel(shipment.number)
        place = front.done(done)
        if place is not None:
            self.wanted.emit(*place)

    def _picked(self, number: str, tone: Tone, words: str) -> None:
        """Seconds may have gone by: the clerk stays wherever work is by now."""
        shown = self.detail.shipment
        if self.level is Level.DETAIL and shown is not None and shown.number == number:
            self.open_parcel(number)
        self.say(tone, words)

    def _hand_over(self) -> None:
        done = self.desk.perform(self.handover.verb(), CHANGED)
        if done is not None:
            self.go(Level.LISTS)
            self.wanted.emit("papers", f"courier|{done.number}")
