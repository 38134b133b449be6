"""The system's printer: which there are, and one job of pictures on one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.domain.refusal import Refusal

MOST_DPI = 300
"""Text and barcodes are sharp at it, and an A4 page stays below 35 MB."""
METRES = 0.0254


def printers() -> list[str]:
    """Names as the system knows them, its usual one first; empty where it has none."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name))


def resolution(name: str) -> int:
    """Dots per inch to make the pictures at, for this printer."""
    told = QPrinterInfo.printerInfo(name).supportedResolutions() if name else []
    fitting = [dpi for dpi in told if dpi <= MOST_DPI]
    return max(fitting, default=MOST_DPI)


def spool(name: str, title: str, pages: Sequence[QImage], copies: int) -> None:
    """Hand the pages to the printer. Refuses `printer_failed` where it takes none."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    printer.setResolution(resolution(name))
    lay(printer, title, pages)


def lay(printer: QPrinter, title: str, pages: Sequence[QImage]) -> None:
    """Paint each picture over one whole page, at its own size."""
    printer.setPageLayout(_layout(pages[0]))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Refusal("printer_failed", title=title, printer=printer.printerName())
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(QRectF(painter.viewport()), page)
    painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise Refusal("printer_failed", title=title, printer=printer.printerName())


def _layout(page: QImage) -> QPageLayout:
    millimetres = QSizeF(
        page.width() / page.dotsPerMeterX() * 1000, page.height() / page.dotsPerMeterY() * 1000
    )
    size = QPageSize(
        millimetres, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
