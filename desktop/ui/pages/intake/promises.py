"""容缺 and 告知承诺 at the counter: whether this applicant may promise, until when, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Row, Sheet
from desktop.domain.cases.tick import Check
from desktop.domain.guidance.commitment import chosen, offered
from desktop.domain.identity.verdict import Level
from desktop.services.office import Office
from desktop.services.promises import records
from desktop.services.promises.deferring import last_days, require_limit
from desktop.ui.desk import Desk
from desktop.wording import _
from desktop.wording.guidance.promises import standing_text


def days_of(office: Office, sheet: Sheet | None) -> Mapping[str, date]:
    """The day by which each material that follows is promised: the one agreed on, else the last."""
    if sheet is None:
        return {}
    latest = last_days(office, sheet)
    return {
        row.key: row.tick.by or latest[row.key]
        for row in sheet.rows
        if row.check is Check.PENDING and row.key in latest
    }


def may_defer(desk: Desk, draft: Draft, sheet: Sheet, row: Row) -> bool:
    """Asked before B: refused in words for an applicant with a bad record, or without any limit."""

    def verb() -> bool:
        records.require_good(desk.office, draft.applicant)
        require_limit(desk.office, sheet, row.key)
        return True

    return bool(desk.perform(verb))


def may_promise(desk: Desk, draft: Draft) -> bool:
    """Asked before 告知承诺 is chosen; refused in words."""

    def verb() -> bool:
        records.require_good(desk.office, draft.applicant)
        return True

    return bool(desk.perform(verb))


def deferred_words(office: Office, draft: Draft, row: Row, by: date) -> str:
    """What was agreed, how to change it, and what is known of the applicant where it is not good."""
    told = _("第 {n} 项 容缺，最迟 {day} 补交；− 提前一天，＋ 推后一天。").format(
        n=row.number, day=f"{by:%m-%d}"
    )
    verdict = records.check(office, draft.applicant)
    return told if verdict.level is Level.OK else told + standing_text(verdict)


def hints(office: Office, draft: Draft, sheet: Sheet) -> list[str]:
    """What to say above the list: that it goes by 告知承诺, that it may, or that it may not."""
    item = sheet.item
    if chosen(item, sheet.checklist.answers, draft.committed):
        verdict = records.check(office, draft.applicant)
        if verdict.level is not Level.OK and verdict.code != "records_absent":
            return [standing_text(verdict)]
        return [
            _(
                "按告知承诺办理：受理时出《告知承诺书》，请申请人当场签字；有合理理由可在决定前撤回。"
            )
        ]
    if offered(item):
        return [_("本事项可以告知承诺办理：申请人自愿选用的，按 Ctrl+G。")]
    return []
