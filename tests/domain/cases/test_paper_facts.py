from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cases import paper_facts
from desktop.domain.cases.entries import CorrectionNoticed, Defect, Term
from desktop.domain.cases.naming.papers import TITLES, paper_number
from desktop.domain.cases.papers import (
    Issuer,
    Outcome,
    PaperFacts,
    PaperKind,
    PaperPrinted,
    next_reprint,
)
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Fault
from desktop.domain.guidance.item import Step
from desktop.domain.guidance.terms import ItemStatus, Unit
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import AT, NUMBER, draft, folded, received

ITEM, SOURCES = catalogue().items["SP01"], catalogue().sources
ISSUER = Issuer(organ="某机关", hall="某大厅", window="7", clerk="王小满（0712）")
CASE = folded(received(draft()))
NOTICE = CorrectionNoticed(
    defects=(Defect(key="BL", name="营业执照", fault=Fault.EXPIRED, demand="换发"),),
    taken_home=("BL",), kept=("FOOD_RULES",), hand_in="courier", by=date(2026, 12, 1), second=True,
)  # fmt: skip


def of_case(kind: PaperKind, **more: object) -> PaperFacts:
    case = replace(CASE, **more)  # type: ignore[arg-type]
    return paper_facts.of_case(kind, f"{NUMBER}-X1", case, ITEM, ISSUER, SOURCES, AT)


@pytest.mark.parametrize("kind", PaperKind)
def test_a_paper_states_the_case_and_the_item(kind: PaperKind) -> None:
    facts = of_case(kind, notices=(NOTICE,))
    assert (facts.case, facts.item, facts.item_name) == (NUMBER, "SP01", CASE.item_name)
    assert (facts.applicant, facts.lines) == (CASE.applicant, CASE.lines)
    assert facts.received_at == facts.issued_at == "2026-11-23T09:30:00+08:00"
    assert facts.legal_basis
    assert facts.result == "食品经营许可证"
    assert kind in TITLES


def test_the_notice_stands_on_its_own_paper_alone() -> None:
    facts = of_case(PaperKind.CORRECTION, notices=(replace(NOTICE, second=False), NOTICE))
    assert (facts.defects, facts.taken_home, facts.kept) == (
        NOTICE.defects, NOTICE.taken_home, NOTICE.kept,
    )  # fmt: skip
    assert (facts.hand_in, facts.by, facts.second) == ("courier", date(2026, 12, 1), True)
    assert of_case(PaperKind.ACCEPTANCE, notices=(NOTICE,)).defects == ()


def test_a_deferral_says_until_when() -> None:
    assert of_case(PaperKind.ACCEPTANCE, deferred_until=date(2026, 12, 7)).by == date(2026, 12, 7)


def test_an_item_withdrawn_since_leaves_its_parts_empty() -> None:
    facts = paper_facts.of_case(PaperKind.RECEIPT, "n", CASE, None, ISSUER, SOURCES, AT)
    assert (facts.item_name, facts.legal_basis, facts.steps) == (CASE.item_name, (), ())


def test_an_invented_split_is_never_printed_as_a_limit() -> None:
    steps = (
        Step("受理", 1, Unit.WORKING_DAY, True), Step("审查", 3, Unit.WORKING_DAY, False),
        Step("送达", 10, Unit.CALENDAR_DAY, False), Step("决定", 0, Unit.ON_THE_SPOT, False),
        Step("公示", None, Unit.NOT_APPLICABLE, False),
    )  # fmt: skip
    item = replace(ITEM, steps=steps)
    facts = paper_facts.of_case(PaperKind.RECEIPT, "n", CASE, item, ISSUER, SOURCES, AT)
    assert [step.limit for step in facts.steps] == ["", "3 个工作日", "10 日", "当场", ""]


def test_an_advance_sheet_holds_nothing_personal() -> None:
    told = draft()
    facts = paper_facts.advance(lay_out(ITEM, told), "n", ISSUER, SOURCES, AT)
    blank = PaperFacts(kind=PaperKind.ADVANCE, number="n", issued_at="", issuer=ISSUER)
    assert (facts.applicant, facts.agent, facts.delivery) == (
        blank.applicant, blank.agent, blank.delivery,
    )  # fmt: skip
    assert len(facts.lines) + len(facts.apart) == facts.listed == 10
    assert facts.statutory == Term(value=10, unit=Unit.WORKING_DAY)


def test_an_advance_sheet_promises_only_for_an_approved_item() -> None:
    approved = replace(ITEM, status=ItemStatus.APPROVED)
    for item, promised in ((ITEM, None), (approved, 5)):
        facts = paper_facts.advance(lay_out(item, draft()), "n", ISSUER, SOURCES, AT)
        assert facts.promised.value == promised


def test_a_papers_number_grows_out_of_the_cases() -> None:
    assert paper_number(PaperKind.ACCEPTANCE, NUMBER, 2) == f"{NUMBER}-SL2"


@pytest.mark.parametrize(
    ("prints", "reprint"),
    [
        ("", 0),
        ("0r 0s 0c", 1),
        ("0r 0s", 1),
        ("0r 0f", 0),
        ("0s 0f", 0),
        ("0s 0f 0s 0c", 1),
        ("0c 1f", 1),
        ("0c 1s 1f", 1),
        ("0c 1f 1c", 2),
        ("0v", 0),
        ("0c 1v", 1),
        ("0c 1r", 1),
    ],
)
def test_a_failed_print_tried_again_is_no_reprint(prints: str, reprint: int) -> None:
    outcomes = dict(zip("rscfv", Outcome, strict=True))
    told = [PaperPrinted(outcome=outcomes[one[1]], reprint=int(one[0])) for one in prints.split()]
    assert next_reprint(told) == reprint
