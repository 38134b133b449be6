"""The foot of a form: who signs and seals it, when; by whom it was printed, if it was filled.

The applicant's own paper: the organ's seal has no place on it, and none is drawn.
"""

from __future__ import annotations

from desktop.documents.ink.lines import wrap
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, RULE, Pen
from desktop.documents.layout.page import MM, Page
from desktop.documents.papers import foot
from desktop.domain.cases.papers import PaperFacts
from desktop.wording.guidance.forms import DAY_BLANK, SIGN_AGENT, SIGN_APPLICANT, SIGN_DAY

TALL = 22 * MM
"""Room for a signature, a round seal of 40 mm laid half over it, and the day."""


def foot_height(page: Page, facts: PaperFacts) -> float:
    """Points that the foot takes at the bottom of the last page."""
    privacy = len(foot.privacy_lines(page, facts)) * page.fine * 1.4 + page.size
    return page.size * 2.0 + TALL + _issued_height(page, facts) + page.size + privacy


def draw_foot(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    """The whole foot from `y` down, on the last page."""
    y += page.size
    half = page.inner / 2
    for number, words in enumerate((SIGN_APPLICANT, SIGN_AGENT)):
        _sign(pen, page, page.side + half * number, y, half, words)
    y += TALL + page.size
    _issued(pen, page, facts, y)
    y += _issued_height(page, facts)
    pen.line(page.side, y, page.width - page.side, y)
    y += page.size * 0.4
    for line in foot.privacy_lines(page, facts):
        y += page.fine * 1.4
        pen.text(page.side, y - page.fine * 0.3, line, page.fine, grey=QUIET)


def _sign(pen: Pen, page: Page, x: float, y: float, width: float, words: str) -> None:
    pen.box(x, y, width, TALL, RULE, BLACK)
    air = page.size * 0.6
    pen.text(x + air, y + page.size * 1.5, words, page.size)
    base = y + TALL - page.size * 0.8
    pen.text_right(x + width - air, base, SIGN_DAY + DAY_BLANK, page.size)
    pen.line(x + air, base - page.size * 2.0, x + width - air, base - page.size * 2.0, HAIR)


def _issued_height(page: Page, facts: PaperFacts) -> float:
    if not facts.number:
        return len(_hall(page, facts)) * page.small * 1.7 + page.size * 0.4
    return max(foot.code_side(page) + page.fine * 2.9, foot.issued_height(page, facts))


def _hall(page: Page, facts: PaperFacts) -> tuple[str, ...]:
    """Where a form to take home is handed in."""
    issuer = facts.issuer
    told = (issuer.hall, issuer.address, issuer.hours, issuer.phone)
    return wrap("　".join(part for part in told if part), page.small, page.inner)


def _issued(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    """经办人·窗口, telephones and day beside the code; a form to take home has the hall's alone."""
    if facts.number:
        foot.draw_issued(pen, page, facts, y)
        side = foot.code_side(page)
        foot.draw_code(pen, page, facts, page.width - page.side - side, y, side)
        return
    for number, line in enumerate(_hall(page, facts)):
        at = y + page.small * (1.1 + 1.7 * number)
        pen.text(page.side, at, line, page.small, grey=QUIET)
