"""到件 as one level of the courier page: its own keys, its two levels, and what leaves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.courier.arrivals.arrival import Arrival
from desktop.domain.courier.arrivals.owed import owed
from desktop.domain.courier.entries import Address
from desktop.services.courier.arrivals import matching, sending_on
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.courier.arrivals.claiming import Claiming
from desktop.ui.pages.courier.arrivals.columns import Place
from desktop.ui.pages.courier.arrivals.desk import ArrivalDesk
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.LOG})
CLAIM_CASE, FORWARD = _("办件编号（可扫码）"), _("转交给哪个大厅（名称）")


class Arrivals(QStackedWidget):
    """`intake(what)` asks for the intake, `shipped(number)` shows a parcel, `said(tone, words)`."""

    intake = Signal(str)
    shipped = Signal(str)
    said = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.desk, self.claiming = ArrivalDesk(desk), Claiming(desk)
        self._asked = ""
        self.addWidget(self.desk)
        self.addWidget(self.claiming)
        self.desk.opened.connect(self.open)
        self.desk.pressed.connect(self._press)
        self.desk.form.button.clicked.connect(self._register)
        self.claiming.pressed.connect(self._press)
        self.claiming.chosen.connect(self._take)
        self.claiming.ask.answered.connect(self._answered)
        self.claiming.ask.let_be.connect(self.claiming.take_focus)

    @property
    def in_front(self) -> Arrival | None:
        """The parcel that the claiming level shows."""
        return self.claiming.arrival if self.currentWidget() is self.claiming else None

    def start(self, waybill: str = "") -> None:
        """登记 the next parcel; a scanned number is in the form already."""
        self.setCurrentWidget(self.desk)
        self.desk.start(waybill)

    def open(self, number: str) -> None:
        """One parcel and where it may belong."""
        if self._desk.perform(lambda: self.claiming.show_arrival(number)) is not None:
            self.setCurrentWidget(self.claiming)
            self.claiming.take_focus()

    def reload(self) -> None:
        self.desk.reload()
        arrival = self.in_front
        if arrival is not None and self.claiming.ask.isHidden():
            self._desk.perform(lambda: self.claiming.show_arrival(arrival.number))

    def scanned(self, text: str) -> None:
        """A waybill to register; while a parcel is open, the number of the case inside."""
        if self.in_front is not None:
            self._claim_case(text)
        else:
            self.desk.form.take_waybill(text)

    def step_back(self) -> bool:
        """Esc: the question, then the list; False when the page's lists are next."""
        if self.in_front is None:
            return False
        if not self.claiming.ask.put_away():
            self.setCurrentWidget(self.desk)
            self.desk.reload()
            self.desk.pane.take_focus()
        return True

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the keys do at the level in front."""
        places = ("send_back", "forward_parcel", "open_draft", "claim_case", "unclaim")
        moves: dict[str, Callable[[], object]] = {
            verb: partial(self._press, verb) for verb in places
        }
        tabs = {f"tab_{n + 1}": partial(self.desk.tabs.choose, n) for n in range(2)}
        if self.in_front is not None:
            return {**moves, "save_form": partial(self._press, "save_form")}
        return {**moves, **tabs, "save_form": self._register, "register_parcel": self.start}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self.verbs().get(verb_of(Context.ARRIVALS, event))
        if act is None:
            super().keyPressEvent(event)
            return
        event.accept()
        act()

    def _register(self) -> None:
        office = self._desk.office
        parcel = self._desk.perform(self.desk.verb(), CHANGED)
        if parcel is None:
            return
        arrival = load_arrival(office, parcel.number)
        told = owed(arrival.signed_at, arrival.state, office.today(), office.calendar, office.rule)
        words = _(
            "到件 {waybill} 已登记，{at} 签收：收到日 {zero:%m月%d日}，告知补正至 {due:%m月%d日}。"
            "下一步：开拆清点，认领。"
        )  # fmt: skip
        self.start()
        self.desk.pane.seek(parcel.number)
        self.said.emit(
            Tone.GOOD,
            words.format(
                waybill=parcel.waybill, at=moment(arrival.signed_at), zero=told.zero, due=told.due
            ),
        )

    def _press(self, verb: str) -> None:
        number = self._number()
        if not number:
            self.said.emit(Tone.INFO, _("先在右边选一件到件。"))
            return
        match verb:
            case "save_form":
                self._take(self.claiming.current)
            case "open_draft":
                self._open_draft(number)
            case "send_back":
                self._send_back(number)
            case "unclaim":
                self._unclaim()
            case _:
                if self.in_front is None:
                    self.open(number)
                self._asked = verb
                claims = verb == "claim_case"
                self.claiming.ask.button.set_words(_("认领") if claims else _("转交"))
                self.claiming.ask.ask(CLAIM_CASE if claims else FORWARD)

    def _number(self) -> str:
        arrival, row = self.in_front, self.desk.current
        if arrival is not None:
            return arrival.number
        return row.row.number if row is not None else ""

    def _take(self, place: Place | None) -> None:
        """Claim it for this case or draft, and go there to take in what is inside."""
        arrival = self.in_front
        if arrival is None:
            return
        if place is None:
            self.said.emit(Tone.INFO, _("没有选中的归处：按 F6 写办件编号，或按 F5 开新件。"))
        elif place.taken:
            self.said.emit(Tone.INFO, _("这件办件的材料已收入。"))
        else:
            kind = "case" if place.candidate.case else "draft"
            self.intake.emit(f"parcel:{arrival.number}:{kind}:{place.key}")

    def _open_draft(self, number: str) -> None:
        arrival = load_arrival(self._desk.office, number)
        if self._desk.perform(lambda: matching.check_here(arrival)) is not None:
            self.intake.emit(f"parcel:{number}")

    def _claim_case(self, text: str) -> None:
        arrival, office = self.in_front, self._desk.office
        if arrival is None:
            return
        case = "-".join(text.strip().upper().split("-")[:4])
        done = self._desk.perform(
            lambda: matching.match_case(office, self._desk.acting, arrival.number, case), CHANGED
        )
        if done is not None:
            self.open(arrival.number)
            self.claiming.pane.seek(case)
            self.said.emit(Tone.GOOD, _("已认领到办件 {case}。F9 去补收材料。").format(case=case))

    def _unclaim(self) -> None:
        arrival, place, office = self.in_front, self.claiming.current, self._desk.office
        if arrival is None or place is None or not place.claimed:
            self.said.emit(Tone.INFO, _("先打开到件，选中已认领的一行。"))
            return
        done = self._desk.perform(
            lambda: matching.unmatch(office, self._desk.acting, arrival.number, place.key), CHANGED
        )
        if done is not None:
            self.open(arrival.number)

    def _send_back(self, number: str) -> None:
        office = self._desk.office
        out = self._desk.perform(
            lambda: sending_on.send_back(
                office, self._desk.acting, number, "", _("退回原件（到件 {n}）").format(n=number)
            ),
            CHANGED,
        )
        if out is not None:
            self.shipped.emit(out.number)

    def _answered(self, text: str) -> None:
        """The case's number, or the hall that gets the parcel."""
        arrival, office = self.in_front, self._desk.office
        if arrival is None:
            return
        if self._asked == "claim_case":
            self._claim_case(text)
            return
        number = arrival.number
        out = self._desk.perform(
            lambda: sending_on.forward(
                office, self._desk.acting, number, Address(name=text), "",
                _("转交到件（{n}）").format(n=number),
            ),
            CHANGED,
        )  # fmt: skip
        if out is not None:
            self.shipped.emit(out.number)
