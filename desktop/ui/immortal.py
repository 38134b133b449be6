"""Keeps `None` alive under PySide6 6.12 on Python 3.11 and older.

That release answers `None` from every void call without taking a reference to it (measured: minus
one for each call; 6.10 and 6.11 are clean). Python 3.12 made `None` immortal, before it the count
runs down and the process aborts with `none_dealloc` after some thousand calls, which is minutes
at a counter. So `None` is given so many references that no working day can use them up.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 40


def keep_none() -> None:
    """Once per process is enough, twice does no harm; Python 3.12 and later need nothing."""
    needed = sys.implementation.name == "cpython" and sys.version_info < (3, 12)
    if needed and sys.getrefcount(None) < ENOUGH:
        ctypes.c_ssize_t.from_address(id(None)).value += 2 * ENOUGH
