"""Columns of acts to be looked at and of drafts in people's hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.domain.supervision.review.watch import WatchRow
from desktop.services.office import Office
from desktop.services.supervision.review.giving import HeldDraft
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.supervision.oversight import lost_text
from desktop.wording.supervision.review import told_text

OLD_DAYS = 5
"""From how many days on an act that nobody looked at is pointed out."""


def _days(of: Callable[[], datetime], row: WatchRow) -> int:
    return (of().date() - row.at.astimezone(of().tzinfo).date()).days


def _age(of: Callable[[], datetime]) -> Callable[[WatchRow], str]:
    def text(row: WatchRow) -> str:
        days = _days(of, row)
        return _("{n} 天").format(n=days) if days else _("今天")

    return text


def waiting(now: Callable[[], datetime]) -> tuple[Column, ...]:
    return (
        Column(_("种类"), lambda row: label(row.why), 8),
        Column(_("何时"), lambda row: moment(row.at), 6),
        Column(_("经办"), lambda row: row.clerk, 4),
        Column(_("做了什么"), told_text),
        Column(_("办件"), lambda row: row.case, 13),
        Column(_("事项"), lambda row: row.item_name, 12, spare=True),
        Column(
            _("已过"), _age(now), 4, right=True,
            tone=lambda row: "warn" if _days(now, row) >= OLD_DAYS else "quiet",
        ),
    )  # fmt: skip


LOOKED: tuple[Column, ...] = (
    Column(_("种类"), lambda row: label(row.why), 8),
    Column(_("何时"), lambda row: moment(row.at), 6),
    Column(_("经办"), lambda row: row.clerk, 4),
    Column(_("做了什么"), told_text),
    Column(
        _("结论"), lambda row: label(row.finding), 5,
        tone=lambda row: "quiet" if row.finding == "proper" else "warn",
    ),
    Column(_("说明"), lambda row: row.note, 14),
    Column(_("复核人"), lambda row: row.reviewer, 4),
)  # fmt: skip


def drafts(office: Office) -> tuple[Column, ...]:
    def item(row: HeldDraft) -> str:
        known = office.catalogue.items.get(row.item)
        return known.name if known else row.item

    return (
        Column(_("在谁手里"), lambda row: row.clerk, 5),
        Column(_("状态"), lambda row: _("挂起") if row.held else _("在办"), 4),
        Column(_("事项"), item),
        Column(_("申请人"), lambda row: row.applicant, 6),
        Column(_("补收的办件"), lambda row: row.case, 13),
        Column(_("保存于"), lambda row: moment(row.saved_at), 7),
        Column(_("释放会丢"), lambda row: lost_text(row.lost) or _("无"), 16, spare=True),
    )
