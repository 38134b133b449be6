"""Head and foot of every paper, and what lies across a preview or a reprint."""

from __future__ import annotations

from desktop.documents.ink.lines import ellipsis, width_of, wrap
from desktop.documents.ink.pen import BLACK, FAINT, HAIR, QUIET, RULE, STRONG, Pen, bars_width
from desktop.documents.layout.page import MM, Page
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.english import PREVAILS, in_english
from desktop.wording.guidance.forms import edition_of, subtitle_of
from desktop.wording.papers import SUBTITLES, title_of

BARS = 9 * MM
_RUNNING = 7 * MM


def code_of(facts: PaperFacts) -> str:
    """What the barcode holds: the case, or the paper itself where there is no case."""
    return facts.case or facts.number


def organ_lines(page: Page, facts: PaperFacts) -> tuple[str, ...]:
    """机关全称 in as many lines as it needs."""
    return wrap(facts.issuer.organ, page.size * 1.3, page.inner * 0.9)


def title_lines(page: Page, facts: PaperFacts) -> tuple[str, ...]:
    """文书名; the title of a form may need two lines."""
    return wrap(title_of(facts), page.size * 2.1, page.inner * 0.8, True)


def _subtitle(facts: PaperFacts) -> str:
    """What the paper is not, or for which use; empty where its title says it all."""
    return subtitle_of(facts.form) if facts.form else SUBTITLES.get(facts.kind, "")


def head_height(page: Page, facts: PaperFacts) -> float:
    """Points that the first page's head takes."""
    lines = len(organ_lines(page, facts)) * page.size * 1.8
    title = page.size * (3.6 + 2.8 * (len(title_lines(page, facts)) - 1))
    told = subtitles(facts)
    subtitle = page.size * (0.4 + 1.1 * len(told)) if told else 0.0
    numbers = _numbers_height(page) if code_of(facts) else 0.0
    return lines + title + subtitle + numbers + page.size * 0.6


def subtitles(facts: PaperFacts) -> list[str]:
    """What stands under the title; on a bilingual paper its rendition, and which text prevails."""
    told = [text for text in [_subtitle(facts)] if text]
    if not facts.bilingual:
        return told
    english = [in_english(facts, line) for line in (title_of(facts), *told)]
    prevails = f"{PREVAILS} / {in_english(facts, PREVAILS)}"
    return [*told, *(line for line in english if line), prevails]


def _numbers_height(page: Page) -> float:
    return BARS + page.fine * 1.3 + page.size * 1.0


def draw_head(pen: Pen, page: Page, facts: PaperFacts, reprint: int) -> None:
    """机关全称, 文书名, 文书编号, 办件编号 with its Code128."""
    middle, y = page.width / 2, page.top
    for line in organ_lines(page, facts):
        y += page.size * 1.8
        pen.text_centre(middle, y - page.size * 0.5, line, page.size * 1.3, spread=1.0)
    y -= page.size * 0.2
    for line in title_lines(page, facts):
        y += page.size * 2.8
        pen.text_centre(middle, y, line, page.size * 2.1, True, spread=page.size * 0.42)
    y += page.size * 1.0
    told = subtitles(facts)
    for line in told:
        y += page.size * (0.55 if line is told[0] else 1.1)
        pen.text_centre(middle, y, line, page.small, grey=QUIET)
    y += page.size * 0.95 if told else 0.0
    pen.line(page.side, y, page.width - page.side, y, STRONG, BLACK)
    if code_of(facts):
        _numbers(pen, page, facts, y + page.size * 0.7)
    _corner(pen, page, facts, reprint)


def _numbers(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    right = page.width - page.side
    code = code_of(facts)
    most = page.inner * 0.56
    taken = bars_width(code, most)
    pen.bars(right - taken, y, code, BARS, most)
    pen.text_centre(right - taken / 2, y + BARS + page.fine * 1.15, code, page.fine)
    room = page.inner - taken - page.size
    number = _("文书编号")
    told = [(" ".join(part for part in (number, in_english(facts, number)) if part), facts.number)]
    if facts.case:
        told.append((_("办件编号"), facts.case))
    at = y + page.size * 1.05
    for name, number in told:
        pen.text(page.side, at, name, page.small, grey=QUIET)
        shift = page.small * (8.8 if facts.bilingual else 4.8)
        pen.text(page.side + shift, at, number, _fitting(number, page.small, room - shift))
        at += page.size * 1.7


def _fitting(text: str, size: float, room: float) -> float:
    """The size at which a number fits whole: one that is cut is no number."""
    return size * min(1.0, room / max(1.0, width_of(text, size)))


def running_height(page: Page) -> float:
    """Points that a further page's head takes."""
    return _RUNNING + page.fine * 1.4 + page.size * 1.5


def draw_running(pen: Pen, page: Page, facts: PaperFacts, reprint: int) -> None:
    """The head of a further page: whose, which paper, which case, with its barcode."""
    right, top = page.width - page.side, page.top
    code = code_of(facts)
    most = page.inner * 0.5
    taken = bars_width(code, most) if code else 0.0
    low = top + _RUNNING + page.fine * 1.15
    if code:
        pen.bars(right - taken, top, code, _RUNNING, most)
        pen.text_centre(right - taken / 2, low, code, page.fine)
    room = page.inner - taken - page.size
    organ = ellipsis(facts.issuer.organ, page.fine, room)
    pen.text(page.side, top + page.fine * 0.85, organ, page.fine, grey=QUIET)
    title = _("{title}（续）").format(title=title_of(facts))
    title += f"  {in_english(facts, title)}" if facts.bilingual else ""
    middle = (top + page.fine + low) / 2 + page.size * 0.2
    pen.text(page.side, middle, ellipsis(title, page.size, room, True), page.size, True)
    pen.text(page.side, low, facts.number, _fitting(facts.number, page.fine, room))
    y = low + page.size * 0.7
    pen.line(page.side, y, right, y, RULE, BLACK)
    _corner(pen, page, facts, reprint)


def _corner(pen: Pen, page: Page, facts: PaperFacts, reprint: int) -> None:
    """补打第 n 次, 空白表 or 示例表, boxed, in the upper right corner above everything else."""
    text = _("补打第 {n} 次").format(n=reprint) if reprint else edition_of(facts.form)
    if not text:
        return
    width = width_of(text, page.small, True) + page.size
    x, y = page.width - page.side - width, page.top - page.size * 1.9
    pen.box(x, y, width, page.small * 1.6, HAIR, BLACK)
    pen.text(x + page.size / 2, y + page.small * 1.15, text, page.small, True)


def draw_across(pen: Pen, page: Page, text: str) -> None:
    """预览—无效 or 示例, light, from corner to corner, under everything else."""
    size = page.width / 6.4
    pen.canvas.saveState()
    pen.canvas.translate(page.width / 2, page.height / 2)
    pen.canvas.rotate(52)
    lying = Pen(pen.canvas, 0.0)
    lying.text_centre(0, size * 0.36, text, size, True, FAINT)
    pen.canvas.restoreState()
