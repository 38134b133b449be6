"""Pictures of a PDF's pages, for the screen and for printers. For a worker: touches no widget."""

from __future__ import annotations

from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

POINTS = 72
_one_at_a_time = Lock()
"""PDFium is not made for two threads at once."""


def pictures(pdf: bytes, dpi: float) -> list[QImage]:
    """One picture per page; 15 to 18 ms a page at screen size."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_picture(page, dpi) for page in document]
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, dpi: float) -> QImage:
    bitmap = page.render(scale=dpi / POINTS, rev_byteorder=True, prefer_bgrx=True)
    told = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
        QImage.Format.Format_RGBX8888,
    ).copy()  # fmt: skip
    told.setDotsPerMeterX(round(dpi / 0.0254))
    told.setDotsPerMeterY(round(dpi / 0.0254))
    bitmap.close()
    page.close()
    return told
