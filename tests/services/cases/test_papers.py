from dataclasses import replace

import pytest

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.papers import Outcome, PaperKind
from desktop.domain.cases.tick import Check
from desktop.domain.identity.party import Party
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, papers
from desktop.services.guidance.english import load_english
from desktop.services.office import Office
from resources import ROOT
from tests.documents.reading import text
from tests.offices import CLERK, NOW, Clock, answered, whole


def accepted(office: Office) -> str:
    return acts.finish(office, CLERK, whole(office)).papers[-1]


def printed(office: Office, number: str, *outcomes: Outcome) -> int:
    """Print as the window does and answer which reprint the next would be."""
    reprint = papers.prepare(office, number).reprint
    for outcome in outcomes:
        papers.printed(office, CLERK, number, outcome, reprint=reprint, printer="P1")
    return papers.prepare(office, number).reprint


def test_facts_are_journalled_before_anything_is_rendered(office: Office) -> None:
    number = accepted(office)
    facts = papers.facts(office, number)
    assert (facts.kind, facts.number, facts.issued_at) == (
        PaperKind.ACCEPTANCE, number, NOW.isoformat(timespec="seconds"),
    )  # fmt: skip
    assert (facts.issuer.organ, facts.issuer.clerk) == (office.station.organ, "王小满（0712）")
    assert office.renderer.paper(facts).startswith(b"%PDF")


def test_a_paper_states_what_stood_when_it_was_issued(office: Office, clock: Clock) -> None:
    done = acts.receive(office, CLERK, answered(office))
    clock.on(hours=1)
    draft = replace(whole(office), case=done.case.number)
    acts.supplement(office, CLERK, draft)
    first = papers.facts(office, done.papers[0])
    assert {line.tick.check for line in first.lines} == {Check.UNCHECKED}
    second = papers.facts(office, f"{done.case.number}-SJ2")
    assert {line.tick.check for line in second.lines} == {Check.RECEIVED}


def test_a_failed_print_tried_again_is_no_reprint(office: Office) -> None:
    number = accepted(office)
    out = (Outcome.RENDERED, Outcome.SPOOLED, Outcome.CONFIRMED)
    assert papers.prepare(office, number).reprint == 0
    assert printed(office, number, Outcome.RENDERED, Outcome.FAILED) == 0
    assert printed(office, number, Outcome.RENDERED, Outcome.SPOOLED, Outcome.FAILED) == 0
    assert printed(office, number, *out) == 1
    assert printed(office, number, Outcome.RENDERED, Outcome.FAILED) == 1
    assert printed(office, number, Outcome.SAVED) == 1
    assert printed(office, number, *out) == 2


def test_a_saved_file_is_no_print(office: Office) -> None:
    assert printed(office, accepted(office), Outcome.SAVED) == 0


def test_an_outcome_is_journalled_with_its_printer(office: Office) -> None:
    number = accepted(office)
    papers.printed(office, CLERK, number, Outcome.FAILED, copies=2, printer="P1", message="缺纸")
    told = office.store.journal.facts(f"paper:{number}")[-1].payload
    assert (told.copies, told.printer, told.message) == (2, "P1", "缺纸")


def test_an_advance_sheet_receives_nothing(office: Office) -> None:
    draft = answered(office)
    number = papers.issue_advance(office, CLERK, draft)
    facts = papers.facts(office, number)
    assert (facts.kind, facts.case, facts.item) == (PaperKind.ADVANCE, "", "SP01")
    assert facts.applicant == Party()
    assert office.store.local.draft(draft.id) == draft
    assert office.renderer.paper(facts).startswith(b"%PDF")


def test_advance_sheets_of_one_second_are_two_papers(office: Office) -> None:
    draft = answered(office)
    first = papers.issue_advance(office, CLERK, draft)
    food = {**draft.answers, "q_biz": ("集中用餐单位食堂",), "q_canteen": ("是",)}
    second = papers.issue_advance(office, CLERK, replace(draft, answers=food))
    assert first != second
    situations = [papers.facts(office, number).situation for number in (first, second)]
    assert situations[0] != situations[1]


def test_an_unknown_paper_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="unknown_paper"):
        papers.prepare(office, "x")
    with pytest.raises(Refusal, match="unknown_case"):
        papers.issue(office, CLERK, PaperKind.RECEIPT, "x")


def test_an_advance_sheet_right_after_the_item_marks_defaults_and_speaks_english(
    office: Office,
) -> None:
    draft = Draft(id="d", visit="0123456789ab", item="SP01", answers={"q_biz": ("餐饮服务经营者",)})
    number = papers.issue_advance(office, CLERK, draft, load_english(ROOT / "i18n/en"))
    facts = papers.facts(office, number)
    assert facts.bilingual
    assert "主体业态？" not in facts.assumed
    assert "经营项目类别？（可多选）" in facts.assumed
    first = office.renderer.paper(facts)
    told = text(first)
    assert "主体业态：餐饮服务经营者\n" in told
    assert "（按默认情形）" in told
    assert "Type of business: Catering service provider" in told
    assert "For reference; the Chinese text prevails" in told
    assert office.renderer.paper(papers.facts(office, number)) == first


def test_a_preview_has_no_number_and_leaves_no_trace(office: Office) -> None:
    before = office.store.journal.heads()
    pdf = papers.preview_advance(office, CLERK, Draft(id="d", visit="v", item="SP04"))
    assert "预览—无效" in text(pdf)
    assert office.store.journal.heads() == before
