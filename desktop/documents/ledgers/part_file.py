"""A file that is whole or not there: written as `NAME.part`, then renamed.

Cancelled, or stopped by the disk, it leaves nothing behind.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.manifest import SUFFIX
from desktop.services.ports import Progress
from desktop.wording.log import DISK_FULL, NO_FOLDER, NO_RIGHT

T = TypeVar("T")
EVERY = 200
"""Rows between two calls of `progress`."""


def written(to: Path, write: Callable[[Path], None]) -> str:
    """Let `write` fill the part file, rename it and answer its sha256 (hexadecimal).

    Raises `Refusal("cannot_write", name=…, reason=…)` where the system refuses, and whatever
    `write` raises, `Refusal("cancelled")` for one; the part file is gone then.
    """
    part = to.with_name(to.name + ".part")
    try:
        write(part)
        digest = _flushed(part)
        to.with_name(to.name + SUFFIX).unlink(missing_ok=True)  # it tells of the file before
        part.replace(to)
    except OSError as error:
        raise Refusal("cannot_write", name=to.name, reason=_reason(error)) from error
    finally:
        _remove(part)
    return digest


def counted(rows: Iterable[T], total: int, progress: Progress | None) -> Iterator[tuple[int, T]]:
    """The rows numbered from 1; raises `Refusal("cancelled")`."""
    number = 0
    _ask(progress, 0, total)
    for number, row in enumerate(rows, 1):
        yield number, row
        if number % EVERY == 0:
            _ask(progress, number, total)
    _ask(progress, number, total)


def _ask(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and not progress(done, max(done, total)):
        raise Refusal("cancelled")


def _flushed(part: Path) -> str:
    """The sha256 of the file, once it has reached the disk."""
    digest = hashlib.sha256()
    with part.open("rb+") as file:
        os.fsync(file.fileno())
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _reason(error: OSError) -> str:
    known = {
        errno.ENOSPC: DISK_FULL,
        errno.EDQUOT: DISK_FULL,
        errno.EACCES: NO_RIGHT,
        errno.EPERM: NO_RIGHT,
        errno.EROFS: NO_RIGHT,
        errno.ENOENT: NO_FOLDER,
        errno.ENOTDIR: NO_FOLDER,
    }
    return known.get(error.errno or 0, error.strerror or str(error))
