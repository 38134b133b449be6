"""Any file that holds items, read as a pack: the product's own form, or a sheet that names them.

`mapping` tells how a sheet's columns were understood, where the file was one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.packs.kept import completed
from desktop.services.office import Office
from desktop.services.packs.pack import read_pack


@dataclass(frozen=True, slots=True)
class Incoming:
    """A pack read, whole: what its schema cannot say is as the catalogue in force has it."""

    pack: Catalogue
    mapping: object | None = None


def incoming(office: Office, path: Path) -> Incoming:
    """The pack at `path`; Refusal `pack_broken` with file, place and reason for anything wrong."""
    return Incoming(completed(office.catalogue, read_pack(path)))
