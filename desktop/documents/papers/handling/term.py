"""特别程序告知书 (许可法 45), 延长期限告知书 (42), 逾期说明 (优化营商环境条例 36)."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import Pair, pairs
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.handling.acts import amount
from desktop.wording.handling.papers import (
    EXTENSION_LAW,
    NOT_COUNTED,
    ONCE,
    OVERDUE_BASIS,
    PROCEDURE_LAW,
    needed_text,
)
from desktop.wording.labels import label
from desktop.wording.papers import day_text, due_text


def procedure(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 事项, 程序种类, 原因, 依据, 需要的时间, 不计入, 顺延后到期日."""
    told = rows.last(facts, rows.course(facts).suspensions).started
    lines: list[Pair] = [
        *rows.matter(facts),
        (_("特别程序"), label(told.procedure)),
        (_("原因"), told.reason),
        *rows.basis(facts, PROCEDURE_LAW, told.basis),
        (_("需要的时间"), needed_text(told.needed, day_text(told.starts_on))),
        (_("办理期限"), NOT_COUNTED),
        *rows.put_off(facts, told.statutory, told.promised),
        *enquiry(facts),
    ]
    return pairs(page, lines)


def extension(page: Page, facts: PaperFacts) -> list[Strip]:
    """原到期, 延长, 现到期, 理由, 批准人, 依据: the reasons are told to the applicant (42)."""
    told = rows.stated(facts, rows.course(facts).extended)
    before: list[Pair] = [(_("原到期日"), due_text(told.before))] if told.before.due else []
    lines: list[Pair] = [
        *rows.matter(facts),
        *before,
        (_("延长"), amount(told.by)),
        (_("现到期日"), due_text(told.statutory)),
        (_("延长的理由"), told.reason),
        (_("批准人"), told.approver, _("批准日"), day_text(told.extended_on)),
        *rows.basis(facts, EXTENSION_LAW),
        (_("说明"), ONCE),
        *enquiry(facts),
    ]
    return pairs(page, lines)


def overdue(page: Page, facts: PaperFacts) -> list[Strip]:
    """Which term, due when, why, by when now, and where to complain: plainly, no more."""
    told = rows.last(facts, rows.course(facts).explained)
    until = day_text(told.until) or _("尚不能确定，确定后另行告知")
    complaints = facts.issuer.complaints
    lines: list[Pair] = [
        *rows.matter(facts),
        (_("未按时的期限"), label(told.clock), _("应当届满日"), day_text(told.due)),
        (_("未按时的原因"), told.reason),
        (_("现在办结日"), until),
        (_("依据"), OVERDUE_BASIS),
        *([(_("投诉电话"), complaints)] if complaints else []),
        *enquiry(facts),
    ]
    return pairs(page, lines)
