"""Asking carriers while the window is open: in the background, and told in one quiet line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.carrying.pickups import PickupAnswer
from desktop.domain.halls.roles import STATION
from desktop.services.courier import pickups, pushes, tracking
from desktop.services.courier.pickups import Sending
from desktop.services.courier.tracking import Answered, Asked
from desktop.services.ports import Progress
from desktop.ui.desk import Desk, Topic
from desktop.ui.widgets.elided import Elided
from desktop.wording import _
from desktop.wording.carrying import polls_text

EVERY_MS = 60_000
CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.LOG})
_Order = tuple[Sending, PickupAnswer]


class Poller(QObject):
    """One batch at a time, once a minute at most; what goes wrong is logged and stands in the line."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask what is due now; nothing where a batch is still out."""
        if self._busy:
            return
        matched = self._desk.quietly(lambda: pushes.match_kept(self._desk.office))
        orders = self._desk.quietly(lambda: pickups.due(self._desk.office)) or ()
        asked = self._desk.quietly(lambda: tracking.ask(self._desk.office))
        if matched:
            self._desk.tell(CHANGED)
        if asked is None and not orders:
            return
        self._busy = True

        def task(progress: Progress) -> tuple[list[_Order], tuple[Answered, ...]]:
            return _asked(orders, asked, progress)

        self._desk.work(task, self._record, otherwise=self._idle, quiet=True)

    def stop(self) -> None:
        self._timer.stop()

    def _record(self, told: tuple[list[_Order], tuple[Answered, ...]]) -> None:
        self._busy = False
        office, (orders, answers) = self._desk.office, told
        moved = False
        for sending, answer in orders:
            before = pickups.pickup(office, sending.number)
            moved |= pickups.record(office, STATION, sending, answer) != before
        if tracking.record(office, answers).moved or moved:
            self._desk.tell(CHANGED)
        self._desk.polled.emit()

    def _idle(self) -> None:
        self._busy = False


def _asked(
    orders: tuple[Sending, ...], asked: Asked | None, progress: Progress
) -> tuple[list[_Order], tuple[Answered, ...]]:
    """In the worker: stops between two questions when the window closes."""
    told: list[_Order] = []
    for sending in orders:
        if not progress(0, 1):
            break
        told.append((sending, pickups.sent(sending)))
    answers = tracking.answered(asked, lambda: progress(0, 1)) if asked else ()
    return told, answers


class PollLine(Elided):
    """`承运人查询：上次 14:05，…`; it asks for nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(role="quiet", parent=parent)
        self._desk = desk
        desk.polled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        office = self._desk.office
        if not office.station.courier_address:
            self.setText(_("承运人查询没有设置，快递进度按 F3 手工登记。"))
            return
        polls = self._desk.quietly(lambda: tracking.due(office))
        if polls is not None:
            self.setText(polls_text(polls, office.now()))
