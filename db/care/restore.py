"""Restore: a backup takes the place of the present file, which is kept beside it.

The restored file is encrypted anew under this station's own file key, so one rename is the whole
change. The hall's key comes with the recovery code; purges known here are applied again.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from db.care.backup import keys_for, read_head, unpack
from db.care.copying import copy_database, discard
from db.care.purge import forget, forgotten
from db.care.rebuild import Counts, counts, refold
from db.care.verify import verify
from db.keys import Keys, adopt_hall
from db.link import Link
from db.migrations import bring_up_to_date
from db.recovery import ALPHABET
from desktop.domain.refusal import Refusal
from desktop.domain.trust.restored import DRAWN, Restored, successor

DEVICE = "device after restore"
"""Note that overrides the settings' device code: the file knows which chain it may continue."""


def restore(link: Link, path: Path, recovery_code: str = "") -> Restored:
    """Refuses `not_a_backup` (reason), `recovery_code_…`, `wrong_key`.

    Afterwards `link` is connected to the restored file.
    """
    head = read_head(path)
    if head is None:
        raise Refusal("not_a_backup", path=str(path), reason="head")
    theirs = keys_for(path, link.keys, recovery_code)
    before, purged = _counted(link), forgotten(link)
    device = successor(head.device, "".join(secrets.choice(ALPHABET) for _ in range(DRAWN)))
    raw = link.path.with_name(link.path.name + ".unpacked")
    ready = link.path.with_name(link.path.name + ".restoring")
    try:
        unpack(path, raw)
        copy_database(raw, theirs.file, ready, link.keys.file)
        keys = adopt_hall(link.keys, theirs, recovery_code)
        _prepare(Link(ready, keys, link.now), purged, device)
        _replace(link, ready, keys)
    finally:
        discard(raw)
        discard(ready)
    return Restored(device=device, follows=head.device, before=before, after=_counted(link))


def _prepare(copy: Link, purged: list[str], device: str) -> None:
    try:
        found = verify(copy.conn)
        if not found.ok:
            raise Refusal("not_a_backup", reason=found.first_broken)
        bring_up_to_date(copy)
        with copy.transaction():
            forget(copy, {*purged, *forgotten(copy)})
            refold(copy)
            copy.conn.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (DEVICE, device))
        copy.conn.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        copy.close()


def _replace(link: Link, ready: Path, keys: Keys) -> None:
    """The present file is kept under the moment of its end, then one rename."""
    link.checkpoint()
    stamp = f"{link.now():%Y%m%d-%H%M%S}"
    copy_database(
        link.path, link.keys.file,
        link.path.with_name(f"{link.path.stem}.before-restore-{stamp}.db"), link.keys.file,
    )  # fmt: skip
    link.replace_file(ready, keys)


def _counted(link: Link) -> Counts:
    return {"entries": int(link.one("SELECT count(*) FROM journal")[0]), **counts(link)}
