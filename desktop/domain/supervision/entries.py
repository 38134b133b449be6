"""What the journal says of the supervisor's own acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class LogExported:
    """Each export is itself journalled. `reason` is given where personal data is unmasked,
    `manifest` the sha256 of the manifest that lies beside the file.
    """

    first: date
    last: date
    format: str
    rows: int
    sha256: str
    personal: bool = False
    reason: str = ""
    view: str = ""
    manifest: str = ""
