"""The log that exports itself while the window is open: beside the counter, told when it failed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.domain.refusal import Refusal
from desktop.services.ports import Progress
from desktop.services.supervision.closing import schedule
from desktop.services.supervision.closing.schedule import Due
from desktop.services.supervision.log.exporting import Written
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.closing.exporting import note_text
from desktop.ui.widgets.banner import Tone
from desktop.wording import _
from desktop.wording.refusals import sentence

log = logging.getLogger(__name__)
EVERY_MS = 30_000
"""How often it is asked whether a day's log is due; when it is tried again, the service says."""
Say = Callable[[Tone, str], None]


class Clockwork(QObject):
    """One day's log at a time. Nobody asked for it just now, so what goes wrong is said once a day
    and stands in the note until it went well.
    """

    def __init__(self, desk: Desk, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._say = desk, say
        self._busy = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Write what is due now; nothing while one is being written."""
        if self._busy:
            return
        owed = self._desk.quietly(lambda: schedule.due(self._desk.office))
        if owed is None:
            return
        self._busy = True
        office = self._desk.office

        def task(progress: Progress) -> Written | Exception:
            try:
                with office.store.reader() as views:
                    return schedule.write(office, views, owed, progress)
            except Exception as error:  # whatever it was, it is noted and tried again
                return error

        self._desk.work(task, lambda told: self._over(owed, told), otherwise=self._idle, quiet=True)

    def stop(self) -> None:
        self._timer.stop()

    def _over(self, owed: Due, told: Written | Exception) -> None:
        self._busy = False
        office = self._desk.office
        if isinstance(told, Exception):
            self._failed(owed, told)
            return
        before = schedule.note(office)
        schedule.done(office, owed, told)
        self._desk.tell({Topic.LOG})
        if before is not None:
            words = _("{day} 的日志已经补上，存到 {path}。")
            self._say(Tone.GOOD, words.format(day=f"{owed.day:%m-%d}", path=told.export.to))
        QTimer.singleShot(0, self, self.look)  # days that were missed follow at once

    def _failed(self, owed: Due, error: Exception) -> None:
        before = schedule.note(self._desk.office)
        known = isinstance(error, Refusal)
        log.warning("a day's log was not exported: %s", error, exc_info=None if known else error)
        why = sentence(error) if isinstance(error, Refusal) else _("出了意外，已记录。")
        told = schedule.failed(self._desk.office, owed, why)
        self._desk.tell({Topic.LOG})
        if before is None or before.day != owed.day:
            self._say(Tone.WARN, note_text(told))

    def _idle(self) -> None:
        self._busy = False
