"""A real case from acceptance to delivery, and the turns it may take: every paper as it prints."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.cases.tick import Fault, SpotCorrection
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Procedure, Unit
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    ContactSet,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.domain.handling.entries import (
    Conclusion,
    Decided,
    Delivered,
    DeliveryWay,
    Produced,
    Reviewed,
)
from desktop.domain.handling.steps import review_steps
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, papers
from desktop.services.handling import batches, decision, delivery, ledger, review, turns
from desktop.services.office import Office
from tests.documents import reading
from tests.offices import CLERK, PERSON, Clock, whole

CHIEF = Clerk(code="0720", name="周正", role=Role.CHIEF)
FIRST = "KFQ-20261123-A07-0001"


def signed_in(office: Office) -> None:
    told = ClerkSet(code=CHIEF.code, name=CHIEF.name, role=CHIEF.role)
    office.store.journal.append([Act(entity=f"clerk:{CHIEF.code}", payload=told)], "0700")


def accepted(office: Office, **more: Any) -> str:
    signed_in(office)
    return acts.finish(office, CLERK, whole(office, **more)).case.number


def told_by(office: Office, number: str, *wanted: str) -> PaperFacts:
    """The paper prints, on both sizes, and says this."""
    facts = papers.facts(office, number)
    for page in ("A4", "A5"):
        text = re.sub(r"\s", "", reading.text(office.renderer.paper(facts, page)))
        for one in wanted:
            assert one in text, one
    return facts


def of_kind(issued: Iterable[str], kind: PaperKind) -> str:
    (found,) = [number for number in issued if f"-{kind}" in number]
    return found


def reviewed(office: Office, number: str) -> None:
    day = office.today()
    for step in review_steps(office.item("SP01")):
        done = Reviewed(
            step=step.name, organ="某局", conclusion=Conclusion.PASSED, reviewed_on=day,
            persons=("钱某",), substantive=step.substantive, opinion="符合。",
        )  # fmt: skip
        review.review(office, CHIEF, number, done)


def test_from_acceptance_to_delivery(office: Office, clock: Clock) -> None:
    number = accepted(office)
    turns.set_contact(office, CLERK, number, ContactSet(name="孙工", phone="010-55550009"))
    done = review.start_procedure(
        office, CHIEF, number, Procedure.EXPERT_REVIEW, Limit(3, Unit.WORKING_DAY), "工艺有风险"
    )
    told_by(
        office, of_kind(done.papers, PaperKind.PROCEDURE), "专家评审", "第四十五条",
        "自2026年11月23日至2026年11月25日", "顺延后预计2026年12月9日", "孙工010-55550009",
    )  # fmt: skip
    clock.on(days=2)
    review.end_procedure(office, CHIEF, number, "通过")
    done = review.extend(office, CHIEF, number, 5, "须会同核查", "局长赵某")
    told_by(
        office, of_kind(done.papers, PaperKind.EXTENSION), "原到期日2026年12月9日",
        "延长5个工作日", "现到期日2026年12月16日", "局长赵某",
    )  # fmt: skip
    clock.on(days=2)
    reviewed(office, number)
    choice = Decided(granted=True, decided_on=office.today(), handler="王小满（0712）", signer="")
    done = decision.decide(office, CHIEF, number, choice)
    told_by(
        office, of_kind(done.papers, PaperKind.GRANT), "准予行政许可决定书", "签发人周正（0720）",
        "周正（0720）、钱某", "《中华人民共和国行政许可法》第四十四条",
    )  # fmt: skip
    made = Produced(
        name="食品经营许可证", number="JY1", issued_on=office.today(), valid_from=office.today()
    )
    delivery.produce(office, CLERK, number, made)
    handed = Delivered(
        way=DeliveryWay.COUNTER, delivered_on=office.today(), papers=("食品经营许可证",),
        receiver=PERSON.name, checked="居民身份证",
    )  # fmt: skip
    done = delivery.deliver(office, CLERK, number, handed)
    told_by(office, of_kind(done.papers, PaperKind.DELIVERY), "食品经营许可证JY1", "李晓敏本人")
    told = ledger.print_ledger(office, CLERK, number)
    told_by(office, told, "特别程序，不计入期限", "作出决定", "按期：于第2日完成，未超过第15日")


def test_a_denial_is_served_with_its_remedies(office: Office) -> None:
    number = accepted(office)
    reviewed(office, number)
    choice = Decided(
        granted=False, decided_on=office.today(), handler="王小满（0712）", signer="",
        article="食品安全法 第三十三条", reasons="布局不符合要求。",
    )  # fmt: skip
    done = decision.decide(office, CHIEF, number, choice)
    told_by(
        office, of_kind(done.papers, PaperKind.DENIAL), "不予行政许可决定书", "布局不符合要求",
        "食品安全法第三十三条", "有管辖权的行政复议机关", "六个月",
    )  # fmt: skip


def test_what_was_late_is_explained(office: Office, clock: Clock) -> None:
    number = accepted(office)
    clock.on(days=30)
    done = decision.explain(office, CLERK, number, "须会同核查", date(2026, 12, 30))
    told_by(
        office, of_kind(done.papers, PaperKind.OVERDUE), "法定办理期限", "2026年12月7日",
        "2026年12月30日", "第三十六条",
    )  # fmt: skip


def test_a_case_is_transferred_terminated_or_its_acceptance_revoked(office: Office) -> None:
    number = accepted(office)
    moved = Transferred(reason="应办另一事项", transferred_on=office.today(), to_item="SP06")
    done = turns.transfer(office, CHIEF, number, moved)
    told_by(
        office, of_kind(done.papers, PaperKind.TRANSFER), done.case.number,
        office.item("SP06").name, f"原编号{number}继续有效", "随转的材料",
    )  # fmt: skip
    second = acts.finish(office, CLERK, whole(office)).case.number
    undone = AcceptanceRevoked(reason="材料为他处图纸", revoked_on=office.today())
    done = turns.revoke(office, CHIEF, second, undone)
    told_by(office, of_kind(done.papers, PaperKind.REVOCATION), "撤销2026年11月23日作出的受理")
    ended = Terminated(
        ground=TerminationGround.APPLICANT_GONE, reason="已注销", terminated_on=office.today()
    )
    done = turns.terminate(office, CHIEF, second, ended)
    told_by(office, of_kind(done.papers, PaperKind.TERMINATION), "已注销", "退还材料")


def test_an_amendment_and_a_spot_correction_are_on_paper(office: Office) -> None:
    key = office.item("SP01").materials[0].key
    signed_in(office)
    spot = (SpotCorrection(key=key, fault=Fault.UNSIGNED),)
    done = acts.finish(office, CLERK, whole(office, spot=spot))
    told_by(office, of_kind(done.papers, PaperKind.SPOT), "未签章", "已更正，已收", "第（三）项")
    number = done.case.number
    done = turns.amend(office, CLERK, number, "录入有误", replace(PERSON, name="李小敏"))
    told_by(office, of_kind(done.papers, PaperKind.AMENDMENT), "申请人名称李晓敏李小敏")


def test_a_batch_lists_the_cases(office: Office) -> None:
    number = accepted(office)
    batch = batches.hand_over(office, CLERK, [number], "审批一处", "一袋")
    facts = told_by(office, batch.number, "审批一处", "一袋", "办件1件", "接收人（签字）")
    assert facts.copies == 2


def test_silence_is_confirmed_with_both_days(office: Office, clock: Clock) -> None:
    done = acts.receive(office, CLERK, whole(office))
    clock.on(days=10)
    done = acts.conclude(office, CLERK, done.case.number)
    told_by(
        office, of_kind(done.papers, PaperKind.ACCEPTANCE), "视为受理日2026年11月23日",
        "通知书出具日2026年12月3日", "王小满（0712）010-55550000",
    )  # fmt: skip
