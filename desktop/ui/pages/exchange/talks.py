"""What asks the hub itself, one thing at a time, in a worker: joining, a code, a revocation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.services.exchange import membership
from desktop.ui.desk import Desk

T = TypeVar("T")


class Talks(QObject):
    """`joined(recovery code or nothing)`, `invited(code, hall's name)`, `revoked(device)`;
    `refused()` when it came to nothing, which the desk has said.
    """

    joined = Signal(str)
    invited = Signal(str, str)
    revoked = Signal(str)
    refused = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.busy = False

    def join(self, address: str, code: str) -> None:
        office, clerk, in_store = self._desk.office, self._desk.acting, self._desk.in_store
        self._ask(lambda: membership.join(office, clerk, address, code, in_store), self.joined.emit)

    def invite(self, hall: str, name: str) -> None:
        office, clerk, in_store = self._desk.office, self._desk.acting, self._desk.in_store
        self._ask(
            lambda: membership.issue_code(office, clerk, hall, name, in_store),
            lambda code: self.invited.emit(code, name),
        )

    def revoke(self, device: str, reason: str) -> None:
        office, clerk, in_store = self._desk.office, self._desk.acting, self._desk.in_store
        self._ask(
            lambda: membership.revoke(office, clerk, device, reason, in_store),
            lambda _done: self.revoked.emit(device),
        )

    def _ask(self, verb: Callable[[], T], then: Callable[[T], None]) -> None:
        if self.busy:
            return
        self.busy = True

        def ended(value: T) -> None:
            self.busy = False
            then(value)

        self._desk.work(lambda _progress: verb(), ended, otherwise=self._came_to_nothing)

    def _came_to_nothing(self) -> None:
        self.busy = False
        self.refused.emit()
