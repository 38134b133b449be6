"""The guide as a PDF: head, sections over pages, and at the foot whose it is and which page."""

from __future__ import annotations

from io import BytesIO

from desktop.documents.guides.body import body
from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import ellipsis, wrap
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, STRONG, Pen
from desktop.documents.layout.flow import paginate
from desktop.documents.layout.page import Page
from desktop.domain.packs.guide import Guide
from desktop.wording import _
from desktop.wording.guidance.guide import NOT_APPROVED, TITLE
from desktop.wording.papers import day_text


def guide_pdf(guide: Guide, page: Page) -> bytes:
    """The PDF; the same guide gives the same bytes."""
    target = BytesIO()
    canvas = blank_pdf(target, page.width, page.height, _title(guide), guide.place.organ)
    pen = Pen(canvas, page.height)
    whole = page.height - page.top - page.bottom - page.fine * 2.4
    head, running = _head_height(page, guide), page.size * 2.2
    sheets = paginate(body(page, guide), whole - head, whole - running, 0)
    for number, strips in enumerate(sheets, 1):
        y = _head(pen, page, guide) if number == 1 else _running(pen, page, guide)
        for strip in strips:
            strip.draw(pen, page.side, y)
            y += strip.height
        _foot(pen, page, guide, number, len(sheets))
        canvas.showPage()
    finish(canvas)
    return target.getvalue()


def _title(guide: Guide) -> str:
    return f"{TITLE} {guide.item.name}"


def _name_lines(page: Page, guide: Guide) -> tuple[str, ...]:
    return wrap(guide.item.name, page.size * 1.7, page.inner, True)


def _head_height(page: Page, guide: Guide) -> float:
    sample = 0.0 if guide.item.approved else page.size * 1.7
    lines = len(_name_lines(page, guide)) * page.size * 2.3
    return page.size * 3.4 + lines + sample + page.size * 0.6


def _head(pen: Pen, page: Page, guide: Guide) -> float:
    """办事指南 small above the item's name, which is what people look for."""
    middle, y = page.width / 2, page.top + page.size * 2.4
    pen.text_centre(middle, y, TITLE, page.size * 1.15, grey=QUIET, spread=page.size * 0.4)
    y += page.size * 0.4
    for line in _name_lines(page, guide):
        y += page.size * 2.3
        pen.text_centre(middle, y, line, page.size * 1.7, True)
    if not guide.item.approved:
        y += page.size * 1.7
        pen.text_centre(middle, y, NOT_APPROVED, page.small, grey=QUIET)
    y += page.size * 0.8
    pen.line(page.side, y, page.width - page.side, y, STRONG, BLACK)
    return page.top + _head_height(page, guide)


def _running(pen: Pen, page: Page, guide: Guide) -> float:
    y = page.top + page.size * 1.1
    text = ellipsis(_title(guide), page.fine, page.inner)
    pen.text(page.side, y, text, page.fine, grey=QUIET)
    pen.line(page.side, y + page.size * 0.5, page.width - page.side, y + page.size * 0.5, HAIR)
    return page.top + page.size * 2.2


def _foot(pen: Pen, page: Page, guide: Guide, number: int, total: int) -> None:
    y = page.height - page.bottom
    day = _("{hall}　{day}打印").format(hall=guide.place.hall, day=day_text(guide.printed_on))
    text = ellipsis(day, page.fine, page.inner * 0.75)
    pen.text(page.side, y, text.strip("　"), page.fine, grey=QUIET)
    count = _("第 {n} 页 / 共 {all} 页").format(n=number, all=total)
    pen.text_right(page.width - page.side, y, count, page.fine, grey=QUIET)
