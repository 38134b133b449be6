"""The door that `main.py` puts into the office: the source is loaded when somebody first asks it,
so that commands which never do start without its network library.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.services.ports import LicenceSource


def http_source(address: str, credential: str, now: Callable[[], datetime]) -> LicenceSource:
    """A source at this address (`README.md` is its contract)."""
    from desktop.licensing.http_source import HttpSource

    return HttpSource(address, credential, now)
