"""F3, F6, F7, the result panel, and the visit around them."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from tests.ui.conftest import NOW
from tests.ui.pages.intake.hands import Hands, K


def begun(hands: Hands, ticked: int) -> None:
    """SP03 with its questions confirmed, `ticked` materials in and the person filled in."""
    hands.take("SP03")
    hands.confirm_questions()
    hands.press(*[K.Key_Space] * ticked)
    hands.press(K.Key_Return)
    hands.fill_person()


def kinds(office: Office) -> list[str]:
    """What the log holds of the visit, in order."""
    wanted = LogFilter(first=NOW.date(), last=NOW.date())
    return [row.kind for row in office.store.views.log(wanted)]


def test_correction_names_every_open_row_at_once(hands: Hands, office: Office) -> None:
    begun(hands, ticked=2)
    open_rows = len(hands.sheet.open_rows)
    hands.press(K.Key_F3)
    assert hands.page.middle.correction.count == open_rows
    assert hands.page.bar.buttons["finish"].text().endswith("出具补正告知书")
    hands.page.middle.correction.day.setFocus()
    hands.strike("2")
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    case = office.store.views.case(row.number)
    assert case is not None
    assert case.stage is Stage.CORRECTING
    (notice,) = case.notices
    assert len(notice.defects) == open_rows
    assert notice.by == date(2026, 11, 30)
    assert all(defect.demand for defect in notice.defects)


def test_nothing_to_correct_is_said(hands: Hands) -> None:
    begun(hands, ticked=9)
    hands.press(K.Key_F3)
    assert hands.page.middle.front == "step_sheet"
    assert "不能出补正告知" in hands.page.middle.said_now


def test_refusal_with_organ_and_remedies(hands: Hands, office: Office) -> None:
    begun(hands, ticked=0)
    hands.press(K.Key_F7)
    hands.strike("2")
    hands.write("该场所不在本区。")
    hands.press(K.Key_F9)
    assert "哪个机关" in hands.page.banner.text
    assert "第三十二条第一款第二项" in hands.page.banner.text
    hands.page.middle.refusal.organ.line.setText("某区市场监督管理局")
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    case = office.store.views.case(row.number)
    assert case is not None
    assert case.refused is not None
    assert case.refused.article == "行政许可法 第三十二条第一款第二项"
    assert case.refused.court == office.station.court
    assert PaperKind.REFUSAL in {paper.kind for paper in office.store.views.papers(case.number)}


def test_receiving_without_accepting(hands: Hands, office: Office) -> None:
    begun(hands, ticked=1)
    hands.press(K.Key_F6)
    (row,) = office.store.views.cases(CaseFilter())
    assert row.stage is Stage.RECEIVED
    assert "视为受理" in hands.page.middle.result.text


def test_a_key_pressed_twice_acts_once(hands: Hands, office: Office) -> None:
    begun(hands, ticked=9)
    hands.press(K.Key_F9, K.Key_F9, K.Key_F6)
    assert office.store.views.count_cases(CaseFilter()) == 1
    assert hands.page.middle.result.hasFocus()


def test_same_person_again_then_the_next_one(hands: Hands, office: Office) -> None:
    begun(hands, ticked=9)
    hands.press(K.Key_F9)
    visit = hands.page.session.visit
    hands.strike("a")
    hands.take("SP04")
    assert hands.page.session.visit == visit
    assert hands.draft.applicant.name == "李晓敏"
    assert not hands.draft.ticks
    hands.confirm_questions()
    hands.tick_all()
    hands.press(K.Key_F9)
    hands.strike("n")
    assert hands.page.session.draft is None
    assert hands.page.finder.line.hasFocus()
    told = kinds(office)
    assert told.count("visit.started") == told.count("visit.ended") == 1


def test_papers_are_one_key_away(hands: Hands) -> None:
    begun(hands, ticked=9)
    hands.press(K.Key_F9)
    page, asked = hands.page, []
    page.wanted.connect(lambda where, what: asked.append((where, what)))
    hands.strike("p")
    ((where, what),) = asked
    assert where == "papers"
    assert what.startswith("intake|")
    assert what.count(",") == 1


def test_nothing_is_kept_of_a_finished_draft(hands: Hands, office: Office) -> None:
    begun(hands, ticked=9)
    hands.press(K.Key_F9)
    hands.page.leave()
    assert office.store.local.drafts() == []


def test_a_received_case_comes_back_to_the_counter(hands: Hands, office: Office) -> None:
    begun(hands, ticked=1)
    hands.press(K.Key_F6)
    (row,) = office.store.views.cases(CaseFilter())
    hands.page.show_what(f"case:{row.number}")
    assert hands.draft.case == row.number
    hands.page.middle.materials.list.setFocus()
    for found in hands.sheet.open_rows:
        hands.strike(str(found.number))
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    assert row.stage is Stage.ACCEPTED
