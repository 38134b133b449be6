"""A paper from its facts: the body flows over pages, each with head and foot, once per copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.pen import Pen
from desktop.documents.layout.flow import Sheets, paginate
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.papers import foot, frame
from desktop.documents.papers.acceptance import acceptance
from desktop.documents.papers.advance import advance
from desktop.documents.papers.billing.reconciliation import reconciliation
from desktop.documents.papers.closing.sheets import day_closing, shift
from desktop.documents.papers.collection import collection
from desktop.documents.papers.correction import correction
from desktop.documents.papers.courier import letters
from desktop.documents.papers.custody import misdelivery
from desktop.documents.papers.custody.count import count
from desktop.documents.papers.forms import foot as form_foot
from desktop.documents.papers.forms.form import form
from desktop.documents.papers.guidance import deferral
from desktop.documents.papers.guidance.commitment import commitment
from desktop.documents.papers.handling import amendment, batch, decision, delivery, term, turns
from desktop.documents.papers.handling.hall_sheet import hall_sheet
from desktop.documents.papers.handling.ledger import ledger
from desktop.documents.papers.handover import handover
from desktop.documents.papers.policies.support import support
from desktop.documents.papers.receipt import receipt
from desktop.documents.papers.refusal import not_needed, refusal
from desktop.documents.papers.settlement import settlement
from desktop.documents.papers.supervision import person
from desktop.documents.papers.supervision.destruction import destruction
from desktop.documents.papers.themes.scheme import scheme
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.wording.guidance.forms import sample_mark
from desktop.wording.papers import PREVIEW, title_of

Body = Callable[[Page, PaperFacts], list[Strip]]
BODIES: dict[PaperKind, Body] = {
    PaperKind.ADVANCE: advance,
    PaperKind.RECEIPT: receipt,
    PaperKind.ACCEPTANCE: acceptance,
    PaperKind.CORRECTION: correction,
    PaperKind.REFUSAL: refusal,
    PaperKind.NOT_NEEDED: not_needed,
    PaperKind.COLLECTION: collection,
    PaperKind.SETTLEMENT: settlement,
    PaperKind.HANDOVER: handover,
    PaperKind.SPOT: amendment.spot,
    PaperKind.PROCEDURE: term.procedure,
    PaperKind.EXTENSION: term.extension,
    PaperKind.GRANT: decision.grant,
    PaperKind.DENIAL: decision.denial,
    PaperKind.DELIVERY: delivery.delivery,
    PaperKind.OVERDUE: term.overdue,
    PaperKind.TERMINATION: turns.termination,
    PaperKind.REVOCATION: turns.revocation,
    PaperKind.TRANSFER: turns.transfer,
    PaperKind.AMENDMENT: amendment.amendment,
    PaperKind.MATERIALS: batch.materials,
    PaperKind.LEDGER: ledger,
    PaperKind.THEME: scheme,
    PaperKind.FORM: form,
    PaperKind.DEFERRAL: deferral.notice,
    PaperKind.DEFERRAL_PROMISE: deferral.promise,
    PaperKind.COMMITMENT: commitment,
    PaperKind.SUPPORT: support,
    PaperKind.COMPLAINT: letters.complaint,
    PaperKind.CLAIM: letters.claim,
    PaperKind.APPEAL: letters.appeal,
    PaperKind.COUNT: count,
    PaperKind.MISDELIVERY: misdelivery.record,
    PaperKind.MISDELIVERY_NOTICE: misdelivery.notice,
    PaperKind.RECONCILIATION: reconciliation,
    PaperKind.HALL_HANDOVER: hall_sheet,
    PaperKind.DAY_CLOSING: day_closing,
    PaperKind.SHIFT: shift,
    PaperKind.DESTRUCTION: destruction,
    PaperKind.PERSON_SEES: person.sees,
    PaperKind.PERSON_CORRECTS: person.corrects,
}


@dataclass(frozen=True, slots=True)
class Edition:
    """How the facts are to be shown: on which page, as a preview, as which reprint."""

    facts: PaperFacts
    page: Page
    preview: bool = False
    reprint: int = 0


def compose(edition: Edition) -> bytes:
    """The PDF; the same edition gives the same bytes."""
    facts = edition.facts
    page, sheets = _laid_out(edition.page, facts)
    target = BytesIO()
    title = f"{title_of(facts)} {facts.number}"
    canvas = blank_pdf(target, page.width, page.height, title, facts.issuer.organ)
    pen = Pen(canvas, page.height)
    for copy in range(1, max(1, facts.copies) + 1):
        for number in range(1, len(sheets) + 1):
            _draw(pen, replace(edition, page=page), sheets, copy, number)
            canvas.showPage()
    finish(canvas)
    return target.getvalue()


def _laid_out(page: Page, facts: PaperFacts) -> tuple[Page, Sheets]:
    """Set a little smaller where that spares a sheet of paper."""
    sheets = _sheets(page, facts)
    if len(sheets) > 1:
        dense = _sheets(page.denser(), facts)
        if len(dense) < len(sheets):
            return page.denser(), dense
    return page, sheets


def _sheets(page: Page, facts: PaperFacts) -> Sheets:
    whole = page.height - page.top - foot.bottom_height(page)
    first = whole - frame.head_height(page, facts)
    other = whole - frame.running_height(page)
    return paginate(BODIES[facts.kind](page, facts), first, other, _foot_height(page, facts))


def _foot_height(page: Page, facts: PaperFacts) -> float:
    """The applicant's own form has the applicant's foot."""
    if facts.kind is PaperKind.FORM:
        return form_foot.foot_height(page, facts)
    return foot.foot_height(page, facts)


def _draw_foot(pen: Pen, page: Page, facts: PaperFacts, y: float) -> None:
    """From where the body ends: （以下空白）, then the foot at the bottom of the last page."""
    top = page.height - foot.bottom_height(page) - _foot_height(page, facts)
    if top - y > page.size * 2:
        foot.draw_end(pen, page, facts, y + page.size * 1.6)
    if facts.kind is PaperKind.FORM:
        form_foot.draw_foot(pen, page, facts, top)
    else:
        foot.draw_foot(pen, page, facts, top)


def _draw(pen: Pen, edition: Edition, sheets: Sheets, copy: int, number: int) -> None:
    facts, page = edition.facts, edition.page
    across = PREVIEW if edition.preview else sample_mark(facts.form)
    if across:
        frame.draw_across(pen, page, across)
    if number == 1:
        frame.draw_head(pen, page, facts, edition.reprint)
        y = page.top + frame.head_height(page, facts)
    else:
        frame.draw_running(pen, page, facts, edition.reprint)
        y = page.top + frame.running_height(page)
    for strip in sheets[number - 1]:
        strip.draw(pen, page.side, y)
        y += strip.height
    if number == len(sheets):
        _draw_foot(pen, page, facts, y)
    foot.draw_bottom(pen, page, facts, copy, number, len(sheets))
