"""月报 on A4 across: the heads on every page, sums in bold, how it is counted at the end."""

from __future__ import annotations

from io import BytesIO

from desktop.documents.figures.month_rows import Line, lines
from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import ellipsis, forget, wrap
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, RULE, Pen
from desktop.documents.layout.page import MM
from desktop.documents.ledgers.pdf_file import printable
from desktop.domain.supervision.figures.month import MonthReport
from desktop.wording import _
from desktop.wording.figures.words import MONTH_HEADS, RULES, report_made, report_title
from desktop.wording.log import RULES_TITLE

WIDTH, HEIGHT, EDGE = 297 * MM, 210 * MM, 14 * MM
SIZE, LEADING, PAD = 8.2, 11.6, 2.6
ACROSS = WIDTH - 2 * EDGE
TOP, BOTTOM = EDGE + 17 * MM, HEIGHT - EDGE - 6 * MM
FIGURES = len(MONTH_HEADS) - 3
WIDTHS = (52 * MM, 20 * MM, ACROSS - 72 * MM - FIGURES * 15 * MM, *[15 * MM] * FIGURES)
GAP = 2 * MM
Block = tuple[float, list[tuple[str, ...]], bool]


def month_pdf(report: MonthReport) -> bytes:
    """The same report gives the same bytes."""
    target = BytesIO()
    canvas = blank_pdf(target, WIDTH, HEIGHT, printable(report_title(report)))
    pen = Pen(canvas, HEIGHT)
    pages = _paged([_block(line) for line in lines(report)])
    for number, blocks in enumerate(pages, 1):
        y = _head(pen, report, number, len(pages))
        for height, columns, is_sum in blocks:
            _line(pen, y, columns, is_sum)
            y += height
        if number == len(pages):
            _rules(pen, y)
        canvas.showPage()
    finish(canvas)
    forget()
    return target.getvalue()


def _block(line: Line) -> Block:
    """Wrapped: a name is never cut off."""
    columns = [
        wrap(printable(str(cell)), SIZE, width - GAP, line.sum)
        for cell, width in zip(line.cells, WIDTHS, strict=True)
    ]
    return max(map(len, columns)) * LEADING + 2 * PAD, columns, line.sum


def _paged(blocks: list[Block]) -> list[list[Block]]:
    """The rules of counting fit under the last line, or have a page of their own."""
    pages: list[list[Block]] = [[]]
    y = TOP
    for block in blocks:
        if y + block[0] > BOTTOM and pages[-1]:
            pages.append([])
            y = TOP
        pages[-1].append(block)
        y += block[0]
    if y + (len(RULES) + 2) * LEADING > BOTTOM:
        pages.append([])
    return pages


def _head(pen: Pen, report: MonthReport, number: int, total: int) -> float:
    right = WIDTH - EDGE
    title = ellipsis(printable(report_title(report)), 13, ACROSS * 0.62, True)
    pen.text(EDGE, EDGE + 12, title, 13, True)
    pen.text_right(right, EDGE + 12, printable(report_made(report)), SIZE, grey=QUIET)
    count = _("第 {n} 页 / 共 {all} 页").format(n=number, all=total)
    pen.text_right(right, HEIGHT - EDGE, count, SIZE, grey=QUIET)
    y = EDGE + 9 * MM
    pen.shade(EDGE, y, ACROSS, LEADING + 2 * PAD)
    pen.line(EDGE, y, right, y, RULE, BLACK)
    _cells(pen, y, [(title,) for title in MONTH_HEADS], True)
    y += LEADING + 2 * PAD
    pen.line(EDGE, y, right, y, HAIR, 0.3)
    return y


def _line(pen: Pen, y: float, columns: list[tuple[str, ...]], is_sum: bool) -> None:
    height = max(map(len, columns)) * LEADING + 2 * PAD
    if is_sum:
        pen.shade(EDGE, y, ACROSS, height)
    _cells(pen, y, columns, is_sum)
    pen.line(EDGE, y + height, WIDTH - EDGE, y + height, HAIR, 0.75)


def _cells(pen: Pen, y: float, columns: list[tuple[str, ...]], bold: bool) -> None:
    """Numbers stand right, so that units stand under units."""
    x = EDGE
    for at, (texts, width) in enumerate(zip(columns, WIDTHS, strict=True)):
        for index, text in enumerate(texts):
            base = y + PAD + SIZE + index * LEADING
            if at < 3:
                pen.text(x, base, text, SIZE, bold)
            else:
                pen.text_right(x + width - GAP / 2, base, text, SIZE, bold)
        x += width


def _rules(pen: Pen, y: float) -> None:
    y += LEADING * 1.6
    pen.text(EDGE, y, RULES_TITLE, SIZE, True)
    for number, rule in enumerate(RULES, 1):
        for line in wrap(f"{number}. {rule}", SIZE, ACROSS):
            y += LEADING
            pen.text(EDGE, y, line, SIZE, grey=QUIET)
