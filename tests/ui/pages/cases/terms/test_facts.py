"""What stands beside the lists: 视为受理 with both dates, posted notices, turns, results."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    ContactSet,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.services.cases import acts
from desktop.services.courier import shipments
from desktop.services.handling import turns
from desktop.ui.pages.cases.page import CasesPage
from tests.courses import APPROVER, CHIEF
from tests.handled import Handled
from tests.offices import CLERK
from tests.ui.pages.cases.terms.conftest import OpenCases


def facts(page: CasesPage, name: str) -> list[str]:
    """What the facts of this name say, in order."""
    told = [one.accessibleName() for one in page.detail.facts.findChildren(QLabel)]
    return [one.partition("：")[2] for one in told if one.startswith(f"{name}：")]


def test_silence_is_said_as_soon_as_the_term_has_passed(handled: Handled, cases: OpenCases) -> None:
    case = handled.received()
    handled.clock.on(days=7)
    page = cases(case.number)
    assert facts(page, "视为受理") == []
    handled.clock.on(days=1)
    page.detail.show_case(case.number)
    assert facts(page, "视为受理")[-1] == (
        "▲ 至 2026-11-30 没有告知补正，自收件之日 2026-11-23 起即为受理"
        "（行政许可法第三十二条第一款第四项）。按 F9 出受理通知书。"
    )
    handled.clock.on(days=2)
    acts.conclude(handled.office, CLERK, case.number)
    page.detail.show_case(case.number)
    assert facts(page, "视为受理")[-1].endswith("；受理通知书 2026-12-03 出具。")


def test_a_posted_notice_shows_the_day_it_left_and_the_day_it_arrived(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.noticed(handled.received())
    page = cases(case.number)
    assert facts(page, "补正告知") == ["BZ1　2026-11-23 出具"]
    told = shipments.suggest(handled.office, case.number, Direction.OUTBOUND)
    key = f"{case.number}-BZ1"
    inside = Content(case=case.number, kind=ContentKind.NOTICE, key=key, name="补正告知书")
    made = replace(told, waybill="EA966331020CN", contents=(inside,))
    number = shipments.create(handled.office, CLERK, made).shipment.number
    page.detail.show_case(case.number)
    assert facts(page, "补正告知")[-1] == "BZ1　2026-11-23 出具；还没有寄出；还没有签收"
    shipments.move(handled.office, CLERK, number, ShipmentStage.PICKED_UP)
    handled.clock.on(days=9)
    shipments.move(handled.office, CLERK, number, ShipmentStage.SIGNED, signed_by=SignedBy.SELF)
    page.detail.show_case(case.number)
    assert facts(page, "补正告知")[-1] == (
        "BZ1　2026-11-23 出具；2026-11-23 寄出；2026-12-02 签收\n"
        "▲ 最后告知日是 2026-11-30，有晚于它的"
    )


def test_whoever_asks_is_sent_to_one_person(handled: Handled, cases: OpenCases) -> None:
    case = handled.accepted()
    page = cases(case.number)
    assert facts(page, "找一人") == ["王小满（0712）　010-55550000"]
    named = ContactSet(name="钱审", phone="010-55550007")
    turns.set_contact(handled.office, CLERK, case.number, named)
    page.detail.show_case(case.number)
    assert facts(page, "找一人")[-1] == "钱审　010-55550007"


def test_a_running_procedure_stands_first(handled: Handled, cases: OpenCases) -> None:
    page = cases(handled.suspended().number)
    assert facts(page, "特别程序") == [
        "‖ 检验，自 2026-11-24 起，预计至 2026-12-07，期间不计入期限"
    ]
    names = [one.text() for one in page.detail.facts.findChildren(QLabel)]
    assert names.index("特别程序") < names.index("申请人")


def test_decision_result_and_delivery_are_told(handled: Handled, cases: OpenCases) -> None:
    case = handled.produced()
    page = cases(case.number)
    assert facts(page, "延期至") == ["2026-12-17"]
    assert facts(page, "决定") == ["2026-11-27　准予"]
    assert facts(page, "结果证照") == [
        "食品经营许可证　JY11115000000001\n有效期 2026-11-27 至 2031-11-27"
    ]
    assert facts(page, "送达到期") == ["2026-12-04"]
    assert facts(page, "送达") == []


def test_a_delivered_case_says_when_and_how(handled: Handled, cases: OpenCases) -> None:
    page = cases(handled.delivered().number)
    assert facts(page, "送达") == ["2026-11-27　当面送达"]
    assert facts(page, "送达到期") == []


def test_the_two_halves_of_a_transfer_lead_to_each_other(
    handled: Handled, cases: OpenCases
) -> None:
    old, new = handled.transferred()
    page = cases(old.number)
    for there in (new.number, old.number):
        door = next(
            one for one in page.detail.facts.findChildren(QPushButton)
            if one.text() == there and one.isVisibleTo(page.detail.facts)
        )  # fmt: skip
        door.click()
        assert page.detail.number == there


def test_an_old_case_is_opened_with_a_banner_that_offers_the_new_one(
    handled: Handled, cases: OpenCases
) -> None:
    old, new = handled.transferred()
    page = cases(old.number)
    assert page.banner.text == f"这件办件已转为 {new.number}。"
    offered = page.banner.findChildren(QPushButton)
    next(one for one in offered if one.text() == "打开新的办件").click()
    assert page.detail.number == new.number
    assert page.banner.isHidden()


def test_a_case_of_another_organ_says_whose_it_is(handled: Handled, cases: OpenCases) -> None:
    case = handled.accepted()
    told = Transferred(
        reason="不属本机关", transferred_on=handled.office.today(), organ="大兴区市场监督管理局",
        address="兴政街 1 号", phone="010-61230000",
    )  # fmt: skip
    turns.transfer(handled.office, CHIEF, case.number, told)
    page = cases(case.number)
    assert page.banner.text == "这件办件已转由大兴区市场监督管理局办理。"
    assert facts(page, "已转办") == ["大兴区市场监督管理局　兴政街 1 号　010-61230000"]


def test_a_revoked_acceptance_and_an_end_without_a_decision_are_told(
    handled: Handled, cases: OpenCases
) -> None:
    office, today = handled.office, handled.office.today()
    case = handled.accepted()
    revoked = AcceptanceRevoked(reason="误受理", revoked_on=today)
    turns.revoke(office, CHIEF, case.number, revoked)
    ended = Terminated(ground=TerminationGround.MATTER_GONE, reason="店已关", terminated_on=today)
    turns.terminate(office, APPROVER, case.number, ended)
    page = cases(case.number)
    assert facts(page, "受理已撤销") == ["2026-11-23　误受理"]
    assert facts(page, "终止") == ["2026-11-23　申请事项已无从办理"]
