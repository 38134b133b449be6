"""The keeping door: care of the file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from db.care import backup, purge, rebuild, restore, verify
from db.journal import Journal
from db.link import Link, connect
from desktop.domain.supervision.rows import Verification
from desktop.domain.trust.restored import Restored
from desktop.services.ports import Progress


class Keeping:
    """Verifying and backing up read through connections of their own, in any thread."""

    def __init__(
        self, link: Link, journal: Journal, reading: Callable[[], AbstractContextManager[Link]]
    ) -> None:
        self._link, self._journal, self._reading = link, journal, reading

    def verify(self, progress: Progress | None = None) -> Verification:
        with self._reading() as link:
            return verify.verify(link.conn, progress)

    def verify_file(
        self, path: Path, recovery_code: str = "", progress: Progress | None = None
    ) -> Verification:
        """A backup, or a bare copy of a store."""
        keys = backup.keys_for(path, self._link.keys, recovery_code)
        with backup.database_in(path) as inside:
            conn = connect(inside, keys.file, read_only=True)
            try:
                return verify.verify(conn, progress)
            finally:
                conn.close()

    def rebuild(self, progress: Progress | None = None) -> tuple[dict[str, int], dict[str, int]]:
        return rebuild.rebuild(self._link, progress)

    def backup(self, to: Path) -> dict[str, int]:
        return backup.backup(self._link, self._journal.device, to)

    def restore(self, path: Path, recovery_code: str = "") -> Restored:
        """The store answers with the restored file and a new device code from here on."""
        done = restore.restore(self._link, path, recovery_code)
        self._journal.device = done.device
        return done

    def purge(self, case: str) -> None:
        purge.purge(self._link, case)

    def forget(self, entity: str) -> None:
        purge.forget_entity(self._link, entity)

    def checkpoint(self) -> None:
        """Empty the write-ahead log; for idle moments, so that no act waits for it."""
        self._link.checkpoint()
