"""容缺 and 告知承诺 by keyboard: until when, for whom, and what is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain.cases.draft import mark
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.halls.roles import STATION
from desktop.services.office import Office
from desktop.services.promises import records
from tests.ui.pages.intake.hands import CTRL, PERSON_ID, Hands, K

KEY = "FIRE_RULES"


def at_the_row(hands: Hands, normal: bool = True) -> None:
    """XF01 with every question answered, standing on the material that may follow."""
    hands.take("XF01")
    hands.strike("2" if normal else "1")
    hands.confirm_questions()
    hands.page.middle.materials.go_to(KEY)


def state(hands: Hands) -> str:
    lines = hands.page.middle.materials.list.lines
    return lines.at(lines.place_of(KEY)).state


def test_b_promises_the_last_day_and_minus_makes_it_earlier(hands: Hands) -> None:
    at_the_row(hands)
    hands.strike("b")
    assert state(hands) == "容缺 · 至 12-07"
    assert "最迟 12-07" in hands.page.middle.said_now
    assert "未导入失信名单" in hands.page.middle.said_now
    hands.strike("-")
    assert hands.draft.tick(KEY).by == date(2026, 12, 6)
    hands.strike("+++")
    assert hands.draft.tick(KEY).by is None, "never beyond the limit"
    hands.strike("b")
    assert hands.draft.tick(KEY).check is Check.UNCHECKED
    assert "容缺" not in hands.page.review.text("print")


def test_with_something_deferred_it_is_accepted_not_settled(hands: Hands, office: Office) -> None:
    at_the_row(hands)
    hands.page.middle.materials.go_to(hands.sheet.rows[0].key)
    hands.tick_all()
    hands.page.session.change("", mark(hands.draft, KEY, Tick(check=Check.PENDING)))
    assert "容缺受理通知书（两份）" in hands.page.review.text("print")
    assert "受理通知书" in hands.page.review.text("print")
    hands.page.middle.go("step_who")
    hands.fill_person()
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    assert row.stage is Stage.ACCEPTED
    kinds = {paper.kind for paper in office.store.views.papers(row.number)}
    assert {PaperKind.DEFERRAL, PaperKind.DEFERRAL_PROMISE} <= kinds
    assert hands.page.review.text("print").startswith("已出具：")


def test_who_is_on_the_list_is_refused_in_words(
    hands: Hands, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"姓名,证件号码,失信情形,认定机关\n甲,{PERSON_ID},虚假承诺,某局\n", "utf-8")
    records.import_list(office, STATION, path, date(2026, 11, 20))
    at_the_row(hands)
    hands.page.middle.go("step_who")
    hands.fill_person()
    hands.page.middle.go("step_sheet")
    hands.page.middle.materials.go_to(KEY)
    hands.strike("b")
    assert hands.draft.tick(KEY).check is Check.UNCHECKED
    assert "名单截至 2026-11-20" in hands.page.banner.text


def test_a_commitment_is_said_above_the_list_and_printed(hands: Hands) -> None:
    at_the_row(hands, normal=False)
    lines = hands.page.middle.materials.list.lines
    assert "按告知承诺办理" in lines.at(0).name
    assert "告知承诺书" in hands.page.review.text("print")
    hands.press(K.Key_G, held=CTRL)
    assert hands.page.middle.materials.questions.asking == "q_mode"
