"""Every kind of entry has a name and a sentence, and none of them tells who the applicant is."""

from datetime import date
from typing import Any

import pytest

from desktop.domain.cases.entries import (
    CaseAccepted,
    CorrectionNoticed,
    Defect,
    Term,
)
from desktop.domain.cases.papers import Outcome, PaperIssued, PaperKind, PaperPrinted
from desktop.domain.cases.tick import Fault
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address, ShipmentAmended, ShipmentCreated, ShipmentMoved
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.kinds import KINDS
from desktop.domain.supervision.entries import LogExported
from desktop.domain.supervision.ledger import COLUMNS
from desktop.wording.acts import ACTS, act_name, detail
from desktop.wording.log import COLUMN_TITLES


def test_every_kind_has_a_name() -> None:
    assert set(ACTS) == {kind for kind, version in KINDS}
    assert act_name("later.kind") == "later.kind"


@pytest.mark.parametrize("payload", list(KINDS.values()), ids=lambda one: one.__name__)
def test_every_payload_has_a_sentence(payload: type) -> None:
    assert detail.dispatch(payload) is not detail.dispatch(object)


def test_a_column_of_the_log_has_a_title() -> None:
    assert list(COLUMN_TITLES) == [column.key for column in COLUMNS]


@pytest.mark.parametrize(
    ("payload", "wanted"),
    [
        (
            CaseAccepted(
                accepted_on=date(2026, 11, 23),
                statutory=Term(value=20, unit="工作日", due=date(2027, 1, 5), provisional=True),
                deferred=("M1",),
                deferred_until=date(2026, 12, 1),
            ),
            "受理日 2026年11月23日；法定至 2027年1月5日（暂按推算）；容缺 1 项，补至 2026年12月1日",
        ),
        (
            CorrectionNoticed(
                defects=(Defect(key="M", name="申请书", fault=Fault.UNSIGNED, demand=""),),
                by=date(2026, 12, 4),
                second=True,
            ),
            "再次告知，1 项：申请书（未签章）；窗口提交，约定 2026年12月4日",
        ),
        (PaperIssued(kind=PaperKind.RECEIPT, case="", number="N-SJ1"), "材料接收凭证 N-SJ1（A4）"),
        (
            PaperPrinted(outcome=Outcome.FAILED, reprint=2, message="缺纸"),
            "打印失败，1 份，补打第 2 次：缺纸",
        ),
        (ShipmentMoved(stage=ShipmentStage.SIGNED, signed_by=SignedBy.SELF), "已签收（本人签收）"),
        (ShipmentAmended(waybill="EE1"), "运单 EE1"),
        (
            LogExported(
                first=date(2026, 11, 23),
                last=date(2026, 11, 23),
                format="csv",
                rows=3,
                sha256="a" * 64,
            ),
            "2026年11月23日 至 2026年11月23日，csv，3 行，sha256 aaaaaaaaaaaaaaaa",
        ),
        ("a payload of a later release", ""),
    ],
)
def test_a_sentence_says_what_was_done(payload: Any, wanted: str) -> None:
    assert detail(payload) == wanted


def test_no_sentence_tells_who() -> None:
    who = Address(name="欧阳某某", phone="13800000021", city="北京", street="荣华中路")
    told = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", waybill="EE1", sender=who, receiver=who
    )
    assert detail(told) == "寄出（大厅→申请人）；EMS（邮政）；运单 EE1；对申请人免费"
    assert "欧阳" not in detail(told)
