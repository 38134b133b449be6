"""How a file comes to the present shape: gate, backup, migrations, projections.

`user_version` counts the applied migrations, so that an older program knows a newer file without
reading its tables. The engine is sqlite-utils'; it is imported only where something is pending,
for it costs a command 0.2 s. Never `.transform()` here: it drops triggers without a word.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from db.care.copying import copy_database
from db.care.rebuild import refold
from db.link import Link
from db.projections.table import SCHEMA
from db.schema import APPLICATION_ID, EXCHANGE, JOURNAL, LOCAL, LOG, POLLING, RECORDS, statements
from desktop.domain.refusal import Refusal

Step = Callable[[Any], None]


def first(db: Any) -> None:
    """The journal, `confirmed` and the local tables."""
    for statement in statements(JOURNAL + LOCAL):
        db.execute(statement)


def records(db: Any) -> None:
    """The list of bad records."""
    for statement in statements(RECORDS):
        db.execute(statement)


def polling(db: Any) -> None:
    """When carriers may be asked again."""
    for statement in statements(POLLING):
        db.execute(statement)


def exchange(db: Any) -> None:
    """Cursors of halls, and stamps of what they confirmed."""
    for statement in statements(EXCHANGE):
        db.execute(statement)


def log(db: Any) -> None:
    """The index that figures are counted from."""
    for statement in statements(LOG):
        db.execute(statement)


STEPS: tuple[tuple[str, Step], ...] = (
    ("0001_first", first),
    ("0002_records", records),
    ("0003_polling", polling),
    ("0004_exchange", exchange),
    ("0005_log", log),
)
"""Append only. A released step never changes."""


def bring_up_to_date(link: Link) -> None:
    """Refuses `newer_database` (found, known) and `not_a_store`; backs up before it changes."""
    found, mark = _version(link)
    if mark not in (0, APPLICATION_ID) or (mark == 0 and link.one("SELECT 1 FROM sqlite_master")):
        raise Refusal("not_a_store", path=str(link.path))
    if found > len(STEPS):
        raise Refusal("newer_database", found=found, known=len(STEPS))
    if found < len(STEPS):
        if found:
            kept = link.path.with_name(f"{link.path.stem}.before-{STEPS[found][0]}.db")
            copy_database(link.path, link.keys.file, kept, link.keys.file)
        _migrate(link)
    if _shape_differs(link):
        with link.transaction():
            if _shape_differs(link):
                refold(link)
                link.conn.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (_NOTE, SHAPE))


def _version(link: Link) -> tuple[int, int]:
    return (
        int(link.one("PRAGMA user_version")[0]),
        int(link.one("PRAGMA application_id")[0]),
    )


def _migrate(link: Link) -> None:
    """One IMMEDIATE transaction around them all: two processes may start at the same moment."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("yichuang")
    for name, step in STEPS:
        migrations(name=name)(step)
    with link.transaction():
        migrations.apply(Database(link.conn, execute_plugins=False))
        link.conn.execute(f"PRAGMA user_version = {len(STEPS)}")
        link.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


_NOTE = "projections"
SHAPE = sha256(SCHEMA.encode()).hexdigest()


def _shape_differs(link: Link) -> bool:
    held = link.one("SELECT value FROM note WHERE key = ?", (_NOTE,))
    return held is None or held[0] != SHAPE
