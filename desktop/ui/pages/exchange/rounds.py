"""Exchanging with the hub while the window is open: beside the counter, and said to nobody."""

from __future__ import annotations

from collections.abc import Mapping, Set

from PySide6.QtCore import QObject, QTimer

from desktop.services.exchange import syncing
from desktop.services.exchange.round import Round
from desktop.services.ports import Hub, Progress
from desktop.ui.desk import ALL, Desk, Topic
from desktop.ui.jobs import Job

EVERY_MS = 3_000
"""How often it is asked whether a round is due; when it is, the standing says."""
SLICE_SECONDS = 0.01
"""What one slice may take of the counter's thread: a key that is pressed waits no longer for it."""
TOUCHED: Mapping[str, Set[Topic]] = {
    "case": {Topic.CASES},
    "visit": {Topic.CASES},
    "batch": {Topic.CASES, Topic.PAPERS},
    "paper": {Topic.PAPERS, Topic.CASES},
    "shipment": {Topic.SHIPMENTS, Topic.CASES},
    "piece": {Topic.SHIPMENTS},
    "handover": {Topic.SHIPMENTS, Topic.PAPERS},
    "address": {Topic.SHIPMENTS},
    "bill": {Topic.BILLS},
    "tariff": {Topic.BILLS},
    "licence": {Topic.LICENCES},
    "theme": {Topic.THEMES},
    "clerk": {Topic.CLERKS},
    "item": {Topic.ITEMS},
    "part": {Topic.ITEMS},
    "authority": {Topic.ITEMS},
    "pack": {Topic.ITEMS},
    "calendar": {Topic.CALENDAR, Topic.CASES},
    "hub": set(),
    "bundle": set(),
    "hall": set(),
    "day": set(),
    "shift": set(),
}
"""What pages show of what an entry is about; of anything else, everything."""


class Exchanger(QObject):
    """One round at a time, when one is due or somebody asks for it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.exchange_wanted.connect(self.look)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def look(self) -> None:
        """Begin a round if one is due and none is under way."""
        if self._job is None and self._desk.quietly(lambda: syncing.due(self._desk.office)):
            self._begin()

    def stop(self) -> None:
        """The window goes: no further round; the one under way ends where it is."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        desk = self._desk

        def task(progress: Progress) -> Round:
            def met(hub: Hub) -> None:
                if self._job is not None:
                    self._job.cut_with(hub.cut)

            return syncing.sync(desk.office, desk.in_store, progress, SLICE_SECONDS, met)

        self._job = desk.work(
            task, self._went, desk.exchanging.emit, otherwise=self._over, quiet=True
        )
        desk.exchanging.emit(0, 0)

    def _went(self, done: Round) -> None:
        self._over()
        if done.pulled or done.reordered:
            self._desk.tell(topics_of(done.touched))

    def _over(self) -> None:
        self._job = None
        self._desk.exchanged.emit()


def topics_of(touched: Set[str]) -> frozenset[Topic]:
    """What may show something else now."""
    told: set[Topic] = {Topic.LOG}
    for about in touched:
        told |= TOUCHED.get(about, ALL)
    return frozenset(told)
