"""Papers as files, for halls without a printer and for those who ask."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.domain.refusal import Refusal
from desktop.ui.pages.papers.sheets import Sheet
from desktop.wording import _


def usual_folder() -> Path:
    """Where papers go unless the clerk says otherwise; never inside the data folder, whose
    contents are encrypted for a reason.
    """
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place or Path.home()) / _("一窗文书")


def write_pdf(folder: Path, sheet: Sheet, pdf: bytes) -> Path:
    """Written beside and renamed. Refuses `cannot_write`."""
    name = re.sub(r'[\\/:*?"<>|]', "-", f"{sheet.title} {sheet.number}".strip())
    path = folder / f"{name}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".pdf.part")
        part.write_bytes(pdf)
        part.replace(path)
    except OSError as error:
        raise Refusal("cannot_write", name=path.name, reason=error.strerror) from error
    return path
