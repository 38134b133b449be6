"""Backups: one file, a readable head and the encrypted database behind it.

The head names device and moment and carries `escrow`, the keys under the recovery code; so a
backup opens with the code alone, or with the credential of the station that made it.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from db.care.copying import copy_database, discard
from db.keys import Keys, open_escrow, sync_folder
from db.link import Link, connect
from desktop.domain.refusal import Refusal

MAGIC = b"YICHUANG-BACKUP-1\n"
LONGEST_HEAD = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`device` is the station that made it; its chain must not be continued by another."""

    device: str
    made_at: str
    escrow: str


def backup(link: Link, device: str, to: Path) -> dict[str, int]:
    """Written beside, synced and renamed; the answer counts entries, devices and bytes.

    Reads through a connection of its own, so acts go on meanwhile.
    """
    copy = to.with_name(to.name + ".copy")
    part = to.with_name(to.name + ".part")
    made = link.now().isoformat(timespec="seconds")
    head = Head(device=device, made_at=made, escrow=link.keys.escrow.hex())
    try:
        copy_database(link.path, link.keys.file, copy, link.keys.file)
        counted = _counted(copy, link.keys)
        told = json.dumps(asdict(head)).encode()
        with part.open("wb") as file, copy.open("rb") as pages:
            file.write(MAGIC + len(told).to_bytes(4) + told)
            shutil.copyfileobj(pages, file, 1 << 20)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        raise Refusal("cannot_write", name=to.name, reason=str(error)) from error
    finally:
        discard(copy)
        part.unlink(missing_ok=True)
    return {**counted, "bytes": to.stat().st_size}


def read_head(path: Path) -> Head | None:
    """None where the file is no backup. Refuses `no_such_file` and `not_a_backup`."""
    try:
        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                return None
            length = int.from_bytes(file.read(4))
            told = json.loads(file.read(min(length, LONGEST_HEAD)))
            return Head(**{name: str(told[name]) for name in Head.__slots__})
    except OSError as error:
        raise Refusal("no_such_file", path=str(path)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("not_a_backup", path=str(path), reason="head") from error


def keys_for(path: Path, keys: Keys, recovery_code: str = "") -> Keys:
    """The keys that open this file: this station's, or those under the recovery code."""
    head = read_head(path)
    if not recovery_code or head is None:
        return keys
    return open_escrow(bytes.fromhex(head.escrow), recovery_code, keys.credential)


def unpack(path: Path, to: Path) -> None:
    """The encrypted database out of a backup."""
    with path.open("rb") as file, to.open("wb") as pages:
        file.seek(len(MAGIC))
        file.seek(int.from_bytes(file.read(4)), os.SEEK_CUR)
        shutil.copyfileobj(file, pages, 1 << 20)


@contextmanager
def database_in(path: Path) -> Iterator[Path]:
    """The database of a backup, unpacked for as long as it is looked at; else the file itself."""
    if read_head(path) is None:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="yichuang-") as folder:
        inside = Path(folder) / "store.db"
        unpack(path, inside)
        yield inside


def _counted(copy: Path, keys: Keys) -> dict[str, int]:
    conn = connect(copy, keys.file, read_only=True)
    try:
        row = conn.execute("SELECT count(*), count(DISTINCT device) FROM journal").fetchone()
        return {"entries": row[0], "devices": row[1]}
    finally:
        conn.close()
