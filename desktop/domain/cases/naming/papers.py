"""Titles of papers, and the numbers that stand on them."""

from __future__ import annotations

import re

from desktop.domain.cases.papers import PaperKind
from desktop.domain.guidance.terms import ItemType

TITLES: dict[PaperKind, str] = {
    PaperKind.ADVANCE: "办事清单",
    PaperKind.RECEIPT: "材料接收凭证",
    PaperKind.ACCEPTANCE: "受理通知书",
    PaperKind.CORRECTION: "补正告知书",
    PaperKind.REFUSAL: "不予受理决定书",
    PaperKind.NOT_NEEDED: "不受理告知书",
    PaperKind.COLLECTION: "材料代收凭证",
    PaperKind.SETTLEMENT: "当场办结凭证",
    PaperKind.HANDOVER: "快递交接单",
    PaperKind.SPOT: "当场更正记录",
    PaperKind.PROCEDURE: "特别程序告知书",
    PaperKind.EXTENSION: "延长期限告知书",
    PaperKind.GRANT: "准予决定书",
    PaperKind.DENIAL: "不予决定书",
    PaperKind.DELIVERY: "送达回证",
    PaperKind.OVERDUE: "逾期说明",
    PaperKind.TERMINATION: "终止办理告知书",
    PaperKind.REVOCATION: "撤销受理告知书",
    PaperKind.TRANSFER: "转办告知书",
    PaperKind.AMENDMENT: "更正告知书",
    PaperKind.MATERIALS: "材料交接单",
    PaperKind.LEDGER: "办理期限计算表",
    PaperKind.THEME: "主题办理方案",
    PaperKind.FORM: "申请表",
    PaperKind.DEFERRAL: "容缺受理通知书",
    PaperKind.DEFERRAL_PROMISE: "容缺受理承诺书",
    PaperKind.COMMITMENT: "告知承诺书",
    PaperKind.SUPPORT: "政策测算单",
    PaperKind.COMPLAINT: "快件投诉、查询函",
    PaperKind.CLAIM: "快件查询、索赔申请",
    PaperKind.APPEAL: "快递服务申诉书",
    PaperKind.COUNT: "清点差异记录",
    PaperKind.MISDELIVERY: "错寄处置记录",
    PaperKind.MISDELIVERY_NOTICE: "个人信息泄露告知书",
    PaperKind.RECONCILIATION: "快递费对账确认单",
    PaperKind.HALL_HANDOVER: "办件移交单",
    PaperKind.DAY_CLOSING: "日结单",
    PaperKind.SHIFT: "交班单",
    PaperKind.DESTRUCTION: "销毁清单",
    PaperKind.PERSON_SEES: "个人信息查阅告知书",
    PaperKind.PERSON_CORRECTS: "个人信息更正答复书",
}
"""文书名 as the law and papers call them; they name parcel contents in the journal too."""
PERMIT_TITLES: dict[PaperKind, str] = {
    PaperKind.GRANT: "准予行政许可决定书",
    PaperKind.DENIAL: "不予行政许可决定书",
}
"""The names that 行政许可法 38 gives a decision on 行政许可."""


def title(kind: PaperKind, item_type: str) -> str:
    """文书名 of a paper of a case of this type."""
    known = PERMIT_TITLES if item_type == ItemType.LICENCE else TITLES
    return known.get(kind, TITLES[kind])


def paper_number(kind: PaperKind, case: str, ordinal: int) -> str:
    """文书编号, unique wherever the case number is: `case-SL1`."""
    return f"{case}-{kind}{ordinal}"


_NUMBER = re.compile(r"(?P<case>\S+-[ZK]?\d+)-(?P<kind>[A-Z]{2})(?P<ordinal>\d+)")


def read_number(scanned: str) -> tuple[str, PaperKind | None, int]:
    """What a barcode or QR says: the case's number, and which of its papers it stood on.

    A QR holds the paper's content hash behind its number. A case's own number, or a text that is
    no number at all, comes back as it is.
    """
    number = next(iter(scanned.upper().split()), "")
    told = _NUMBER.fullmatch(number)
    if told is None or told["kind"] not in {kind.value for kind in PaperKind}:
        return number, None, 0
    return told["case"], PaperKind(told["kind"]), int(told["ordinal"])
