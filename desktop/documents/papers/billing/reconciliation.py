"""快递费对账确认单: sums by verdict, what is owed, every difference, what it cost whom."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.domain.billing.bill import days_of
from desktop.domain.billing.costs import By, Cost
from desktop.domain.billing.facts import BillingFacts, Difference, Sum
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.billing.words import (
    AGREEMENT,
    OUTCOMES,
    SAMPLE,
    cost_name,
    month_text,
    verdict_text,
    yuan,
)
from desktop.wording.labels import carrier_label
from desktop.wording.papers import NONE, day_text


def reconciliation(page: Page, facts: PaperFacts) -> list[Strip]:
    """承运人·月份·账单, 核对结果, 应付, 差异明细, 费用分摊, both sides' confirmation."""
    told = facts.billing
    if told is None:
        return []
    return [
        *pairs(page, _head(facts, told)),
        *titled(page, _("核对结果"), _sums(page, told)),
        blank(page.size * 0.6, keep=True),
        *pairs(page, _owed(told)),
        *titled(page, _("差异明细"), _differences(page, told)),
        *titled(page, _("费用分摊"), _costs(page, told)),
        blank(page.size * 0.5),
        *paragraph(page, AGREEMENT),
        blank(page.size * 0.5, keep=True),
        *pairs(page, _signing(facts, told)),
    ]


def _head(facts: PaperFacts, told: BillingFacts) -> list[Pair]:
    first, last = days_of(told.month)
    tariff = told.tariff or NONE
    return [
        (_("承运人"), carrier_label(told.carrier), _("账单月份"), month_text(told.month)),
        (_("大厅"), facts.issuer.hall, _("账期"), f"{day_text(first)}—{day_text(last)}"),
        (_("账单文件"), told.file),
        (_("文件摘要"), told.sha256),
        (_("资费依据"), f"{tariff}（{SAMPLE}）" if told.sample else tariff),
    ]


def _signing(facts: PaperFacts, told: BillingFacts) -> list[Pair]:
    """The hall signs here, the carrier at the foot."""
    line = _("＿＿＿＿＿＿＿＿")
    return [
        (_("大厅对账人"), facts.issuer.clerk, _("承运人代表"), told.representative or line),
        (_("大厅（签字）"), line, _("签字日期"), line),
    ]


def _sums(page: Page, told: BillingFacts) -> list[Strip]:
    columns = (
        Column(_("结论"), share=1),
        Column(_("单数"), fixed=18, align="right"),
        Column(_("账单金额"), fixed=32, align="right"),
        Column(_("按资费"), fixed=32, align="right"),
        Column(_("差额"), fixed=30, align="right"),
    )
    return table(page, columns, [_sum(one) for one in told.sums])


def _sum(one: Sum) -> tuple[str, ...]:
    amounts = (one.amount, one.expected, one.difference)
    return (verdict_text(one.verdict), str(one.lines), *map(yuan, amounts))


def _owed(told: BillingFacts) -> list[Pair]:
    """应付, and whether the bill itself adds up."""
    stated = _("账单没有写合计") if told.stated is None else yuan(told.stated)
    if told.misadded and told.stated is not None:
        stated += _("，与逐行相加差 {n}").format(n=yuan(told.stated - told.total))
    return [
        (_("账单行数"), str(told.lines), _("账单自称合计"), stated),
        (_("逐行相加"), yuan(told.total), _("争议暂扣"), yuan(told.withheld)),
        (_("已退"), yuan(told.credited), _("本月应付"), _("{n} 元").format(n=yuan(told.payable))),
    ]


def _differences(page: Page, told: BillingFacts) -> list[Strip]:
    """On A5 the day stands below the waybill."""
    if not told.differences:
        return paragraph(page, _("无差异。"))
    wide = page.name == "A4"
    columns = [Column(_("结论"), fixed=17), Column(_("运单号"), share=1)]
    columns += [Column(_("日期"), fixed=15)] if wide else []
    columns += [
        Column(_("克：账单/本厅"), fixed=25 if wide else 19, align="right"),
        Column(_("账单金额"), fixed=19 if wide else 15, align="right"),
        Column(_("按资费"), fixed=19 if wide else 15, align="right"),
        Column(_("处理"), fixed=23 if wide else 19),
    ]
    strips = table(page, columns, [_difference(one, wide) for one in told.differences])
    if told.omitted:
        strips += paragraph(page, _("另有 {n} 行见明细表。").format(n=told.omitted))
    return strips


def _difference(one: Difference, wide: bool) -> tuple[str, ...]:
    weights = f"{one.grams or '—'}/{one.our_grams or '—'}"
    outcome = OUTCOMES[one.outcome]
    if one.credited:
        outcome += f" {yuan(one.credited)}"
    day = f"{one.day:%m-%d}" if one.day else "—"
    waybill = one.waybill or "—"
    which = (waybill, day) if wide else (f"{waybill}\n{day}",)
    return (
        verdict_text(one.verdict), *which, weights, yuan(one.amount), yuan(one.expected),
        outcome or "—",
    )  # fmt: skip


def _costs(page: Page, told: BillingFacts) -> list[Strip]:
    """By item, hall and direction; each comes to the bill's total."""
    columns = (
        Column(_("按"), fixed=16),
        Column(_("归属"), share=1),
        Column(_("单数"), fixed=20, align="right"),
        Column(_("金额"), fixed=32, align="right"),
    )
    groups: tuple[tuple[By, tuple[Cost, ...]], ...] = (
        (By.ITEM, told.items),
        (By.HALL, told.halls),
        (By.DIRECTION, told.directions),
    )
    names = {By.ITEM: _("事项"), By.HALL: _("大厅"), By.DIRECTION: _("方向")}
    rows = [
        (names[by], cost_name(one, by), str(one.parcels), yuan(one.amount))
        for by, some in groups
        for one in some
    ]
    return table(page, columns, rows)
