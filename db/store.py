"""The one door to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from db.care.keeping import Keeping
from db.care.restore import DEVICE
from db.exchange.door import Exchange
from db.journal import Journal
from db.keys import Keys
from db.link import Link
from db.local import Local
from db.migrations import bring_up_to_date
from db.polling import Polling
from db.views.door import Views


class Store:
    """`journal`, `views`, `local`, `polling`, `keeping` and `exchange` over one writing connection.

    Use it in the thread that opened it; `reader()`, `views.log`, `keeping.verify` and
    `keeping.backup` open connections of their own and serve any thread.
    """

    def __init__(self, link: Link, device: str) -> None:
        self._link = link
        self.journal = Journal(link, device)
        self.views = Views(link, self._reading)
        self.local = Local(link)
        self.polling = Polling(link)
        self.keeping = Keeping(link, self.journal, self._reading)
        self.exchange = Exchange(link, self.journal)

    @contextmanager
    def reader(self) -> Iterator[Views]:
        """Views over a read-only connection that sees one state of the file from first to last."""
        with self._reading() as link:
            link.conn.execute("BEGIN")
            yield Views(link, self._reading)

    @contextmanager
    def _reading(self) -> Iterator[Link]:
        link = Link(self._link.path, self._link.keys, self._link.now, read_only=True)
        try:
            yield link
        finally:
            link.close()

    def close(self) -> None:
        """Empties the write-ahead log on the way out where nobody else uses the file."""
        self._link.close()


def open_store(path: Path, keys: Keys, now: Callable[[], datetime], device: str) -> Store:
    """Open the station's file, or make it; bring it up to date first.

    `now` answers an aware moment; it may be wrong or jump back, order does not rest on it.
    `device` is this station's code in numbers and its chain's name; a file that was restored
    knows a newer one, and `store.journal.device` is then that one. Refuses `wrong_key`,
    `newer_database`, `not_a_store`, `file_damaged`, `cannot_write`, `busy`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    link = Link(path, keys, now)
    try:
        bring_up_to_date(link)
        row = link.one("SELECT value FROM note WHERE key = ?", (DEVICE,))
    except BaseException:
        link.close()
        raise
    return Store(link, row[0] if row else device)
