"""材料代收凭证: taken in for the organ that decides on acceptance."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Pair, pairs, paragraph
from desktop.documents.papers import parts
from desktop.documents.papers.receipt import counted
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.papers import COLLECTED


def collection(page: Page, facts: PaperFacts) -> list[Strip]:
    """As the receipt, and for which organ."""
    organ = facts.organ_for or _("实施机关")
    rows: list[Pair] = [
        *parts.applicant(facts),
        *parts.agent(facts),
        *parts.item(facts, code=True),
        *parts.situation(facts),
        (_("受理机关"), organ),
        *parts.received(facts),
        *parts.pickup(facts),
    ]
    return [
        *pairs(page, rows),
        *parts.materials(page, facts, counted(facts)),
        *parts.reasons(page, _("免交的材料及理由"), parts.spared(facts), _("免交理由")),
        *parts.reasons(page, _("尚未收到的材料"), parts.not_in(facts), _("情况"), "open"),
        blank(page.size, keep=True),
        *paragraph(page, COLLECTED.format(organ=organ)),
    ]
