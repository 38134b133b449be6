"""One piece of work in the pool, and the way back into the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Signal

from desktop.services.ports import Progress

Task = Callable[[Progress], tuple[Any, Exception | None]]


class Job(QObject):
    """Lives in the GUI thread; its signals are delivered there, whoever emits them.

    `task` never raises: the desk wraps it, so that `done` carries (value, error).
    """

    done = Signal(object, object)
    moved = Signal(int, int)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._cancelled = threading.Event()
        self.runnable = _Run(self, task)

    def cancel(self) -> None:
        """Ask the task to stop at its next report of progress."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> bool:
        """The task's `Progress`; called in the worker's thread."""
        self.moved.emit(done, total)
        return not self.cancelled


class _Run(QRunnable):
    def __init__(self, job: Job, task: Task) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job
        self._task = task

    def run(self) -> None:
        self._job.done.emit(*self._task(self._job.report))
