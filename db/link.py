"""The connection to the file: opened with its key, transactions, SQLite's words as refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from db.keys import Keys, sync_folder, write_credential
from db.vault import Vault
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Fact

BUSY_MS = 5_000
"""How long a write waits for another process (a scheduled command) before it says `busy`."""

AUTOCHECKPOINT = 4_000
"""Pages of write-ahead log (16 MB) before a commit pays for a checkpoint; idle time comes first."""

Connection = Any
"""sqlcipher3 ships no types."""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """An open, keyed connection. Refuses `wrong_key` where the file does not open with it."""
    mode = "ro" if read_only else "rwc"
    conn = sqlite.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        # a wrong key would otherwise be told on standard error, which belongs to the commands
        conn.execute("PRAGMA cipher_log_level = NONE")
        conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("PRAGMA recursive_triggers = ON")
        conn.execute("PRAGMA secure_delete = ON")
        if not read_only:
            conn.execute("PRAGMA journal_mode = WAL")
            conn.execute("PRAGMA synchronous = FULL")
            conn.execute(f"PRAGMA wal_autocheckpoint = {AUTOCHECKPOINT}")
    except sqlite.Error as error:
        conn.close()
        raise refusal(error, path) or error from error
    return conn


def refusal(error: Exception, path: Path | None = None) -> Refusal | None:
    """What the clerk can act on; None for a fault of the program's own."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return Refusal("disk_full")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Refusal("busy")
    if name.startswith("SQLITE_NOTADB"):
        return Refusal("wrong_key", path=str(path or ""))
    if name.startswith("SQLITE_CORRUPT"):
        return Refusal("file_damaged", path=str(path or ""))
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM")):
        return Refusal("cannot_write", name=path.name if path else "", reason=name)
    return None


class Link:
    """The one writing connection of this process, and what is needed to open what it holds.

    `facts` caches the facts of entities within one transaction, while nobody else can write.
    """

    def __init__(
        self, path: Path, keys: Keys, now: Callable[[], datetime], *, read_only: bool = False
    ) -> None:
        self.path, self.keys, self.now, self.read_only = path, keys, now, read_only
        self.vault = Vault(keys.hall)
        self.conn = connect(path, keys.file, read_only=read_only)
        self.facts: dict[str, tuple[Fact, ...]] = {}
        self.scrub = False

    def rows(self, sql: str, values: Any = ()) -> list[Any]:
        return self.conn.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def one(self, sql: str, values: Any = ()) -> Any:
        return self.conn.execute(sql, values).fetchone()

    @property
    def in_transaction(self) -> bool:
        return bool(self.conn.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE … COMMIT. An inner one is a savepoint: it fails alone or joins."""
        inner = self.in_transaction
        begin, commit, undo = _SAVEPOINT if inner else _WHOLE
        try:
            self.conn.execute(begin)
            yield
            self.conn.execute(commit)
        except BaseException as error:
            self.facts.clear()
            # a full disk may have rolled everything back already
            if self.in_transaction:
                for statement in undo:
                    self.conn.execute(statement)
            if isinstance(error, sqlite.Error):
                raise refusal(error, self.path) or error from error
            raise
        finally:
            if not inner:
                self.facts.clear()
        if self.scrub and not inner:
            self.scrub = False
            self.checkpoint()

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file and empty it; for idle moments and purges."""
        self.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def replace_file(self, new: Path, keys: Keys) -> None:
        """Let another file, closed and whole, take this one's place, and connect to it."""
        self.close()
        for name in ("-wal", "-shm"):
            self.path.with_name(self.path.name + name).unlink(missing_ok=True)
        new.replace(self.path)
        sync_folder(self.path.parent)
        if keys.hall != self.keys.hall:
            write_credential(keys)
        self.keys, self.vault = keys, Vault(keys.hall)
        self.conn = connect(self.path, keys.file)

    def close(self) -> None:
        self.vault.forget()
        self.conn.close()


_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_SAVEPOINT = ("SAVEPOINT inner", "RELEASE inner", ("ROLLBACK TO inner", "RELEASE inner"))
