"""How the tests read a PDF back: pictures at 203 dpi, text, codes."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pypdfium2
import zxingcpp

DPI = 203


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def pictures(pdf: bytes, dpi: int = DPI) -> list[Any]:
    """One grey picture per page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def codes(pdf: bytes) -> list[tuple[str, str]]:
    """(format, text) of every code on every page as a 203 dpi printer would show it."""
    return [
        (str(found.format), found.text)
        for picture in pictures(pdf)
        for found in zxingcpp.read_barcodes(picture)
    ]


def text(pdf: bytes) -> str:
    """The text of all pages as pdfium reads it, line ends as \\n."""
    with pypdfium2.PdfDocument(pdf) as document:
        told = [page.get_textpage().get_text_bounded() for page in document]
    return "\n\f\n".join(told).replace("\r\n", "\n")


def poppler_text(pdf: bytes) -> str:
    """The text as pdftotext reads it."""
    return _run("pdftotext", pdf, "-enc", "UTF-8", "-", "-").stdout.decode()


def poppler_fonts(pdf: bytes, path: Any) -> list[str]:
    """The lines of pdffonts below its head."""
    path.write_bytes(pdf)
    command = [str(shutil.which("pdffonts")), str(path)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return told.splitlines()[2:]


def _run(tool: str, pdf: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [str(shutil.which(tool)), *options]
    return subprocess.run(command, input=pdf, capture_output=True, check=True)
