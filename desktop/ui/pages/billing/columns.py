"""Columns of the bills, of a bill's lines and of what they cost, and how verdicts look."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.billing.account import Dispute
from desktop.domain.billing.costs import By, Cost
from desktop.domain.billing.facts import AGREED, outcome
from desktop.domain.billing.money import ZERO
from desktop.domain.billing.rows import BillRow, Row
from desktop.domain.billing.verdicts import Verdict
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.billing.words import OUTCOMES, cost_name, month_text, note_text, yuan
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word

TABS: tuple[Verdict, ...] = (
    Verdict.AMOUNT_DIFFERS,
    Verdict.WEIGHT_DIFFERS,
    Verdict.BILL_ONLY,
    Verdict.DUPLICATE,
    Verdict.OTHER_MONTH,
    Verdict.OURS_ONLY,
    Verdict.MATCHED,
)
"""What wants a decision stands first, what agrees last; behind them 费用."""
OUTCOME_TONES = {"": "warn", "disputed": "info", "credited": "good", "accepted": "quiet"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the reconciliation with what was decided on it, and whether it is chosen."""

    row: Row
    dispute: Dispute | None
    chosen: bool = False

    @property
    def key(self) -> str:
        return self.row.key

    @property
    def outcome(self) -> str:
        return outcome(self.dispute)


@dataclass(frozen=True, slots=True)
class CostLine:
    """What one item, hall or direction bears."""

    by: By
    cost: Cost

    @property
    def key(self) -> str:
        return f"{self.by} {self.cost.key}"


def state_text(one: BillRow) -> str:
    """`✓ 已确认`, `● 争议 3`, `○ 待确认`."""
    if one.signed_by:
        return _("✓ 已确认")
    return _("● 争议 {n}").format(n=one.disputes) if one.disputes else _("○ 待确认")


def state_tone(one: BillRow) -> str:
    return "good" if one.signed_by and not one.disputes else "info" if one.disputes else "warn"


def _outcome_text(line: Line) -> str:
    if not line.outcome:
        return "—" if line.row.verdict in AGREED else _("待处理")
    credited = line.dispute.credited if line.dispute else ZERO
    return OUTCOMES[line.outcome] + (f" {yuan(credited)}" if credited else "")


def _outcome_tone(line: Line) -> str:
    return (
        "quiet" if not line.outcome and line.row.verdict in AGREED else OUTCOME_TONES[line.outcome]
    )


def _weights(line: Line) -> str:
    return f"{line.row.grams or '—'} / {line.row.our_grams or '—'}"


BILLS: tuple[Column, ...] = (
    Column(_("月份"), lambda one: month_text(one.month), 7),
    Column(_("承运人"), lambda one: carrier_label(one.carrier)),
    Column(_("行数"), lambda one: str(one.lines), 5, right=True),
    Column(_("账单金额"), lambda one: yuan(one.total), 7, right=True),
    Column(_("争议暂扣"), lambda one: yuan(one.withheld), 6, right=True),
    Column(_("已退"), lambda one: yuan(one.credited), 6, right=True),
    Column(_("状态"), state_text, 6, tone=state_tone),
)
LINES: tuple[Column, ...] = (
    Column(_("选"), lambda line: "✓" if line.chosen else "", 2, tone=lambda _line: "good"),
    Column(_("运单号"), lambda line: line.row.waybill or "—", 9),
    Column(_("日期"), lambda line: f"{line.row.day:%m-%d}" if line.row.day else "—", 4),
    Column(_("克：账单 / 本厅"), _weights, 8, right=True),
    Column(_("账单"), lambda line: yuan(line.row.amount), 5, right=True),
    Column(_("按资费"), lambda line: yuan(line.row.expected), 5, right=True),
    Column(_("处理"), _outcome_text, 7, tone=_outcome_tone),
    Column(_("说明"), lambda line: note_text(line.row) or line.row.place),
)
COSTS: tuple[Column, ...] = (
    Column(_("按"), lambda line: word(line.by), 4),
    Column(_("归属"), lambda line: cost_name(line.cost, line.by)),
    Column(_("单数"), lambda line: str(line.cost.parcels), 5, right=True),
    Column(_("金额"), lambda line: yuan(line.cost.amount), 7, right=True),
)
