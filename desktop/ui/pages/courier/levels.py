"""The levels of the courier page: what is in front, how one goes there and back."""

from __future__ import annotations

from enum import IntEnum

from desktop.domain.courier.shipment import Shipment
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import hints_of
from desktop.ui.pages.courier.applicant import ApplicantView
from desktop.ui.pages.courier.arrivals.levels import Arrivals
from desktop.ui.pages.courier.detail import Detail
from desktop.ui.pages.courier.handover import Handover
from desktop.ui.pages.courier.lists import Lists
from desktop.ui.pages.courier.polling import PollLine
from desktop.ui.pages.courier.sending.form import Form
from desktop.ui.pages.custody.opening import Opening
from desktop.ui.pages.custody.sealing import Sealing
from desktop.ui.pages.room import Room


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1
    FORM = 2
    HANDOVER = 3
    SEALING = 4
    OPENING = 5
    APPLICANT = 6
    ARRIVALS = 7


INNER = frozenset({Level.FORM, Level.SEALING, Level.OPENING, Level.APPLICANT})
"""Levels that lead back to the parcel they were entered from."""


class Levels(Room):
    """The widgets and the way between them; what they do is the page's."""

    topics = frozenset({Topic.SHIPMENTS})
    context = Context.COURIER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail = Lists(desk), Detail(desk)
        self.form, self.handover = Form(desk), Handover(desk)
        self.sealing, self.opening = Sealing(desk), Opening(desk)
        self.applicant, self.arrivals = ApplicantView(), Arrivals(desk)
        self._before = Level.LISTS
        for level in (
            self.lists, self.detail, self.form, self.handover, self.sealing, self.opening,
            self.applicant, self.arrivals,
        ):  # fmt: skip
            self.stack.addWidget(level)
        self.polling = PollLine(desk)
        self.foot(self.polling)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.take_focus()

    def hints(self) -> str:
        return hints_of(Context.ARRIVALS if self.level is Level.ARRIVALS else Context.COURIER)

    def go(self, level: Level) -> None:
        self._before = self.level
        self.stack.setCurrentIndex(level)
        self.hinted.emit(self.hints())
        match level:
            case Level.LISTS:
                self.lists.take_focus()
            case Level.DETAIL:
                self.detail.take_focus()
            case Level.APPLICANT:
                self.applicant.setFocus()

    def open_parcel(self, number: str) -> Shipment | None:
        shown = self.desk.perform(lambda: self.detail.show_shipment(number))
        if shown is not None:
            self.banner.put_away()
            self.go(Level.DETAIL)
        return shown

    def step_back(self) -> bool:
        match self.level:
            case Level.LISTS:
                return False
            case Level.FORM if self.form.contents.ask.put_away():
                return True
            case Level.DETAIL if self.detail.put_away():
                self.detail.take_focus()
                return True
            case Level.OPENING if self.opening.put_away():
                return True
            case Level.ARRIVALS if self.arrivals.step_back():
                return True
        from_parcel = self.level in INNER and self._before is Level.DETAIL
        self.go(Level.DETAIL if from_parcel and self.detail.shipment else Level.LISTS)
        return True
