"""对账 in words: verdicts, notes, wrong cells, acts, refusals; what the sheet says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from desktop.domain.billing import entries as billing
from desktop.domain.billing.costs import By, Cost
from desktop.domain.billing.labels import Column
from desktop.domain.billing.money import Rounding
from desktop.domain.billing.rows import Note, Row
from desktop.domain.billing.verdicts import Compared, Verdict
from desktop.wording import _

BILLING: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Verdict: {
        Verdict.MATCHED: _("一致"),
        Verdict.AMOUNT_DIFFERS: _("金额差"),
        Verdict.WEIGHT_DIFFERS: _("重量差"),
        Verdict.OURS_ONLY: _("有单无账"),
        Verdict.BILL_ONLY: _("有账无单"),
        Verdict.DUPLICATE: _("重复"),
        Verdict.OTHER_MONTH: _("非本月"),
    },
    Note: {
        Note.CANCELLED: _("本厅已取消这件"),
        Note.NOT_SENT: _("本厅没有这张运单"),
        Note.UNPRICED: _("资费表没有这个目的地，金额未核"),
        Note.WAY_BACK: _("退回件的回程"),
        Note.NO_COST: _("重量不同，金额不受影响"),
        Note.PLACE_ASSUMED: _("没写目的地，按本市核算"),
        Note.NO_WAYBILL: _("没有登记运单号"),
        Note.REFUND: _("冲减"),
    },
    Compared: {
        Compared.SAME: _("相同"),
        Compared.DIFFERS: _("不同"),
        Compared.UNKNOWN: _("无从比较"),
    },
    By: {By.ITEM: _("事项"), By.HALL: _("大厅"), By.DIRECTION: _("方向")},
    Column: {
        Column.WAYBILL: _("运单号"),
        Column.DAY: _("日期"),
        Column.AMOUNT: _("金额"),
        Column.WEIGHT: _("重量"),
        Column.PLACE: _("目的地"),
    },
    Rounding: {
        Rounding.HALF_UP: _("四舍五入"),
        Rounding.UP: _("进位"),
        Rounding.DOWN: _("舍去"),
    },
}
OUTCOMES: Mapping[str, str] = {
    "": "",
    "disputed": _("争议中"),
    "credited": _("已退款"),
    "accepted": _("已认可"),
}
CELLS: Mapping[str, str] = {
    "empty": _("没有填"),
    "digits_lost": _("是科学计数，末尾的数字已经丢了，请让承运人把这一列设为文本再导出"),
    "no_waybill": _("不像运单号（6 到 32 位字母数字）"),
    "no_number": _("不是数"),
    "too_large": _("大得不像一件快递的费用"),
    "too_fine": _("小数太多，最多四位"),
    "negative": _("重量不能是负数"),
    "too_heavy": _("重得不像一件快递，请看单位是克还是千克"),
    "not_a_day": _("不是日期"),
}
ACTS: Mapping[str, str] = {
    "bill.imported": _("导入快递账单"),
    "bill.lines": _("快递账单明细"),
    "bill.disputed": _("账单提出争议"),
    "bill.credited": _("账单争议了结"),
    "bill.signed_off": _("对账确认"),
    "tariff.published": _("发布快递资费"),
}
REFUSALS: Mapping[str, str] = {
    "month_form": _("「{value}」不是月份，请写成 2026-11 这样。"),
    "bill_columns": _("{file} 里找不到写着运单号和金额的表头（认出：{known}），没有导入。"),
    "bill_empty": _("{file} 里没有一行账，没有导入。"),
    "bill_of_other_month": _("这份账单已作为 {month} 的账单导入过，没有重复导入。"),
    "bill_signed_off": _("这个月已由 {by} 对账确认（{paper}），不能再改。"),
    "bill_undecided": _("还有 {count} 行差异没有处理，先看 {waybill}：提出争议，或写明理由认可。"),
    "bill_changed": _("账单刚换成了新的一份，请看过再确认。"),
    "unknown_bill": _("还没有导入 {bill} 的账单。"),
    "nothing_to_dispute": _("运单 {waybill} 没有多收，不用提出争议。"),
    "disputed_already": _("运单 {waybill} 已经提出过争议或已了结。"),
    "no_open_dispute": _("运单 {waybill} 没有未了结的争议。"),
    "no_line_chosen": _("请先选一行有差异的账。"),
    "credit_too_large": _("运单 {waybill} 最多可退 {most} 元，请核对。"),
    "tariff_broken": _("资费表不能用，原有资费不变。原因：{reason}"),
    "tariff_is_sample": _("{file} 标着示例，不是合同，没有发布。"),
}
BILL_CELLS = _("{file} 有 {count} 处不能用，一行也没有导入。")
PRIVACY_OF_BILL = _(
    "个人信息告知（《中华人民共和国个人信息保护法》第十七条、第三十五条）：本单只列运单号、重量和费用，"
    "不含收寄件人的姓名、电话、地址。联系方式：{contact}。"
)
AGREEMENT = _(
    "双方按上列结果确认本月费用。争议中的金额暂扣，承运人退款或者说明理由、经大厅认可后结清；"
    "有单无账的，以后账单再列时另行核对。"
)
NOBODY = _("未对应办件")
NOT_OURS = _("未对应快件")
SAMPLE = _("资费为示例，不是合同价，金额仅供试用")


def yuan(amount: Decimal | None) -> str:
    """`1,234.50`; a dash where nothing can be said."""
    return (
        "—"
        if amount is None
        else f"{amount:,.2f}"
        if amount == round(amount, 2)
        else f"{amount:,f}"
    )


def weight_text(grams: int) -> str:
    """`620 克`; a dash where nothing was weighed."""
    return _("{n} 克").format(n=grams) if grams else "—"


def month_text(month: str) -> str:
    """`2026 年 11 月`."""
    year, _dash, number = month.partition("-")
    return _("{year} 年 {month} 月").format(year=year, month=int(number))


def verdict_text(verdict: Verdict) -> str:
    return BILLING[Verdict][verdict]


def note_text(row: Row) -> str:
    """Why the verdict is what it is; empty where its name says it."""
    told = BILLING[Note][row.note] if row.note is not None else ""
    if row.billed_in:
        charged = _("{month}已收过").format(month=month_text(row.billed_in))
        return f"{charged}；{told}" if told else charged
    return told


def cost_name(cost: Cost, by: By) -> str:
    """The item's name, the hall's code, the direction; what belongs to nobody says so."""
    if not cost.key:
        return NOBODY if by is By.ITEM else NOT_OURS
    if by is By.DIRECTION:
        return _("寄入") if cost.key == "inbound" else _("寄出")
    return cost.name or cost.key


def imported(told: billing.BillImported) -> str:
    stated = _("，账单自称 {stated} 元").format(stated=told.stated) if told.stated else ""
    return _("{bill}，{n} 行，{total} 元{stated}，{file}，摘要 {sha}").format(
        bill=_bill(told.carrier, told.month), n=told.lines, total=told.total, stated=stated,
        file=told.file, sha=told.sha256[:16],
    )  # fmt: skip


def lines(told: billing.BilledLines) -> str:
    return _("第 {n} 份，共 {all} 份").format(n=told.piece, all=told.pieces)


def disputed(told: billing.BillDisputed) -> str:
    claimed = sum((Decimal(line.claimed) for line in told.lines), Decimal(0))
    reason = f"：{told.reason}" if told.reason else ""
    return _("{n} 行，请退 {amount} 元").format(n=len(told.lines), amount=yuan(claimed)) + reason


def credited(told: billing.BillCredited) -> str:
    if told.accepted:
        why = _("更正的账单里已没有") if told.reason == billing.CORRECTED else told.reason
        return _("{n} 行认可：{reason}").format(n=len(told.keys), reason=why)
    amount = sum(map(Decimal, told.amounts), Decimal(0))
    more = "，".join(part for part in (told.document, told.reason) if part)
    return _("{n} 行，退回 {amount} 元").format(n=len(told.keys), amount=yuan(amount)) + (
        f"：{more}" if more else ""
    )


def signed_off(told: billing.BillSignedOff) -> str:
    return _(
        "合计 {total} 元，争议暂扣 {withheld} 元，已退 {credited} 元，应付 {payable} 元"
    ).format(total=told.total, withheld=told.withheld, credited=told.credited, payable=told.payable)


def tariff(told: billing.TariffPublished) -> str:
    until = _("，至 {day}").format(day=told.valid_until) if told.valid_until else ""
    return _("{carrier}，{first} 起{until}，{source}").format(
        carrier=told.carrier, first=told.valid_from, until=until, source=told.source
    )


def _bill(carrier: str, month: str) -> str:
    return f"{carrier} {month}"


SENTENCES = (imported, lines, disputed, credited, signed_off, tariff)
