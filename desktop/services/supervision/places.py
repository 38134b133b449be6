"""Where what is exported goes: a name that every file system takes, and its folder."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.domain.refusal import Refusal


def safe(name: str) -> str:
    """A file's name without what a file system refuses."""
    return re.sub(r'[\\/:*?"<>|]', "-", name)


def make_room(to: Path) -> None:
    """The folder the file goes to. Refuses `cannot_write`."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refusal("cannot_write", name=to.name, reason=reason) from error
