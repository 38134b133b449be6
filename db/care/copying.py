"""A consistent copy of an encrypted file while others write to it: SQLite's online backup."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from db.keys import sync_folder
from db.link import connect, refusal


def copy_database(source: Path, key: bytes, to: Path, new_key: bytes) -> None:
    """The destination needs a key of its own before the first page; it may be the same one.

    Copied in one step, so that a writer cannot make it begin again. Written beside and renamed.
    Refuses as opening does, `disk_full` and `file_damaged` among them.
    """
    part = to.with_name(to.name + ".part")
    discard(part)
    try:
        with closing(connect(source, key)) as origin, closing(connect(part, new_key)) as copy:
            origin.backup(copy)
            # a copy is one file: no log beside it, and every page in place
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite.Error as error:
        discard(part)
        raise refusal(error, source) or error from error
    part.replace(to)
    sync_folder(to.parent)


def discard(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)
