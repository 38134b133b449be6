"""The screen locks by itself when nobody touched it, never while somebody is being served."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
A_MINUTE_MS = 60_000


class IdleLock(QObject):
    """`lock` is called after `minutes` without a touch unless `busy`; 0 minutes never locks."""

    def __init__(
        self,
        app: QApplication,
        minutes: Callable[[], int],
        busy: Callable[[], bool],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(app)
        self._minutes, self._busy, self._lock = minutes, busy, lock
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.due)
        app.installEventFilter(self)
        self._again()

    def due(self) -> None:
        """The time is over: lock, or look again later while somebody is served."""
        if self._busy():
            self._again()
        else:
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._again()
        return False

    def _again(self) -> None:
        minutes = self._minutes()
        if minutes:
            self.timer.start(minutes * A_MINUTE_MS)
