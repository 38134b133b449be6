"""当场办结凭证 (许可法 34(2)): accepted, decided and closed at once."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Pair, pairs
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import basis, enquiry
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.papers import NONE, SETTLED, SETTLED_BY_LAW, day_of, day_text


def settlement(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 事项, 受理办结日, 依据 34(2), 结果, 收费, 材料, 领取, 查询码."""
    rows: list[Pair] = [
        *parts.applicant(facts),
        *parts.agent(facts),
        *parts.item(facts, code=True),
        *parts.situation(facts),
        (_("收到日"), day_of(facts.received_at), _("受理办结日"), day_text(facts.accepted_on)),
        *basis(facts, SETTLED_BY_LAW, SETTLED),
        (_("办理结果"), facts.result or NONE),
        (_("收费"), facts.fee or NONE),
    ]
    after: list[Pair] = [*parts.pickup(facts), *enquiry(facts)]
    return [
        *pairs(page, rows),
        *parts.materials(page, facts, _("申请材料")),
        *parts.reasons(page, _("免交的材料及理由"), parts.spared(facts), _("免交理由")),
        blank(page.size, keep=True),
        *pairs(page, after),
    ]
