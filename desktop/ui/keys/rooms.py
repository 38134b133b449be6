"""Keys of the pages beside the intake: cases, courier, log, hall, papers, entry."""

from __future__ import annotations

from desktop.ui.keys.key import Key

ROOMS: tuple[Key, ...] = ()
