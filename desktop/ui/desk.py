"""Desk: the only place with try/except, threads and the changed signal.

A slot hands a verb to `perform`; a `Refusal` becomes a sentence for the page's banner, a bug a
logged report and a calm banner, a success `changed(topics)`. `work` does the same for what may
take long: the task runs in a pool, everything else happens in the GUI thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Set
from enum import StrEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop.domain.halls.roles import Clerk, Right, may
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.ports import Progress
from desktop.services.published import take_published
from desktop.ui.jobs import Job
from desktop.wording import _
from desktop.wording.refusals import sentence

log = logging.getLogger(__name__)
T = TypeVar("T")

WATCH_MS = 1000
"""How often the file is asked whether another process committed (PRAGMA data_version)."""


class Topic(StrEnum):
    """What a page shows and an act changes."""

    DRAFTS = "drafts"
    CASES = "cases"
    PAPERS = "papers"
    SHIPMENTS = "shipments"
    BILLS = "bills"
    LICENCES = "licences"
    THEMES = "themes"
    CLERKS = "clerks"
    ITEMS = "items"
    CALENDAR = "calendar"
    LOG = "log"


ALL = frozenset(Topic)
ITEMS = frozenset({Topic.ITEMS})
NOTHING: frozenset[Topic] = frozenset()


class Desk(QObject):
    """`refused(code, sentence, data)`; `failed(sentence)` for what nobody foresaw; `polled()` after
    carriers were asked in the background.
    """

    changed = Signal(object)
    refused = Signal(str, str, object)
    failed = Signal(str)
    signed = Signal()
    polled = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.clerk: Clerk | None = None
        self._pool = QThreadPool(self)
        self._jobs: set[Job] = set()
        self._seen = office.store.journal.changes()
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._look)
        self._watch.start()

    @property
    def acting(self) -> Clerk:
        """The clerk who acts; nobody acts before signing in."""
        if self.clerk is None:
            raise Refusal("not_signed_in")
        return self.clerk

    @property
    def working(self) -> bool:
        """Whether a worker is still at something."""
        return bool(self._jobs)

    def sign_in(self, clerk: Clerk | None) -> None:
        """From now on this clerk acts; None is nobody (the window shows its door)."""
        self.clerk = clerk
        self.signed.emit()

    def may(self, right: Right) -> bool:
        """Whether to offer what needs the right; the service refuses it as well."""
        return self.clerk is not None and may(self.clerk, right)

    def perform(self, verb: Callable[[], T], topics: Set[Topic] = NOTHING) -> T | None:
        """Run a verb now. None when it was refused or failed, which has then been said."""
        try:
            result = verb()
        except Refusal as refusal:
            self._refuse(refusal)
            return None
        except Exception as error:
            self._fail(error)
            return None
        if topics:
            self.tell(topics)
        return result

    def quietly(self, verb: Callable[[], T]) -> T | None:
        """Run what nobody asked for: refused or failed it is logged, and said to nobody.

        What it commits makes no page read anew; whoever wants that tells the topics.
        """
        before = self.office.store.journal.changes()
        try:
            return verb()
        except Exception as error:
            _log_quietly(error)
            return None
        finally:
            if before == self._seen:
                self._seen = self.office.store.journal.changes()

    def work(
        self,
        task: Callable[[Progress], T],
        then: Callable[[T], None],
        progress: Callable[[int, int], None] | None = None,
        otherwise: Callable[[], None] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run a task in the pool; `then` gets its value in the GUI thread.

        The task is given a `Progress` to call with (done, total), which answers False once
        `job.cancel()` was called. `otherwise` follows a refusal, a failure or a cancelling.
        `quiet` work was asked for by nobody, so what goes wrong is said to nobody.
        The task touches no widget and writes nothing to the store.
        """
        job = Job(partial(_outcome, task))
        self._jobs.add(job)
        if progress is not None:
            job.moved.connect(progress)

        def finish(value: T, error: Exception | None) -> None:
            self._jobs.discard(job)
            act = self.quietly if quiet else self.perform
            if error is not None:
                _log_quietly(error) if quiet else self._say(error)
            if error is None and not job.cancelled:
                act(partial(then, value))
            elif otherwise is not None:
                act(otherwise)

        job.done.connect(finish)
        self._pool.start(job.runnable)
        return job

    def tell(self, topics: Set[Topic]) -> None:
        """Say that these topics changed."""
        self._seen = self.office.store.journal.changes()
        self.changed.emit(frozenset(topics))

    def wait_for_jobs(self) -> None:
        """Before the window goes: no worker may outlive what it reports to."""
        self._watch.stop()
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()

    def _look(self) -> None:
        now = self.office.store.journal.changes()
        if now != self._seen:
            self._seen = now
            take_published(self.office)
            self.changed.emit(ALL)
        elif self.office.catalogue_day not in (None, self.office.today()):
            take_published(self.office)  # versions come into force at midnight
            self.changed.emit(ITEMS)

    def _say(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self._refuse(error)
        else:
            self._fail(error)

    def _refuse(self, refusal: Refusal) -> None:
        log.info("refused: %s", refusal.code)
        self.refused.emit(refusal.code, sentence(refusal), refusal.data)

    def _fail(self, error: Exception) -> None:
        log.error("a verb failed", exc_info=error)
        self.failed.emit(
            _("出了意外，刚才这一步没有完成，数据没有变。已记录，可重试；多次出现请报主管。")
        )


def _log_quietly(error: Exception) -> None:
    log.warning("in the background: %s", error, exc_info=not isinstance(error, Refusal))


def _outcome(task: Callable[[Progress], T], report: Progress) -> tuple[T | None, Exception | None]:
    """Runs in the worker: an exception is carried into the GUI thread, where it is said."""
    try:
        return task(report), None
    except Exception as error:
        return None, error
