"""The foot: who signs, who issued it, the seal's box, the QR, what is said about personal data."""

from __future__ import annotations

from desktop.documents.ink.lines import ellipsis, wrap
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, RULE, Pen
from desktop.documents.layout.page import MM, Page
from desktop.documents.papers.fingerprint import code_text, fingerprint
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.wording import _
from desktop.wording.billing.words import PRIVACY_OF_BILL
from desktop.wording.closing.papers import PRIVACY_OF_OFFICE
from desktop.wording.custody import PRIVACY as PRIVACY_OF_CUSTODY
from desktop.wording.custody import PRIVACY_OF_PARCELS
from desktop.wording.english import in_english
from desktop.wording.guidance.forms import PRIVACY_OF_FORM
from desktop.wording.guidance.policies import PRIVACY_OF_SUPPORT
from desktop.wording.papers import (
    END,
    PRIVACY,
    PRIVACY_OF_ADVANCE,
    PRIVACY_OF_MATERIALS,
    SEAL,
    SIGNER_OF_OTHERS,
    SIGNERS,
    day_of,
    holder_text,
)
from desktop.wording.supervision.retention import PRIVACY_OF_DESTRUCTION, PRIVACY_OF_PERSON

PRIVACY_BY_KIND = {
    PaperKind.ADVANCE: PRIVACY_OF_ADVANCE,
    PaperKind.HANDOVER: PRIVACY_OF_PARCELS,
    PaperKind.MATERIALS: PRIVACY_OF_MATERIALS,
    PaperKind.HALL_HANDOVER: PRIVACY_OF_MATERIALS,
    PaperKind.FORM: PRIVACY_OF_FORM,
    PaperKind.SUPPORT: PRIVACY_OF_SUPPORT,
    PaperKind.COMPLAINT: PRIVACY_OF_PARCELS,
    PaperKind.CLAIM: PRIVACY_OF_PARCELS,
    PaperKind.APPEAL: PRIVACY_OF_PARCELS,
    PaperKind.COUNT: PRIVACY_OF_PARCELS,
    PaperKind.MISDELIVERY: PRIVACY_OF_CUSTODY,
    PaperKind.RECONCILIATION: PRIVACY_OF_BILL,
    PaperKind.DAY_CLOSING: PRIVACY_OF_OFFICE,
    PaperKind.SHIFT: PRIVACY_OF_OFFICE,
    PaperKind.DESTRUCTION: PRIVACY_OF_DESTRUCTION,
    PaperKind.PERSON_SEES: PRIVACY_OF_PERSON,
    PaperKind.PERSON_CORRECTS: PRIVACY_OF_PERSON,
}
DECISIONS = (PaperKind.GRANT, PaperKind.DENIAL)
"""Their 经办人 and 签发人 stand in the body, two at most (北京市优化营商环境条例 35)."""


def issued_lines(page: Page, facts: PaperFacts) -> list[tuple[str, str]]:
    """经办人·窗口, telephones, 日期; whoever issues a decision is not its 经办人."""
    issuer = facts.issuer
    who = _("出具人·窗口") if facts.kind in DECISIONS else _("经办人·窗口")
    told = [
        (who, "　".join(part for part in (issuer.clerk, issuer.window) if part)),
        (_("咨询电话"), issuer.phone or "—"),
        (_("监督电话"), issuer.complaints or "—"),
        (_("日期"), day_of(facts.issued_at)),
    ]
    return [(beside(facts, name), text) for name, text in told]


def beside(facts: PaperFacts, text: str, mark: str = " ") -> str:
    """The text, on a bilingual paper with its rendition beside it."""
    return mark.join(part for part in (text, in_english(facts, text)) if part)


def privacy_lines(page: Page, facts: PaperFacts) -> tuple[str, ...]:
    """个人信息告知 (个人信息保护法 17, 35), worded for what this paper does with the data."""
    issuer = facts.issuer
    contact = issuer.privacy_contact or issuer.phone or issuer.hall
    nobody = facts.kind is PaperKind.THEME and not facts.case
    template = PRIVACY_OF_ADVANCE if nobody else PRIVACY_BY_KIND.get(facts.kind, PRIVACY)
    told = template.format(organ=issuer.organ, contact=contact)
    english = in_english(facts, _("个人信息告知"))
    return wrap("\n".join(part for part in (told, english) if part), page.fine, page.inner)


def code_side(page: Page) -> float:
    """The QR's side; the hash below it must fit."""
    return 23 * MM if page.name == "A4" else 20 * MM


def _widths(page: Page) -> tuple[float, float, float]:
    """Text, seal, QR."""
    code = code_side(page)
    seal = page.inner * 0.33
    return page.inner - code - seal - 2 * page.size, seal, code


def _issued(page: Page, facts: PaperFacts) -> list[tuple[str, tuple[str, ...]]]:
    room = _widths(page)[0] - _edge(page, facts)
    return [(name, wrap(text, page.small, room)) for name, text in issued_lines(page, facts)]


def issued_height(page: Page, facts: PaperFacts) -> float:
    """Points that `draw_issued` takes."""
    return sum(len(text) for name, text in _issued(page, facts)) * page.small * 1.7


def _edge(page: Page, facts: PaperFacts) -> float:
    """Where what is told of the issuer begins, beside its label."""
    return page.small * (11.5 if facts.bilingual else 7)


def _block_height(page: Page, facts: PaperFacts) -> float:
    code = _widths(page)[2] + page.fine * 2.6
    return max(issued_height(page, facts), code)


def foot_height(page: Page, facts: PaperFacts) -> float:
    """Points that the foot takes at the bottom of the last page."""
    signing = page.size * (3.4 if facts.bilingual else 3.0)
    privacy = len(privacy_lines(page, facts)) * page.fine * 1.4 + page.size
    return page.size * 1.2 + signing + _block_height(page, facts) + page.size * 1.2 + privacy


def draw_foot(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    """The whole foot from `y` down, on the last page."""
    y = _signing(pen, page, facts, y + page.size * 1.2)
    block = _block_height(page, facts)
    draw_issued(pen, page, facts, y)
    text, seal, code = _widths(page)
    _seal(pen, page, facts, page.side + text + page.size, y, seal, block)
    draw_code(pen, page, facts, page.width - page.side - code, y, code)
    y += block + page.size * 0.8
    pen.line(page.side, y, page.width - page.side, y)
    y += page.size * 0.4
    for line in privacy_lines(page, facts):
        y += page.fine * 1.4
        pen.text(page.side, y - page.fine * 0.3, line, page.fine, grey=QUIET)


def draw_end(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    """（以下空白）, so that nothing can be written in afterwards."""
    pen.text_centre(page.width / 2, y, beside(facts, END), page.fine, grey=QUIET)


def draw_bottom(
    pen: Pen, page: Page, facts: PaperFacts, copy: int, number: int, total: int
) -> None:
    """联次 and 页码, at the bottom of every page."""
    y = page.height - page.bottom
    holder = holder_text(facts.kind, copy, max(1, facts.copies))
    pen.text(page.side, y, beside(facts, holder, " / "), page.fine, grey=QUIET)
    count = _("第 {n} 页 / 共 {all} 页").format(n=number, all=total)
    right = page.width - page.side
    pen.text_right(right, y, beside(facts, count, " / "), page.fine, grey=QUIET)


def bottom_height(page: Page) -> float:
    """Points at the bottom of every page, margin included."""
    return page.bottom + page.fine * 2.2


def _signing(pen: Pen, page: Page, facts: PaperFacts, y: float) -> float:
    """签收人 and 时刻, with room to write by hand."""
    signer, moment = SIGNERS.get(facts.kind, SIGNER_OF_OTHERS)
    right = page.width - page.side
    pen.line(page.side, y, right, y, RULE, BLACK)
    base = y + page.size * 1.75
    middle = page.side + page.inner * 0.5
    pen.text(page.side, base, signer, page.size)
    pen.line(page.side + page.size * 7.4, base + 2, middle - page.size, base + 2, HAIR, 0.3)
    pen.text(middle, base, moment, page.size)
    for x, words in ((page.side, signer), (middle, moment)):
        low = base + page.fine * 1.1
        pen.text(x, low, in_english(facts, words), page.fine, grey=QUIET)
    blanks = _("年　　月　　日　　时　　分")
    pen.text_right(right, base, blanks, page.size)
    y += page.size * (3.0 if facts.bilingual else 2.6)
    pen.line(page.side, y, right, y, HAIR)
    return y + page.size * 0.4


def draw_issued(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    """Who issued it, at which window, and when; telephones."""
    at = y + page.small * 1.2
    for name, lines in _issued(page, facts):
        pen.text(page.side, at, name, page.small, grey=QUIET)
        for line in lines:
            pen.text(page.side + _edge(page, facts), at, line, page.small)
            at += page.small * 1.7


def _seal(
    pen: Pen, page: Page, facts: PaperFacts, x: float, y: float, width: float, height: float
) -> None:
    """Where the seal goes. A seal is never drawn: 印章管理规定."""
    pen.box(x, y, width, height, HAIR, 0.45, (2.4, 1.8), radius=3)
    middle = x + width / 2
    pen.text_centre(middle, y + height * 0.5, SEAL, page.small, True)
    low = y + height * 0.5 + page.fine * 1.4
    pen.text_centre(middle, low, in_english(facts, SEAL), page.fine * 0.92, grey=QUIET)
    day = day_of(facts.issued_at)
    pen.text_centre(middle, y + height - page.small * 0.9, day, page.small)
    lines = wrap(facts.issuer.organ, page.fine, width - page.size)[:3]
    for index, line in enumerate(lines):
        pen.text_centre(middle, y + page.fine * (1.6 + 1.4 * index), line, page.fine, grey=QUIET)


def draw_code(pen: Pen, page: Page, facts: PaperFacts, x: float, y: float, side: float) -> None:
    """Number and content hash: what a paper claims can be held against the journal."""
    mark = fingerprint(facts)
    pen.squares(x, y + 1, code_text(facts.number, mark, facts.issuer.enquiry), side)
    caption = _("核验码")
    pen.text_centre(x + side / 2, y + side + page.fine * 1.2, caption, page.fine * 0.92, grey=QUIET)
    text = ellipsis(mark, page.fine * 0.92, side)
    pen.text_centre(x + side / 2, y + side + page.fine * 2.35, text, page.fine * 0.92)
