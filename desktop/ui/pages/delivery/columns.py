"""Columns of the lists of the 出件 page, and how what they show looks."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Way
from desktop.domain.cases.lines import inside
from desktop.domain.cases.moves import Stage
from desktop.domain.handling.rows import BatchRow, ReadyRow
from desktop.domain.identity import masking
from desktop.domain.identity.party import PartyKind
from desktop.services.handling.ready import Waiting
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.alerts import ALERTS, alert_text
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that may go out: a paper, the result, or an original that goes home.

    `key` is the material's key of an original, empty otherwise.
    """

    name: str
    key: str = ""
    pages: int = 0
    out: bool = True


def state(row: ReadyRow) -> tuple[str, str]:
    """What is to be done next with a decided case, and its token."""
    if not row.granted:
        return _("● 不予待送达"), "info"
    if row.stage is Stage.DECIDED:
        return _("○ 待制证"), "warn"
    return _("● 待送达"), "good"


def due_text(one: Waiting) -> str:
    """`▲ 将到期 12-07`; a dash where no law sets a term."""
    if one.alert is None or one.row.due is None:
        return "—"
    return f"{alert_text(one.alert)} {one.row.due:%m-%d}"


def batch_state(row: BatchRow) -> tuple[str, str]:
    """Whether the back office has counted the batch, and what it found."""
    if row.taken_at is None:
        return _("○ 待清点"), "warn"
    if row.missing or row.differences:
        return _("▲ 有差异"), "bad"
    return _("✓ 已清点"), "good"


def applicant(case: Case) -> str:
    """Masked as in every list; names of organisations are public."""
    party = case.applicant
    return party.name if party.kind is PartyKind.ORGANISATION else masking.mask_name(party.name)


def _days(one: Waiting) -> str:
    return _("{n} 天").format(n=one.days) if one.days else _("今天")


_NUMBER = Column(_("办件编号"), lambda one: one.row.case, 12)
_ITEM = Column(_("事项"), lambda one: one.row.item_name)
_APPLICANT = Column(_("申请人"), lambda one: one.row.applicant, 4)

READY: tuple[Column, ...] = (
    _NUMBER,
    _ITEM,
    _APPLICANT,
    Column(_("状态"), lambda one: state(one.row)[0], 7, tone=lambda one: state(one.row)[1]),
    Column(_("怎么拿"), lambda one: word(Way(one.row.way)), 5),
    Column(_("等了"), _days, 3, right=True),
    Column(_("送达到期"), due_text, 8, tone=lambda one: ALERTS[one.alert][1] if one.alert else ""),
)
UNCOLLECTED: tuple[Column, ...] = (
    _NUMBER,
    _ITEM,
    _APPLICANT,
    Column(_("结果"), lambda one: one.row.result or _("不予决定书"), 8),
    Column(_("可领之日"), lambda one: f"{one.row.since:%Y-%m-%d}", 6),
    Column(_("等了"), _days, 4, right=True, tone=lambda _one: "warn"),
)
GIVING: tuple[Column, ...] = (
    Column(_("办件编号"), lambda case: case.number, 12),
    Column(_("事项"), lambda case: case.item_name),
    Column(_("申请人"), applicant, 5),
    Column(_("材料"), lambda case: _("{n} 项").format(n=len(inside(case))), 3, right=True),
    Column(_("收件"), lambda case: moment(case.received_at), 7),
)
BATCHES: tuple[Column, ...] = (
    Column(_("交接单"), lambda row: row.number, 13),
    Column(_("移送给"), lambda row: row.to),
    Column(_("办件"), lambda row: _("{n} 件").format(n=row.lines), 3, right=True),
    Column(_("交出"), lambda row: f"{moment(row.given_at)} · {row.clerk}", 9),
    Column(_("状态"), lambda row: batch_state(row)[0], 5, tone=lambda row: batch_state(row)[1]),
    Column(_("清点"), lambda row: f"{moment(row.taken_at)} · {row.by}" if row.by else "—", 9),
)
LINES: tuple[Column, ...] = (
    Column(_("办件编号"), lambda line: line.case, 12),
    Column(_("事项"), lambda line: line.item_name, 12),
    Column(_("材料"), lambda line: "、".join(line.materials)),
    Column(_("份"), lambda line: str(line.copies), 2, right=True),
    Column(_("页"), lambda line: str(line.pages) if line.pages else "—", 2, right=True),
)
PIECES: tuple[Column, ...] = (
    Column(
        _("交出"), lambda one: "✓" if one.out else "○", 3,
        tone=lambda one: "good" if one.out else "quiet",
    ),
    Column(_("文书、证照、退还的原件"), lambda one: one.name),
    Column(_("种类"), lambda one: _("退还原件") if one.key else _("送达"), 5),
    Column(_("页"), lambda one: str(one.pages) if one.pages else "—", 2, right=True),
)  # fmt: skip
