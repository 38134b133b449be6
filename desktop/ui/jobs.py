"""One piece of work in the pool, and the way back into the GUI thread: its value at the end, and on
its way whatever has to be done in the store.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, Signal

from desktop.domain.refusal import Refusal
from desktop.services.ports import Progress

P = ParamSpec("P")
T = TypeVar("T")
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
        self._cut: Callable[[], object] | None = None
        self.runnable = _Run(self, task)

    def cancel(self) -> None:
        """Ask the task to stop at its next report of progress, and end the call it waits in."""
        self._cancelled.set()
        if self._cut is not None:
            self._cut()

    def cut_with(self, cut: Callable[[], object]) -> None:
        """From the worker: what ends the call under way, from any thread."""
        self._cut = cut

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


class _Piece:
    def __init__(self, verb: Callable[[], Any]) -> None:
        self.verb, self.done = verb, threading.Event()
        self.value: Any = None
        self.error: Exception | None = None

    def end(self, error: Exception | None) -> None:
        self.error = error
        self.done.set()


class InGui(QObject):
    """`InStore` for workers: each piece runs in the GUI thread, in its turn among what people do,
    and the worker waits for it. `run` runs it there, and may look before and after.
    """

    _asked = Signal(object)

    def __init__(
        self, run: Callable[[Callable[[], Any]], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._lock, self._closed = threading.Lock(), False
        self._open: set[_Piece] = set()
        self._asked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def __call__(self, piece: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> T:
        """From a worker. Refuses `cancelled` once the window goes."""
        asked = _Piece(partial(piece, *given, **named))
        with self._lock:
            if self._closed:
                raise Refusal("cancelled")
            self._open.add(asked)
        self._asked.emit(asked)
        asked.done.wait()
        if asked.error is not None:
            raise asked.error
        value: T = asked.value
        return value

    def close(self) -> None:
        """No worker may wait for a window that waits for its workers."""
        with self._lock:
            self._closed = True
            for piece in self._open:
                piece.end(Refusal("cancelled"))
            self._open.clear()

    def _take(self, piece: _Piece) -> None:
        with self._lock:
            if piece not in self._open:
                return
            self._open.discard(piece)
        try:
            piece.value = self._run(piece.verb)
        except Exception as error:
            piece.end(error)
        else:
            piece.end(None)
