"""The reconciliation as a workbook: 汇总, 明细, 费用分摊. Amounts in yuan, weights in grams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.billing.account import Dispute
from desktop.domain.billing.costs import By, Cost
from desktop.domain.billing.facts import BillingFacts, outcome
from desktop.domain.billing.rows import Row
from desktop.domain.packs.grid import Sheet
from desktop.wording import _
from desktop.wording.billing.words import (
    OUTCOMES,
    SAMPLE,
    cost_name,
    month_text,
    note_text,
    verdict_text,
)
from desktop.wording.labels import carrier_label

Cells = tuple[str, ...]


def workbook(
    facts: BillingFacts, rows: Iterable[Row], disputes: Mapping[str, Dispute]
) -> tuple[Sheet, ...]:
    """All lines, also those that agree."""
    return (
        Sheet(_("汇总"), tuple(_summary(facts))),
        Sheet(_("明细"), (_HEAD, *(_line(row, disputes.get(row.key)) for row in rows))),
        Sheet(_("费用分摊"), tuple(_costs(facts))),
    )


_HEAD: Cells = (
    _("结论"), _("运单号"), _("日期"), _("目的地"), _("资费区"), _("账单重量（克）"), _("本厅重量（克）"),
    _("账单金额"), _("按资费"), _("差额"), _("处理"), _("退回"), _("说明"), _("快递编号"), _("办件"),
    _("账单行"),
)  # fmt: skip


def _summary(facts: BillingFacts) -> Iterable[Cells]:
    yield (_("项目"), _("单数"), _("账单金额"), _("按资费"), _("差额"))
    for one in facts.sums:
        yield (
            verdict_text(one.verdict), str(one.lines), str(one.amount), str(one.expected),
            str(one.difference),
        )  # fmt: skip
    yield (_("逐行相加"), str(facts.lines), str(facts.total))
    yield (_("账单自称合计"), "", "" if facts.stated is None else str(facts.stated))
    yield (_("争议暂扣"), "", str(facts.withheld))
    yield (_("已退"), "", str(facts.credited))
    yield (_("本月应付"), "", str(facts.payable))
    yield ()
    yield (_("承运人"), carrier_label(facts.carrier))
    yield (_("账单月份"), month_text(facts.month))
    yield (_("账单文件"), facts.file)
    yield (_("文件摘要"), facts.sha256)
    yield (_("资费依据"), f"{facts.tariff}（{SAMPLE}）" if facts.sample else facts.tariff)


def _line(row: Row, dispute: Dispute | None) -> Cells:
    expected = "" if row.expected is None else str(row.expected)
    credited = str(dispute.credited) if dispute and dispute.credited else ""
    return (
        verdict_text(row.verdict), row.waybill, row.day.isoformat() if row.day else "", row.place,
        row.zone, str(row.grams or ""), str(row.our_grams or ""), str(row.amount), expected,
        str(row.difference), OUTCOMES[outcome(dispute)], credited, note_text(row), row.shipment,
        "、".join(case.number for case in row.cases), str(row.row or ""),
    )  # fmt: skip


def _costs(facts: BillingFacts) -> Iterable[Cells]:
    yield (_("按"), _("归属"), _("单数"), _("金额"))
    groups: tuple[tuple[By, str, tuple[Cost, ...]], ...] = (
        (By.ITEM, _("事项"), facts.items),
        (By.HALL, _("大厅"), facts.halls),
        (By.DIRECTION, _("方向"), facts.directions),
    )
    for by, name, some in groups:
        for one in some:
            yield (name, cost_name(one, by), str(one.parcels), str(one.amount))
