"""The renderer that the services ask for: facts in, PDF bytes out.

Importing it is free; reportlab and the faces come with the first paper, or with `warm`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from desktop.domain.cases.papers import Issuer, PaperFacts, PaperKind
from desktop.domain.courier.posting import Label, LabelSize, PrintFormat
from desktop.domain.custody.facts import PieceLabels
from desktop.domain.packs.guide import Guide
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.figures.board import Board
from desktop.domain.supervision.figures.month import MonthReport


class PdfRenderer:
    """Pure: the same facts give the same bytes. May be called from any thread.

    Raises `Refusal("no_glyph", characters=…)` where a character is in no bundled face: the clerk
    is told, and no tofu box reaches paper.
    """

    def paper(
        self, facts: PaperFacts, page: str = "A4", preview: bool = False, reprint: int = 0
    ) -> bytes:
        """The paper with all its copies (联), one after another."""
        from desktop.documents.layout.page import page_of
        from desktop.documents.papers.composition import Edition, compose

        edition = Edition(facts, page_of(page), preview, reprint)
        return _told_whole(facts, lambda: compose(edition))

    def label(self, label: Label, size: LabelSize = LabelSize.LARGE) -> bytes:
        """A label, or the receipt of posting, as PDF of its own size."""
        from desktop.documents.labels.slip import posting_slip
        from desktop.documents.labels.waybill import waybill_label

        if size is LabelSize.SLIP:
            return _told_whole(label, lambda: posting_slip(label))
        return _told_whole(label, lambda: waybill_label(label, size))

    def dots(self, pdf: bytes, form: PrintFormat) -> bytes:
        """The pages as a thermal printer of 203 dpi takes them; a picture is of the first."""
        from desktop.documents.raster import printers
        from desktop.documents.raster.dots import dots, png

        pages = dots(pdf)
        match form:
            case PrintFormat.PNG:
                return png(pages[0])
            case PrintFormat.ESCPOS:
                wide = pages[0].width > printers.SLIP_WIDTH
                return printers.escpos(pages, printers.WIDEST if wide else printers.HEAD)
            case PrintFormat.TSPL:
                return printers.tspl(pages)
        return pdf

    def piece_labels(self, labels: PieceLabels) -> bytes:
        """Barcode labels of pieces, fourteen on an A4 sheet."""
        from desktop.documents.labels.pieces import piece_labels

        return _told_whole(labels, lambda: piece_labels(labels))

    def guide(self, guide: Guide) -> bytes:
        """办事指南 of one item, A4."""
        from desktop.documents.guides.guide import guide_pdf
        from desktop.documents.layout.page import A4

        return _told_whole((guide.item, guide.place), lambda: guide_pdf(guide, A4))

    def board(self, board: Board) -> bytes:
        """看板 as one A4 page; a character that no face has is shown as 〓."""
        from desktop.documents.figures.board_pdf import board_pdf

        return board_pdf(board)

    def month(self, report: MonthReport, format: str, to: Path) -> str:
        """月报 as a file of this format; its sha256."""
        from desktop.documents.figures.month_files import WRITERS

        return WRITERS[format](to, report)

    def missing_characters(self, text: str) -> str:
        """Those characters that no bundled face has; empty when all print."""
        from desktop.documents.ink import faces

        return faces.missing_characters(text)


def warm() -> None:
    """Load the faces and draw one paper into nothing, so that the clerk's first one is quick."""
    issuer = Issuer(organ="一窗", hall="", window="", clerk="")
    facts = PaperFacts(kind=PaperKind.ADVANCE, number="WARM-1", issued_at="", issuer=issuer)
    PdfRenderer().paper(facts)


def _told_whole(facts: object, render: Callable[[], bytes]) -> bytes:
    """Render; where characters are missing, name all of them at once, not the first alone."""
    from desktop.documents.ink import faces
    from desktop.documents.ink.lines import forget

    try:
        return render()
    except Refusal as refusal:
        if refusal.code != "no_glyph":
            raise
        lacking = faces.missing_characters("".join(_texts(facts)))
        first = str(refusal.data["characters"])
        raise Refusal("no_glyph", characters=lacking or first) from None
    finally:
        forget()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
