"""One page as black dots at 203 dpi."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

DPI = 203
POINTS = 72
THRESHOLD = 190
"""Greys below it print black: at 128 thin strokes of small type break."""
_one_at_a_time = Lock()
"""PDFium is not made for two threads at once."""


@dataclass(frozen=True, slots=True)
class Dots:
    """`rows` holds `stride` bytes a row, the leftmost dot in the highest bit, 1 is black."""

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        return (self.width + 7) // 8

    def cropped(self, width: int) -> Dots:
        """The middle of the page, `width` dots wide: what a printer's head reaches."""
        if width >= self.width:
            return self
        from PIL import Image

        left = (self.width - width) // 2
        picture = Image.frombytes("1", (self.width, self.height), self.rows)
        cut = picture.crop((left, 0, left + width, self.height))
        return Dots(width, self.height, cut.tobytes())


def dots(pdf: bytes) -> list[Dots]:
    """Every page of the PDF."""
    import pypdfium2

    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            grey = page.render(scale=DPI / POINTS, grayscale=True).to_pil()
            black = grey.convert("L").point([255 * (level < THRESHOLD) for level in range(256)])
            bits = black.convert("1", dither=0).tobytes()
            found.append(Dots(grey.width, grey.height, bits))
        return found


def png(page: Dots) -> bytes:
    """The page as a 1-bit picture, black on white."""
    from PIL import Image, ImageOps

    picture = Image.frombytes("1", (page.width, page.height), page.rows)
    target = BytesIO()
    ImageOps.invert(picture.convert("L")).convert("1").save(target, "PNG", dpi=(DPI, DPI))
    return target.getvalue()
