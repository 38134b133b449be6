"""The tables that migrations make: the journal, what stands beside it, and the local ones.

Projections are not here: they are dropped and rebuilt when their own texts change.
"""

from __future__ import annotations

from sqlcipher3.dbapi2 import complete_statement

APPLICATION_ID = 0x59434357
"""`YCCW` in the file's header: this is a Yichuang store."""

JOURNAL = """
CREATE TABLE journal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    logical INTEGER NOT NULL,
    happened_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    entity TEXT NOT NULL,
    body TEXT NOT NULL,
    subject TEXT NOT NULL,
    sealed BLOB NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (device, seq)
) STRICT;
CREATE INDEX journal_entity ON journal (entity);
CREATE INDEX journal_happened ON journal (happened_at, device, seq);

CREATE TRIGGER journal_never_updated BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
-- INSERT OR REPLACE deletes without firing the trigger above unless recursive_triggers is on
CREATE TRIGGER journal_never_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM journal WHERE n = NEW.n)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_gapless BEFORE INSERT ON journal
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM journal WHERE device = NEW.device), 0)
    OR (NEW.seq > 1 AND NEW.previous IS NOT
        (SELECT hash FROM journal WHERE device = NEW.device AND seq = NEW.seq - 1))
BEGIN
    SELECT RAISE(ABORT, 'the entry does not continue its chain');
END;

CREATE TABLE confirmed (
    hall TEXT NOT NULL,
    hall_seq INTEGER NOT NULL CHECK (hall_seq > 0),
    entry TEXT NOT NULL UNIQUE REFERENCES journal (id),
    PRIMARY KEY (hall, hall_seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER confirmed_never_updated BEFORE UPDATE ON confirmed BEGIN
    SELECT RAISE(ABORT, 'confirmed order never changes');
END;
CREATE TRIGGER confirmed_never_deleted BEFORE DELETE ON confirmed BEGIN
    SELECT RAISE(ABORT, 'confirmed order never changes');
END;
"""

LOCAL = """
CREATE TABLE case_key (
    hall TEXT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (hall, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten (subject TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    item TEXT NOT NULL,
    applicant TEXT NOT NULL,
    ticked INTEGER NOT NULL,
    held INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE secret (
    clerk TEXT NOT NULL,
    kind TEXT NOT NULL,
    hashed TEXT NOT NULL,
    PRIMARY KEY (clerk, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

RECORDS = """
CREATE TABLE bad_record (number TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX bad_record_number ON bad_record (number);
CREATE INDEX bad_record_name ON bad_record (name);
"""
"""失信名单 as imported here: people's data from elsewhere, held until the next list."""

POLLING = """
CREATE TABLE courier_poll (
    waybill TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    news INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE courier_push (
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    told_at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (carrier, waybill)
) STRICT;
"""
"""When a tracking service may be asked again, by number; and what it pushed for numbers not known
here yet.
"""


EXCHANGE = """
ALTER TABLE confirmed ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;
ALTER TABLE confirmed ADD COLUMN signature BLOB;
CREATE TABLE hall_cursor (
    hall TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;
"""
"""How far each hall's confirmed order is held here. `signature` is the writing device's own, at the
last entry of each push: with it another station may give a hub back what it lost.
"""

LOG = """
DROP INDEX journal_happened;
CREATE INDEX journal_log
    ON journal (happened_at, device, seq, kind, clerk, entity, recorded_at);
"""
"""The log in its order, with every column that its figures name: most totals never read an entry."""

UNPROTECTED = "DROP TRIGGER confirmed_never_deleted"
PROTECTED = """
CREATE TRIGGER confirmed_never_deleted BEFORE DELETE ON confirmed BEGIN
    SELECT RAISE(ABORT, 'confirmed order never changes');
END
"""
"""A hub restored from an older backup confirms some entries anew: only then, and within one
transaction, the order of that hall is taken back to where the two agree.
"""


JOURNAL_UNPROTECTED = "DROP TRIGGER journal_never_deleted"
JOURNAL_PROTECTED = """
CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
"""
"""What two machines wrote under one device code: the part that no hub can take is written anew
under another code, within one transaction (`db.exchange.renewing`).
"""


def statements(script: str) -> list[str]:
    """The script's statements one by one: `executescript` would commit in between."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return [statement for statement in found if statement]
